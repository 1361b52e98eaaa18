/** The test street: 7 work groups, 7 communities, 9 compounds, one of them cut by a grid boundary. */
import type { BuildingSpec } from '@domain/area/building-spec';
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

/** A building: its description, and which of its community's grids it lies in. */
interface BuildingSketch {
  grid: number;
  spec: BuildingSpec;
}

interface CompoundSketch {
  name: string;
  initials: string;
  aliases: string[];
  kind: number;
  buildings: BuildingSketch[];
}

interface CommunitySketch {
  name: string;
  grids: number;
  compounds: CompoundSketch[];
}

/** Staircase houses: `units` staircases, two doors a floor. */
function staircases(label: string, units: number, floors = 6): BuildingSpec {
  const unit = (number: number) => ({ label: String(number), roomsPerFloor: 2, pattern: '{f}{nn}' });
  return {
    label,
    kind: 'tower',
    floors: `1-${floors}`,
    skipFloors: [],
    renamedFloors: {},
    units: Array.from({ length: units }, (_, index) => unit(index + 1)),
    shops: 0,
    basements: 0,
  };
}

/** A house with one entrance and a corridor on each floor. */
function corridors(label: string, floors: number, roomsPerFloor: number): BuildingSpec {
  return { ...staircases(label, 1, floors), units: [{ label: '0', roomsPerFloor, pattern: '{f}{nn}' }] };
}

function bungalows(label: string, houses: number): BuildingSpec {
  return {
    ...staircases(label, 1, 1),
    kind: 'row',
    units: [{ label: '0', roomsPerFloor: houses, pattern: '{n}' }],
  };
}

const ORCHARD: CommunitySketch = {
  name: '金果社区',
  grids: 4,
  compounds: [
    {
      name: '苹果花园',
      initials: 'PGHY',
      aliases: ['苹果园'],
      kind: 1,
      // The boundary of the first two grids runs between 3号楼 and 5号楼; as in many compounds there is no 4号楼.
      buildings: [
        { grid: 1, spec: staircases('1', 2) },
        { grid: 1, spec: staircases('2', 2) },
        { grid: 1, spec: staircases('3', 3) },
        { grid: 2, spec: staircases('5', 2) },
        { grid: 2, spec: staircases('6', 2) },
      ],
    },
    {
      name: '金河湾',
      initials: 'JHW',
      aliases: [],
      kind: 1,
      buildings: [
        { grid: 3, spec: staircases('1', 2) },
        { grid: 3, spec: staircases('2', 2) },
      ],
    },
    {
      name: '和家园',
      initials: 'HJY',
      aliases: ['和家'],
      kind: 1,
      buildings: [
        { grid: 4, spec: staircases('1', 2) },
        { grid: 4, spec: staircases('2', 3) },
      ],
    },
  ],
};

const COMMUNITIES: CommunitySketch[] = [
  {
    name: '龙泉社区',
    grids: 1,
    compounds: [
      {
        name: '龙泉苑',
        initials: 'LQY',
        aliases: [],
        kind: 1,
        buildings: ['1', '2', '3'].map((label) => ({ grid: 1, spec: staircases(label, 2) })),
      },
    ],
  },
  {
    name: '樱花社区',
    grids: 1,
    compounds: [
      {
        name: '樱花苑',
        initials: 'YHY',
        aliases: [],
        kind: 1,
        buildings: ['1', '2'].map((label) => ({ grid: 1, spec: staircases(label, 2) })),
      },
    ],
  },
  ORCHARD,
  {
    name: '通盛社区',
    grids: 1,
    compounds: [
      {
        name: '通盛1号院',
        initials: 'TSYHY',
        aliases: ['通盛一号院'],
        kind: 4,
        buildings: [{ grid: 1, spec: { ...staircases('1', 3, 5), basements: 6 } }],
      },
    ],
  },
  {
    name: '学苑社区',
    grids: 1,
    compounds: [
      {
        name: '纺织厂宿舍',
        initials: 'FZCSS',
        aliases: ['职工宿舍'],
        kind: 3,
        buildings: [{ grid: 1, spec: corridors('1', 3, 8) }],
      },
    ],
  },
  {
    name: '平安社区',
    grids: 1,
    compounds: [
      {
        name: '平安里',
        initials: 'PAL',
        aliases: [],
        kind: 6,
        buildings: ['1排', '2排'].map((label) => ({ grid: 1, spec: bungalows(label, 8) })),
      },
    ],
  },
  {
    name: '清河社区',
    grids: 1,
    compounds: [
      {
        name: '清河新城',
        initials: 'QHXC',
        aliases: [],
        kind: 1,
        buildings: [
          {
            grid: 1,
            spec: {
              ...staircases('A', 1, 11),
              units: [{ label: '1', roomsPerFloor: 4, pattern: '{f}{nn}' }],
              renamedFloors: { '4': '3A' },
              shops: 4,
            },
          },
        ],
      },
    ],
  },
];

/** The plan of the test street; only keys depend on the seed. */
export function planSmallStreet(seed: string): StreetPlan {
  const workGroups = COMMUNITIES.map((_, index) => workGroupArea(seed, index + 1));
  const planned = COMMUNITIES.map((sketch, index) => planCommunity(seed, sketch, index + 1));
  return {
    seed,
    street: streetArea(seed),
    workGroups,
    communities: planned.map(({ community }) => community),
    compounds: planned.flatMap(({ compounds }) => compounds),
  };
}

function planCommunity(
  seed: string,
  sketch: CommunitySketch,
  number: number,
): { community: CommunityPlan; compounds: CompoundPlan[] } {
  const { name } = sketch;
  const code = communityCode(number);
  const grids = Array.from({ length: sketch.grids }, (_, index) => gridArea(seed, { code, name }, index + 1));
  const community = {
    id: placeId(seed, name),
    code,
    name,
    publicPhone: publicPhone(number),
    workGroupId: workGroupArea(seed, number).id,
    grids,
  };
  return {
    community,
    compounds: sketch.compounds.map((compound) => planCompound(seed, community, compound)),
  };
}

function planCompound(seed: string, community: CommunityPlan, sketch: CompoundSketch): CompoundPlan {
  const { buildings, ...rest } = sketch;
  const planBuilding = ({ grid, spec }: BuildingSketch, index: number): BuildingPlan => ({
    id: placeId(seed, sketch.name, spec.label),
    zone: '',
    spec,
    gridId: community.grids[grid - 1]?.id ?? '',
    order: index + 1,
  });
  return {
    ...rest,
    id: placeId(seed, sketch.name),
    communityId: community.id,
    buildings: buildings.map(planBuilding),
  };
}
