import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOM_KIND } from '@domain/area/frame';
import * as tables from '@domain/codes/tables';
import { openCodeTable, type CodeTableFile } from '@domain/kernel/code-table';
import {
  AGE_BANDS,
  CARE_KINDS,
  CHANGE_KIND_CODES,
  CHANNELS,
  DOOR_STATES,
  FILL_ROLE_CODES,
  GENDER_CODES,
  PROPERTY_KIND_CODES,
  RELATION_CODES,
  USE_STATE_CODES,
  VERIFY_WAY_CODES,
  VOLUNTEER_CODES,
} from '@domain/census/codes';

const folder = join(__dirname, '../../../domain/codes');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('a code table', () => {
  const table = openCodeTable({
    table: 'fruit',
    version: 2,
    validFrom: '2020-01-01',
    rows: [
      { code: '1', label: '苹果' },
      { code: '2', label: '梨', validTo: '2024-12-31' },
      { code: '3', label: '杏', validFrom: '2025-01-01' },
    ],
  });

  it.each([
    ['the last day of an old row', '2024-12-31', ['1', '2']],
    ['the first day of a new row', '2025-01-01', ['1', '3']],
    ['before the table', '2019-12-31', []],
  ])('offers the rows in force: %s', (_case, day, codes) => {
    expect(table.choicesOn(day).map((row) => row.code)).toEqual(codes);
  });

  it('still names what was stored under a row that has ended', () => {
    expect(table.labelOf('2')).toBe('梨');
  });

  it('does not guess: an unknown label has no code, an unknown code no label', () => {
    expect([table.codeOf('桃'), table.labelOf(9), table.has('9')]).toEqual([undefined, '', false]);
  });
});

describe('the shipped code tables', () => {
  it.each(files)('%s has unique codes and labels and is opened in tables.ts', (name) => {
    const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as CodeTableFile;

    expect(new Set(file.rows.map((row) => row.code)).size).toBe(file.rows.length);
    expect(new Set(file.rows.map((row) => row.label)).size).toBe(file.rows.length);
    expect(Object.values(tables).map((table) => table.name)).toContain(file.table);
  });

  it.each([
    ['ageBand', tables.ageBandTable, AGE_BANDS],
    ['relation', tables.relationTable, RELATION_CODES],
    ['gender', tables.genderTable, GENDER_CODES],
    ['useState', tables.useStateTable, USE_STATE_CODES],
    ['fillRole', tables.fillRoleTable, FILL_ROLE_CODES],
    ['careKind', tables.careKindTable, CARE_KINDS],
    ['volunteer', tables.volunteerTable, VOLUNTEER_CODES],
    ['channel', tables.channelTable, CHANNELS],
    ['doorState', tables.doorStateTable, DOOR_STATES],
    ['verifyWay', tables.verifyWayTable, VERIFY_WAY_CODES],
    ['propertyKind', tables.propertyKindTable, PROPERTY_KIND_CODES],
    ['changeKind', tables.changeKindTable, CHANGE_KIND_CODES],
    ['compoundKind', tables.compoundKindTable, [1, 2, 3, 4, 5, 6]],
    ['roomKind', tables.roomKindTable, [...Object.values(ROOM_KIND), 4, 6].sort()],
  ])('%s holds the codes that the schemas accept', (_name, table, codes) => {
    expect(table.codes).toEqual(codes.map(String));
  });
});
