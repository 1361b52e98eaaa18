/** The reference street: its numbers are those of mission.md §2, its names and buildings are drawn. */
import type { BuildingSpec } from '@domain/area/building-spec';
import { chanceOf, type Chance } from './random';
import { REFERENCE, REFERENCE_DOORS } from './settlement';
import {
  communityCode,
  gridArea,
  placeId,
  publicPhone,
  streetArea,
  workGroupArea,
  type BuildingPlan,
  type CommunityPlan,
  type CompoundPlan,
  type StreetPlan,
} from './street-plan';

const WORK_GROUPS = 7;
const COMMUNITIES = 21;
const GRIDS = 95;
const FLOORS_MIN = 4;
const FLOORS_MAX = 26;
const HOUSES_A_ROW_MAX = 30;
const ROWS_MAX = 20;

/** First and second parts of names with their first letters; a compound is one of each. */
const FIRST = '金J 银Y 玉Y 明M 清Q 安A 康K 福F 祥X 瑞R 和H 顺S 春C 夏X 秋Q 东D 南N 西X 北B 新X'.split(' ');
const SECOND = '桂花园GHY 河小区HXQ 泉苑QY 林家园LJY 湖新村HXC 山花园SHY 竹苑ZY 和里HL'.split(' ');
const COMMUNITY_NAMES = Array.from('春夏秋冬梅兰竹菊松柏桃李杏荷桂柳枫榆槐椿桐');

