/**
 * 一个小区一张表 (D38): one row a person, 25 columns; a verified vacant door is one row. Masked unless asked for clear
 * (D39), and clear still names no child: a minor's name is of the highest class and leaves in no file.
 */
import type {
  AgeBand,
  Channel,
  DoorState,
  GenderCode,
  RefusableField,
  RelationCode,
  UseState,
} from '../census/codes';
import type { AddressLevels } from '../census/household';
import { isMinor } from '../census/age-band';
import { HEAD } from '../census/relation';
import { residenceStatus, RESIDENCE_WORDS } from '../census/residence';
import {
  ageBandTable,
  channelTable,
  doorStateTable,
  genderTable,
  relationWords,
  useStateTable,
} from '../codes/tables';
import { maskName, maskPhone, maskPlate } from '../register/masking';

export interface ExportColumn {
  readonly header: string;
  /** Characters of half width. */
  readonly width: number;
}

export const COMPOUND_COLUMNS: readonly ExportColumn[] = [
  { header: '序号', width: 6 },
  { header: '社区', width: 14 },
  { header: '网格', width: 14 },
  { header: '小区', width: 16 },
  { header: '期区', width: 6 },
  { header: '幢', width: 7 },
  { header: '单元', width: 7 },
  { header: '楼层', width: 6 },
  { header: '房号', width: 8 },
  { header: '户室状态', width: 10 },
  { header: '居住状态', width: 12 },
  { header: '户序', width: 5 },
  { header: '户主', width: 9 },
  { header: '姓名', width: 11 },
  { header: '关系', width: 11 },
  { header: '性别', width: 7 },
  { header: '年龄段', width: 10 },
  { header: '住这儿', width: 7 },
  { header: '户口在这儿', width: 10 },
  { header: '人户一致', width: 11 },
  { header: '电话', width: 13 },
  { header: '车牌', width: 18 },
  { header: '渠道', width: 10 },
  { header: '填报日', width: 11 },
  { header: '核实日', width: 11 },
];

/** The literal for a level that does not exist: blank would mean unknown. */
const ABSENT = '无';
/** Asked, and not answered on purpose: blank would mean that nobody asked. */
const REFUSED = '不愿说';
const CHILD = '家里的孩子';

export interface ExportedMember {
  readonly relation: RelationCode;
  readonly gender: GenderCode;
  readonly ageBand: AgeBand;
  readonly livesHere: boolean;
  readonly hukouHere: boolean;
  readonly name?: string | undefined;
}

/** A stored household with its sealed values opened; what is not opened is absent. */
export interface ExportedHousehold {
  readonly address: AddressLevels;
  readonly doorState: DoorState;
  readonly seq: number;
  readonly useState: UseState;
  readonly headName: string;
  readonly members: readonly ExportedMember[];
  readonly phones: readonly string[];
  readonly plates: readonly string[];
  /** What it was asked and would not answer. */
  readonly refused?: readonly RefusableField[] | undefined;
  readonly channel: Channel;
  readonly filledOn: string;
  readonly confirmedOn?: string | undefined;
}

/** A door that was verified to be vacant and has no household on record. */
export interface ExportedVacancy {
  readonly address: AddressLevels;
  readonly doorState: DoorState;
  readonly confirmedOn?: string | undefined;
}

export interface RowStyle {
  /** Number of the first row; the numbers run on within a compound. */
  readonly first: number;
  readonly clear: boolean;
}

/**
 * Rows of one household, a row a person, the head first. Phone and plates stand on the first row only, so that counting
 * a column counts households. A household without listed members (nobody home, a landlord's answer) is one row.
 */
export function householdRows(household: ExportedHousehold, { first, clear }: RowStyle): string[][] {
  const members = [...household.members].sort((a, b) => order(a) - order(b));
  const people = members.length === 0 ? [undefined] : members;
  return people.map((member, index) => [
    String(first + index),
    ...levelCells(household.address),
    doorStateTable.labelOf(household.doorState),
    useStateTable.labelOf(household.useState),
    String(household.seq),
    shownHead(household, clear),
    ...memberCells(member, clear),
    ...(index === 0 ? contactCells(household, clear) : ['', '']),
    channelTable.labelOf(household.channel),
    household.filledOn,
    household.confirmedOn ?? '',
  ]);
}

export function vacancyRow(vacancy: ExportedVacancy, { first }: Pick<RowStyle, 'first'>): string[] {
  const cells = [String(first), ...levelCells(vacancy.address), doorStateTable.labelOf(vacancy.doorState)];
  return [
    ...cells,
    ...Array.from({ length: COMPOUND_COLUMNS.length - cells.length - 1 }, () => ''),
    vacancy.confirmedOn ?? '',
  ];
}

/** 姓名 and 户主 in a file: children have no name there, whoever asks. */
export function memberName(member: ExportedMember, clear: boolean): string {
  return isMinor(member.ageBand) ? CHILD : shownName(member.name ?? '', clear);
}

export function contactCells(
  { phones, plates, refused = [] }: Pick<ExportedHousehold, 'phones' | 'plates' | 'refused'>,
  clear: boolean,
): string[] {
  const shownPhones = clear ? phones : phones.map((phone) => maskPhone(phone, 'tail'));
  const cell = (field: RefusableField, shown: readonly string[]): string =>
    shown.length === 0 && refused.includes(field) ? REFUSED : shown.join('、');
  return [cell('phone', shownPhones), cell('vehicles', plates.map(maskPlate))];
}

export function shownHead({ headName, members }: ExportedHousehold, clear: boolean): string {
  const head = members.find((member) => member.relation === HEAD);
  return head !== undefined && isMinor(head.ageBand) ? CHILD : shownName(headName, clear);
}

function shownName(name: string, clear: boolean): string {
  return clear ? name : maskName(name);
}

function levelCells(address: AddressLevels): string[] {
  const { community, grid, compound, zone, building, unit, floor, room } = address;
  return [community, grid, compound, zone, building, unit, floor, room].map((level) => level || ABSENT);
}

function memberCells(member: ExportedMember | undefined, clear: boolean): string[] {
  if (member === undefined) return ['', '', '', '', '', '', ''];
  const status = residenceStatus(member);
  return [
    memberName(member, clear),
    relationWords(member.relation),
    genderTable.labelOf(member.gender),
    ageBandTable.labelOf(member.ageBand),
    yesOrNo(member.livesHere),
    yesOrNo(member.hukouHere),
    status === undefined ? '' : RESIDENCE_WORDS[status],
  ];
}

export function yesOrNo(fact: boolean): string {
  return fact ? '是' : '否';
}

function order({ relation }: ExportedMember): number {
  return relation === HEAD ? 0 : 1;
}
