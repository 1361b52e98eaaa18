/** What the file must say, told from what people answered and not from what was stored. */
import readXlsxFile, { type Row } from 'read-excel-file/node';
import { doorLevels } from '@domain/area/door-address';
import { COMPOUND_COLUMNS, householdRows, type ExportedHousehold } from '@domain/export/columns';
import { addDays } from '@domain/kernel/calendar';
import { BENCH_DAY, homeForm } from '../street/cut';
import type { SettledDoor } from '../../local/seed/settlement';
import type { BenchStreet } from '../street/bench-street';

const HEADER = COMPOUND_COLUMNS.map((column) => column.header);

export type Sheets = ReadonlyMap<string, readonly string[][]>;

/** Every sheet, by the compound's name. */
export function expectedSheets({ cut }: BenchStreet): Sheets {
  return new Map(
    cut.plan.compounds.map(({ id, name }) => {
      const inside = cut.units.filter(({ unit }) => unit.wall.compoundId === id);
      return [name, sheetOf(inside.flatMap((unit) => unit.doors))];
    }),
  );
}

/** Rows of one compound in walking order. */
function sheetOf(doors: readonly SettledDoor[]): string[][] {
  const walked = [...doors].sort((left, right) =>
    left.door.document.routeKey < right.door.document.routeKey ? -1 : 1,
  );
  const rows: string[][] = [];
  for (const settled of walked) {
    const household = householdOf(settled);
    if (household !== undefined) {
      rows.push(...householdRows(household, { first: rows.length + 1, clear: false }));
    }
  }
  return rows;
}

function householdOf(settled: SettledDoor): ExportedHousehold | undefined {
  const form = homeForm(settled);
  if (form === undefined) return undefined;
  const { address } = settled.door;
  return {
    address: { ...address, ...doorLevels(address, address.floor) },
    doorState: 'filled',
    seq: 1,
    useState: form.useState,
    headName: form.headName ?? '',
    members: form.members,
    phones: form.phone.number === '' ? [] : [form.phone.number],
    plates: form.vehicles.map(({ plate }) => plate),
    channel: 'doorCode',
    filledOn: addDays(BENCH_DAY, -2),
    confirmedOn: addDays(BENCH_DAY, -1),
  };
}

/** Cells that differ, the header's included; a row too many or too few counts as many as it has cells. */
export async function wrongCells(file: Buffer, expected: Sheets): Promise<number> {
  let wrong = 0;
  const sheets = new Map((await readXlsxFile(file, { trim: false })).map(({ sheet, data }) => [sheet, data]));
  for (const [name, rows] of expected) {
    const found = sheets.get(name) ?? [];
    const wanted = [HEADER, ...rows];
    const length = Math.max(wanted.length, found.length);
    for (let row = 0; row < length; row += 1) wrong += wrongInRow(found[row] ?? [], wanted[row] ?? []);
  }
  return wrong;
}

function wrongInRow(found: Row, wanted: readonly string[]): number {
  return HEADER.filter((_header, column) => textOf(found[column]) !== (wanted[column] ?? '')).length;
}

/** Every cell is text; whatever a reader takes for something else is wrong. */
function textOf(cell: Row[number] | undefined): string {
  return typeof cell === 'string' ? cell : JSON.stringify(cell ?? '').replace(/^""$/, '');
}