/** The plan of the reference street: exactly its compounds, buildings and doors. */
export function planReferenceStreet(seed: string): StreetPlan {
  const workGroups = numbered(WORK_GROUPS).map((number) => workGroupArea(seed, number));
  const communities = numbered(COMMUNITIES).map((number) => planCommunity(seed, number));
  const chance = chanceOf(seed, 'reference street');
  const specs = drawBuildings(chance);
  const counts = spread(chance, REFERENCE.compounds, specs.length);
  let taken = 0;
  const compounds = counts.map((count, index) => {
    const inside = specs.slice(taken, taken + count);
    taken += count;
    return planCompound(seed, { index, specs: inside });
  });
  return {
    seed,
    street: streetArea(seed),
    workGroups,
    communities,
    compounds: withGrids(communities, compounds),
  };
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function planCommunity(seed: string, number: number): CommunityPlan {
  const name = `${COMMUNITY_NAMES[number - 1] ?? ''}园社区`;
  const code = communityCode(number);
  // Shares that add up exactly: each community has four or five grids.
  const grids = Math.floor((number * GRIDS) / COMMUNITIES) - Math.floor(((number - 1) * GRIDS) / COMMUNITIES);
  return {
    id: placeId(seed, name),
    code,
    name,
    publicPhone: publicPhone(number),
    workGroupId: workGroupArea(seed, Math.ceil((number * WORK_GROUPS) / COMMUNITIES)).id,
    grids: numbered(grids).map((grid) => gridArea(seed, { code, name }, grid)),
  };
}

/** `total` cut into `parts` whole numbers of at least one, unevenly. */
function spread(chance: Chance, parts: number, total: number): number[] {
  const weights = numbered(parts).map(() => 0.3 + chance.next() ** 2);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let given = 0;
  let reached = 0;
  return weights.map((weight, index) => {
    reached += weight / sum;
    const upTo = index === parts - 1 ? total : Math.round(reached * total);
    // Whatever rounding says, each part gets one and leaves one for each that follows.
    const count = Math.min(Math.max(upTo - given, 1), total - given - (parts - index - 1));
    given += count;
    return count;
  });
}

/** Buildings with REFERENCE_DOORS doors together; the last is a lane of small houses that takes what is left over. */
function drawBuildings(chance: Chance): BuildingSpec[] {
  const blocks = numbered(REFERENCE.buildings - 1).map(() => drawBlock(chance));
  const left = (): number => REFERENCE_DOORS - blocks.reduce((sum, block) => sum + doorsOf(block), 0);
  const laneMax = HOUSES_A_ROW_MAX * ROWS_MAX;
  for (let missing = left(); missing < 1 || missing > laneMax; missing = left()) {
    const step = missing < 1 ? -1 : 1;
    const block = chance.pick(blocks);
    const floors = block.floors + step;
    if (floors >= FLOORS_MIN && floors <= FLOORS_MAX) block.floors = floors;
  }
  return [...blocks.map(towerSpec), laneSpec(left())];
}

interface Block {
  units: number;
  roomsPerFloor: number;
  floors: number;
}

function drawBlock(chance: Chance): Block {
  if (chance.happens(0.65)) {
    return { units: 2 + chance.below(4), roomsPerFloor: 2, floors: 5 + chance.below(2) };
  }
  return { units: 1 + chance.below(2), roomsPerFloor: 2 + chance.below(3), floors: 11 + chance.below(8) };
}

function doorsOf({ units, roomsPerFloor, floors }: Block): number {
  return units * roomsPerFloor * floors;
}

function towerSpec({ units, roomsPerFloor, floors }: Block): BuildingSpec {
  return {
    label: '',
    kind: 'tower',
    floors: `1-${floors}`,
    skipFloors: [],
    renamedFloors: {},
    units: numbered(units).map((unit) => ({ label: String(unit), roomsPerFloor, pattern: '{f}{nn}' })),
    shops: 0,
    basements: 0,
  };
}

function laneSpec(houses: number): BuildingSpec {
  const rows = Math.ceil(houses / HOUSES_A_ROW_MAX);
  const units = numbered(rows).map((row) => ({
    label: String(row),
    roomsPerFloor: row < rows ? HOUSES_A_ROW_MAX : houses - (rows - 1) * HOUSES_A_ROW_MAX,
    pattern: '{n}',
  }));
  return { ...towerSpec({ units: 1, roomsPerFloor: 1, floors: 1 }), kind: 'row', units };
}

function planCompound(
  seed: string,
  { index, specs }: { index: number; specs: BuildingSpec[] },
): CompoundPlan {
  const [firstName = '', firstLetter = ''] = FIRST[index % FIRST.length] ?? '';
  const second = SECOND[Math.floor(index / FIRST.length)] ?? '';
  const name = firstName + second.replace(/[A-Z]+$/, '');
  const community = Math.floor((index * COMMUNITIES) / REFERENCE.compounds);
  const planBuilding = (spec: BuildingSpec, at: number): BuildingPlan => {
    const label = String(at + 1);
    return { id: placeId(seed, name, label), zone: '', spec: { ...spec, label }, gridId: '', order: at + 1 };
  };
  return {
    id: placeId(seed, name),
    name,
    initials: firstLetter + second.replace(/^[^A-Z]+/, ''),
    aliases: [],
    kind: specs.some(({ kind }) => kind === 'row') ? 6 : 1 + (index % 5),
    communityId: placeId(seed, `${COMMUNITY_NAMES[community] ?? ''}园社区`),
    buildings: specs.map(planBuilding),
  };
}

/** Cuts each community's buildings, in walking order, into its grids; the cuts fall where they fall, compounds or not. */
function withGrids(
  communities: readonly CommunityPlan[],
  compounds: readonly CompoundPlan[],
): CompoundPlan[] {
  return communities.flatMap(({ id, grids }) => {
    const inside = compounds.filter(({ communityId }) => communityId === id);
    const total = inside.reduce((sum, { buildings }) => sum + buildings.length, 0);
    let walked = 0;
    return inside.map((compound) => ({
      ...compound,
      buildings: compound.buildings.map((building) => {
        const grid = grids[Math.floor((walked * grids.length) / total)];
        walked += 1;
        return { ...building, gridId: grid?.id ?? '' };
      }),
    }));
  });
}
