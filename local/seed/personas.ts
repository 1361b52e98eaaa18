/** The people of the test street: who may be picked in the switcher, and which seats they hold from the start. */
import type { Role } from '@domain/identity/role';
import { addDays, type Day } from '@domain/kernel/day';
import type { Keyring } from '../../cloudfunctions/vault/keys';
import type { AssignmentDocument, AssignmentScope } from '../../cloudfunctions/repositories/documents';
import { placeId, type StreetPlan } from './street-plan';

/** An entry of identities.json: somebody who can open the mini-program. */
export interface Identity {
  readonly openid: string;
  readonly unionid: string;
  readonly name: string;
  readonly personas: readonly { readonly role: Role; readonly area: string }[];
}

export type Duty = NonNullable<AssignmentDocument['duty']>;

interface SeatSketch {
  role: Role;
  /** Names of areas as the plan has them: a grid, a community, a compound, a building as `苹果花园 3`. Empty: the street. */
  areas: readonly string[];
  label: string;
  duty?: Duty;
  /** Days before the street's first day on which the seat began; 30 unless said. */
  sinceDays?: number;
}

interface PersonSketch {
  /** Short name of the journeys; its small letters make the openid. */
  key: string;
  name: string;
  seat?: SeatSketch;
}

const SEAT_DAYS = 365;
const SINCE_DAYS = 30;

const RESIDENTS: PersonSketch[] = [
  { key: 'A', name: '居民 甲（苹果花园 3-2-502）' },
  { key: 'B', name: '居民 乙（在外地，父母住金河湾 1-1-101）' },
  { key: 'C', name: '租客 丙（樱花苑 2-1-302）' },
  { key: 'D', name: '房东 丁（龙泉苑 1-1-101）' },
  { key: 'K', name: '独居老人 康（苹果花园 3号楼）' },
  { key: 'M', name: '老人 孟（金河湾 1-1-101）' },
  { key: 'N', name: '老人 宁（金河湾 1-1-101）' },
  { key: 'X', name: '外来访客 X' },
];

const WORKERS: PersonSketch[] = [
  {
    key: 'H3',
    name: '楼长 H3（苹果花园 3号楼）',
    seat: { role: 'BH', areas: ['苹果花园 3'], label: '苹果花园 3号楼' },
  },
  {
    key: 'W1',
    name: '网格员 W1（苹果花园、金河湾）',
    seat: { role: 'GW', areas: ['金果01网格', '金果03网格'], label: '金果01、03网格' },
  },
  {
    key: 'W2',
    name: '网格员 W2（苹果花园、樱花苑）',
    seat: { role: 'GW', areas: ['金果01网格', '樱花01网格'], label: '金果01、樱花01网格', sinceDays: 1 },
  },
  {
    key: 'V1',
    name: '志愿网格员 V1（苹果花园 3号楼）',
    seat: { role: 'GV', areas: ['苹果花园 3'], label: '苹果花园 3号楼' },
  },
  {
    key: 'C1',
    name: '保洁员 C1（通盛1号院）',
    seat: { role: 'GV', areas: ['通盛1号院'], label: '通盛1号院', duty: 'collect' },
  },
  { key: 'T1', name: '录入员 T1', seat: { role: 'CL', areas: ['金果社区'], label: '金果社区' } },
  { key: 'T2', name: '录入员 T2', seat: { role: 'CL', areas: ['金果社区'], label: '金果社区' } },
  {
    key: 'G1',
    name: '门岗 G1（苹果花园）',
    seat: { role: 'GU', areas: ['苹果花园'], label: '苹果花园东门' },
  },
  {
    key: 'P1',
    name: '物业 P1（苹果花园、金河湾）',
    seat: { role: 'PR', areas: ['苹果花园', '金河湾'], label: '苹果花园、金河湾' },
  },
  {
    key: 'P2',
    name: '市数据 P2（只上传）',
    seat: { role: 'PR', areas: ['苹果花园'], label: '苹果花园', duty: 'upload' },
  },
  { key: 'E', name: '志愿者 E', seat: { role: 'VO', areas: ['金果社区'], label: '金果社区' } },
  { key: 'F', name: '志愿者 F', seat: { role: 'VO', areas: ['金果社区'], label: '金果社区' } },
  { key: 'L', name: '志愿队长 L', seat: { role: 'VO', areas: ['金果社区'], label: '金果社区' } },
];

