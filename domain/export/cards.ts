/** 一户一档 and 一房一档: one printed page each, as rows of at most six cells. Values are masked as in the table. */
import {
  ageBandTable,
  channelTable,
  doorStateTable,
  genderTable,
  relationWords,
  roomKindTable,
  useStateTable,
} from '../codes/tables';
import {
  contactCells,
  memberName,
  shownHead,
  yesOrNo,
  type ExportedHousehold,
  type ExportedVacancy,
} from './columns';
import type { AddressLevels } from '../census/household';

export const CARD_WIDTHS: readonly number[] = [12, 16, 12, 16, 12, 16];

export type CardRowKind = 'title' | 'head' | 'body';

export interface CardRow {
  readonly kind: CardRowKind;
  readonly cells: readonly string[];
}

export interface ExportedDoor {
  readonly address: AddressLevels;
  readonly doorState: ExportedVacancy['doorState'];
  readonly roomKind: number;
  readonly households: readonly ExportedHousehold[];
  readonly confirmedOn?: string | undefined;
}

/** 一户一档: the household, then its people. */
export function householdCard(household: ExportedHousehold, clear: boolean): CardRow[] {
  const { address, members } = household;
  const [phones = '', plates = ''] = contactCells(household, clear);
  return [
    title(`一户一档 ${addressWords(address)}`),
    body('社区', address.community, '网格', address.grid, '户序', String(household.seq)),
    body('户主', shownHead(household, clear), '居住状态', useStateTable.labelOf(household.useState)),
    body('电话', phones, '车牌', plates, '人数', String(members.length)),
    body(
      '渠道',
      channelTable.labelOf(household.channel),
      '填报日',
      household.filledOn,
      '核实日',
      household.confirmedOn ?? '',
    ),
    head('姓名', '关系', '性别', '年龄段', '住这儿', '户口在这儿'),
    ...members.map((member) =>
      body(
        memberName(member, clear),
        relationWords(member.relation),
        genderTable.labelOf(member.gender),
        ageBandTable.labelOf(member.ageBand),
        yesOrNo(member.livesHere),
        yesOrNo(member.hukouHere),
      ),
    ),
  ];
}

/** 一房一档: the door, then the households behind it. It exists for every door, with or without people. */
export function doorCard(door: ExportedDoor, clear: boolean): CardRow[] {
  const { address, households } = door;
  const people = households.flatMap((household) => household.members);
  const living = people.filter((member) => member.livesHere).length;
  return [
    title(`一房一档 ${addressWords(address)}`),
    body('社区', address.community, '网格', address.grid, '用途', roomKindTable.labelOf(door.roomKind)),
    body(
      '户室状态',
      doorStateTable.labelOf(door.doorState),
      '核实日',
      door.confirmedOn ?? '',
      '户数',
      String(households.length),
    ),
    body(
      '住在这儿',
      `${living} 人`,
      '户口在这儿',
      `${people.filter((member) => member.hukouHere).length} 人`,
    ),
    head('户序', '户主', '居住状态', '人数', '电话', '填报日'),
    ...households.map((household) =>
      body(
        String(household.seq),
        shownHead(household, clear),
        useStateTable.labelOf(household.useState),
        String(household.members.length),
        contactCells(household, clear)[0] ?? '',
        household.filledOn,
      ),
    ),
  ];
}

function addressWords({ compound, zone, building, unit, room }: AddressLevels): string {
  return `${compound}${zone}${building}${unit}${room}`;
}

function title(text: string): CardRow {
  return { kind: 'title', cells: [text] };
}

function head(...cells: string[]): CardRow {
  return { kind: 'head', cells };
}

function body(...cells: string[]): CardRow {
  return { kind: 'body', cells };
}
