/**
 * The façade of a building: units apart, floors as rows with the top floor first, a window a door.
 * Properties:
 *   units   Unit[]: { key, label, floors: Floor[] }; Floor: { key, label, doors: Door[] }, top floor first;
 *           Door: { key, label, state, word?, waiting? } with state one of 'missing' 'pending' 'filled' 'verified'
 *           'vacantGuess' 'vacant' 'refused' 'inaccessible' 'notExist' 'business'. `word` replaces the spoken word,
 *           `waiting` says that this phone still has something to hand in for the door
 *   chosen  key of the door that is open beside the wall
 *   legend  counts under the wall, by what is on it (default true)
 *   large   大字
 * Event: `open` { key, label, state } of the touched door. A door that does not exist is a gap and says nothing.
 * A door is one node, so that a tower stays within a page's limit; from DOORS_AT_ONCE on one unit is shown at a time.
 */
interface Door {
  key: string;
  label: string;
  state: string;
  word?: string;
  waiting?: boolean;
}

interface Floor {
  key: string;
  label: string;
  doors: Door[];
}

interface Unit {
  key: string;
  label: string;
  floors: Floor[];
}

interface LegendLine {
  look: string;
  word: string;
  count: number;
}

interface ShownFloor extends Omit<Floor, 'doors'> {
  doors: (Door & { spoken: string; look: string })[];
}

const DOORS_AT_ONCE = 120;

const WORDS: Record<string, string> = {
  verified: '已核实',
  filled: '已填',
  pending: '待确认',
  missing: '没填',
  vacant: '空置',
  vacantGuess: '像是空置',
  business: '商铺',
  refused: '没答应',
  inaccessible: '进不去',
};

function doorsOf(units: Unit[]): Door[] {
  return units.flatMap((unit) => unit.floors.flatMap((floor) => floor.doors));
}

function spoken(door: Door): string {
  // A verified door is a registered one as well, and the ear has no other sign for it.
  const word = door.word ?? (door.state === 'verified' ? '已登记，已核实' : WORDS[door.state]) ?? '';
  return `${door.label}，${word}${door.waiting === true ? '，待上传' : ''}`;
}

/** Name of a state in class names: notExist is not-exist. */
function lookOf(state: string): string {
  return state.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function legendOf(doors: Door[]): LegendLine[] {
  return Object.entries(WORDS)
    .map(([state, word]) => ({
      look: lookOf(state),
      word,
      count: doors.filter((door) => door.state === state).length,
    }))
    .filter((line) => line.count > 0);
}

function shown(unit: Unit): Omit<Unit, 'floors'> & { floors: ShownFloor[] } {
  return {
    ...unit,
    floors: unit.floors.map((floor) => ({
      ...floor,
      doors: floor.doors.map((door) => ({ ...door, spoken: spoken(door), look: lookOf(door.state) })),
    })),
  };
}

Component({
  properties: {
    units: { type: Array, value: [] },
    chosen: { type: String, value: '' },
    legend: { type: Boolean, value: true },
    large: { type: Boolean, value: false },
  },
  data: {
    blocks: [] as ReturnType<typeof shown>[],
    tabs: [] as { key: string; label: string }[],
    tab: '',
    lines: [] as LegendLine[],
  },
  observers: {
    'units, tab': function (units: Unit[], tab: string) {
      const doors = doorsOf(units);
      const apart = units.length > 1 && doors.length > DOORS_AT_ONCE;
      const current = units.find((unit) => unit.key === tab) ?? units[0];
      this.setData({
        blocks: (apart && current !== undefined ? [current] : units).map(shown),
        tabs: apart ? units.map(({ key, label }) => ({ key, label })) : [],
        lines: legendOf(doors),
      });
    },
  },
  methods: {
    onTab(event: WechatMiniprogram.CustomEvent<object, object, { key: string }>) {
      this.setData({ tab: event.currentTarget.dataset.key });
    },
    onOpen(
      event: WechatMiniprogram.CustomEvent<object, object, { key: string; label: string; state: string }>,
    ) {
      const { key, label, state } = event.currentTarget.dataset;
      if (state !== 'notExist') this.triggerEvent('open', { key, label, state });
    },
  },
});