const OFFICE: PersonSketch[] = [
  { key: 'S', name: '社区 S（金果社区）', seat: { role: 'CA', areas: ['金果社区'], label: '金果社区' } },
  { key: 'S2', name: '社区 S2（金果社区）', seat: { role: 'CA', areas: ['金果社区'], label: '金果社区' } },
  { key: 'ADM', name: '街道管理员 ADM', seat: { role: 'SA', areas: [], label: '万家街道' } },
  { key: 'ADM2', name: '街道管理员 ADM2', seat: { role: 'SA', areas: [], label: '万家街道' } },
  {
    key: 'OP',
    name: '信息中心 OP',
    seat: { role: 'SA', areas: [], label: '万家街道', duty: 'operate' },
  },
  {
    key: 'SEC',
    name: '书记 SEC（只看汇总）',
    seat: { role: 'SA', areas: [], label: '万家街道', duty: 'observe' },
  },
  { key: 'Q', name: '审计 Q', seat: { role: 'AU', areas: [], label: '万家街道' } },
];

/** One leader for each work group, whose communities are the group's. */
function leaders({ communities, workGroups }: StreetPlan): PersonSketch[] {
  return workGroups.map(({ id, name }, index) => ({
    key: `GL${index + 1}`,
    name: `组长 GL${index + 1}（${name}）`,
    seat: {
      role: 'CA',
      areas: communities
        .filter((community) => community.workGroupId === id)
        .map((community) => community.name),
      label: name,
      duty: 'lead',
    },
  }));
}

function everybody(plan: StreetPlan): PersonSketch[] {
  return [...RESIDENTS, ...WORKERS, ...OFFICE, ...leaders(plan)];
}

/** `wx-w1` for W1. */
export function openidOf(key: string): string {
  return `wx-${key.toLowerCase()}`;
}

export function identitiesOf(plan: StreetPlan): Identity[] {
  return everybody(plan).map(({ key, name, seat }) => ({
    openid: openidOf(key),
    unionid: `union-${key.toLowerCase()}`,
    name,
    personas: [seat === undefined ? { role: 'VI', area: '' } : { role: seat.role, area: seat.label }],
  }));
}

/** The id of the one seat that a person of the fixture holds. */
export function seatIdOf(plan: StreetPlan, key: string): string {
  return placeId(plan.seed, 'seat', key);
}

/** Seats of everybody who works for the street. Residents get theirs by registering. */
export function assignmentDocuments(plan: StreetPlan, keyring: Keyring, today: Day): AssignmentDocument[] {
  return everybody(plan).flatMap(({ key, seat }) => {
    if (seat === undefined) return [];
    const { role, label, duty, sinceDays = SINCE_DAYS } = seat;
    const document: AssignmentDocument = {
      _id: seatIdOf(plan, key),
      version: 1,
      userId: keyring.actorOf(openidOf(key)),
      role,
      label,
      state: 'active',
      ...(duty === undefined ? {} : { duty }),
      startsOn: addDays(today, -sinceDays),
      endsOn: addDays(today, SEAT_DAYS),
      scope: scopeOf(plan, seat),
      pledgeSigned: true,
      deviceBound: true,
    };
    return [document];
  });
}

/** Areas by the plan's names, each in the field of its kind. Throws for a name that the plan does not have. */
function scopeOf(plan: StreetPlan, { areas }: SeatSketch): AssignmentScope {
  if (areas.length === 0) return { streetId: plan.street.id };
  const found = areas.map((name) => areaNamed(plan, name));
  const idsOf = (kind: keyof AssignmentScope): string[] =>
    found.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const [buildingId] = idsOf('buildingId');
  if (buildingId !== undefined) return { buildingId };
  const [gridIds, communityIds, compoundIds] = [
    idsOf('gridIds'),
    idsOf('communityIds'),
    idsOf('compoundIds'),
  ];
  if (gridIds.length > 0) return { gridIds };
  return communityIds.length > 0 ? { communityIds } : { compoundIds };
}

function areaNamed(plan: StreetPlan, name: string): { kind: keyof AssignmentScope; id: string } {
  const community = plan.communities.find((one) => one.name === name);
  if (community !== undefined) return { kind: 'communityIds', id: community.id };
  const grid = plan.communities.flatMap((one) => one.grids).find((one) => one.name === name);
  if (grid !== undefined) return { kind: 'gridIds', id: grid.id };
  const compound = plan.compounds.find((one) => one.name === name);
  if (compound !== undefined) return { kind: 'compoundIds', id: compound.id };
  const [compoundName, label] = name.split(' ');
  const building = plan.compounds
    .find((one) => one.name === compoundName)
    ?.buildings.find(({ spec }) => spec.label === label);
  if (building === undefined) throw new Error(`the plan has no area named ${name}`);
  return { kind: 'buildingId', id: building.id };
}
