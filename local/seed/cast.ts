/** Who plays in the street: the people of the journeys, each with a place in it. */
import type { Role } from '@domain/identity/role';
import type { Duty } from '@domain/identity/seat';
import type { StreetPlan } from './street-plan';

export interface SeatSketch {
  readonly role: Role;
  /** Names of areas as the plan has them: grids, communities, compounds, or one building as `苹果花园 3`. Empty: the street. */
  readonly areas: readonly string[];
  readonly label: string;
  readonly duty?: Duty;
  /** Days before the street's first day on which the seat began; 30 unless said. */
  readonly sinceDays?: number;
}

export interface PersonSketch {
  /** Short name of the journeys; its small letters make the openid. */
  readonly key: string;
  readonly name: string;
  readonly seat?: SeatSketch;
  /** Labels of the units of the stage's building that are this volunteer's. */
  readonly units?: readonly string[];
}

/** Where the story takes place. */
export interface Stage {
  /** Doors of A, of M and N, of C, of D. */
  readonly doors: { readonly a: string; readonly elders: string; readonly c: string; readonly d: string };
  readonly compound: string;
  readonly neighbour: string;
  readonly building: string;
  readonly paperCompound: string;
  readonly community: string;
  /** Grids of W1 and of W2; the first is the same. */
  readonly w1: readonly string[];
  readonly w2: readonly string[];
}

const JOURNEYS: Stage = {
  doors: {
    a: '苹果花园 3-2-502',
    elders: '金河湾 1-1-101',
    c: '樱花苑 2-1-302',
    d: '龙泉苑 1-1-101',
  },
  compound: '苹果花园',
  neighbour: '金河湾',
  building: '苹果花园 3',
  paperCompound: '通盛1号院',
  community: '金果社区',
  w1: ['金果01网格', '金果03网格'],
  w2: ['金果01网格', '樱花01网格'],
};

/** The journeys' places where the plan has them; otherwise the first ones it has. */
export function stageOf(plan: StreetPlan): Stage {
  if (plan.compounds.some(({ name }) => name === JOURNEYS.compound)) return JOURNEYS;
  const compound = nth(plan.compounds, 0);
  const neighbour = nth(plan.compounds, 1);
  const third = nth(plan.compounds, 2);
  const community = nth(plan.communities, 0);
  const grid = nth(community.grids, 0).name;
  const door = ({ name }: { readonly name: string }): string => `${name} 1-1-101`;
  return {
    doors: { a: door(compound), elders: door(neighbour), c: door(third), d: door(third) },
    compound: compound.name,
    neighbour: neighbour.name,
    building: `${compound.name} 1`,
    paperCompound: third.name,
    community: community.name,
    w1: [grid, nth(community.grids, 1).name],
    w2: [grid, nth(nth(plan.communities, 1).grids, 0).name],
  };
}

function nth<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error('the street is too small for its people');
  return found;
}

function residents({ doors, building }: Stage): PersonSketch[] {
  return [
    { key: 'A', name: `居民 甲（${doors.a}）` },
    { key: 'B', name: `居民 乙（在外地，父母住${doors.elders}）` },
    { key: 'C', name: `租客 丙（${doors.c}）` },
    { key: 'D', name: `房东 丁（${doors.d}）` },
    { key: 'K', name: `独居老人 康（${building}号楼）` },
    { key: 'M', name: `老人 孟（${doors.elders}）` },
    { key: 'N', name: `老人 宁（${doors.elders}）` },
    { key: 'X', name: '外来访客 X' },
  ];
}

function onTheGround({ building, w1, w2, paperCompound }: Stage): PersonSketch[] {
  const inBuilding = { areas: [building], label: `${building}号楼` };
  return [
    { key: 'H3', name: `楼长 H3（${building}号楼）`, seat: { role: 'BH', ...inBuilding } },
    {
      key: 'W1',
      name: `网格员 W1（${w1.join('、')}）`,
      seat: { role: 'GW', areas: w1, label: w1.join('、') },
    },
    {
      key: 'W2',
      name: `网格员 W2（${w2.join('、')}）`,
      seat: { role: 'GW', areas: w2, label: w2.join('、'), sinceDays: 1 },
    },
    {
      key: 'V1',
      name: `志愿网格员 V1（${building}号楼）`,
      seat: { role: 'GV', ...inBuilding },
      units: ['1', '3'],
    },
    {
      key: 'C1',
      name: `保洁员 C1（${paperCompound}）`,
      seat: { role: 'GV', areas: [paperCompound], label: paperCompound, duty: 'collect' },
    },
  ];
}

function aroundIt({ compound, neighbour, community }: Stage): PersonSketch[] {
  const inCommunity = { areas: [community], label: community };
  const both = [compound, neighbour];
  return [
    { key: 'T1', name: '录入员 T1', seat: { role: 'CL', ...inCommunity } },
    { key: 'T2', name: '录入员 T2', seat: { role: 'CL', ...inCommunity } },
    { key: 'G1', name: `门岗 G1（${compound}）`, seat: { role: 'GU', areas: [compound], label: compound } },
    {
      key: 'P1',
      name: `物业 P1（${both.join('、')}）`,
      seat: { role: 'PR', areas: both, label: both.join('、') },
    },
    {
      key: 'P2',
      name: '市数据 P2（只上传）',
      seat: { role: 'PR', areas: [compound], label: compound, duty: 'upload' },
    },
    { key: 'E', name: '志愿者 E', seat: { role: 'VO', ...inCommunity } },
    { key: 'F', name: '志愿者 F', seat: { role: 'VO', ...inCommunity } },
    { key: 'L', name: '志愿队长 L', seat: { role: 'VO', ...inCommunity } },
    { key: 'S', name: `社区 S（${community}）`, seat: { role: 'CA', ...inCommunity } },
    { key: 'S2', name: `社区 S2（${community}）`, seat: { role: 'CA', ...inCommunity } },
  ];
}

function office({ street }: StreetPlan): PersonSketch[] {
  const whole = { areas: [], label: street.name };
  return [
    { key: 'ADM', name: '街道管理员 ADM', seat: { role: 'SA', ...whole } },
    { key: 'ADM2', name: '街道管理员 ADM2', seat: { role: 'SA', ...whole } },
    { key: 'OP', name: '信息中心 OP', seat: { role: 'SA', ...whole, duty: 'operate' } },
    { key: 'SEC', name: '书记 SEC（只看汇总）', seat: { role: 'SA', ...whole, duty: 'observe' } },
    { key: 'Q', name: '审计 Q', seat: { role: 'AU', ...whole } },
  ];
}

/** One leader for each work group, whose communities are the group's. */
function leaders({ communities, workGroups }: StreetPlan): PersonSketch[] {
  return workGroups.map(({ id, name }, index) => {
    const areas = communities
      .filter(({ workGroupId }) => workGroupId === id)
      .map((community) => community.name);
    return {
      key: `GL${index + 1}`,
      name: `组长 GL${index + 1}（${name}）`,
      seat: { role: 'CA', areas, label: name, duty: 'lead' },
    };
  });
}

export function castOf(plan: StreetPlan): PersonSketch[] {
  const stage = stageOf(plan);
  return [...residents(stage), ...onTheGround(stage), ...aroundIt(stage), ...office(plan), ...leaders(plan)];
}
