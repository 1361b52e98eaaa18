import fc from 'fast-check';
import type { BuildingSpec } from '@domain/area/building-spec';
import { addDoor, doorsOf, drawFrame, removeDoor, type BuildingFrame } from '@domain/area/frame';
import { readFloors } from '@domain/area/frame-input';

const unit = (label: string, roomsPerFloor = 2, pattern = '{f}{nn}') => ({ label, roomsPerFloor, pattern });

function building(spec: Partial<BuildingSpec> = {}): BuildingSpec {
  const plain = {
    label: '3',
    kind: 'tower',
    floors: '1-6',
    skipFloors: [],
    renamedFloors: {},
    shops: 0,
    basements: 0,
  } as const;
  return { ...plain, skipFloors: [], units: [unit('1'), unit('2'), unit('3')], ...spec };
}

function drawn(spec: Partial<BuildingSpec> = {}, zone = ''): BuildingFrame {
  const drawing = drawFrame(building(spec), { zone, order: 7 });
  if (!drawing.ok) throw new Error(drawing.problems.join());
  return drawing.frame;
}

const keysOf = (frame: BuildingFrame) => doorsOf(frame).map((door) => door.key);

const specs = fc.record({
  floors: fc.constantFrom('1-6', '1-5;7-10', '2-18', '1', '3;1;2'),
  skipFloors: fc.uniqueArray(fc.integer({ min: 2, max: 18 }), { maxLength: 4 }),
  units: fc
    .uniqueArray(fc.constantFrom('1', '2', '3', '甲', '东', '0'), { minLength: 1, maxLength: 4 })
    .chain((labels) =>
      fc.tuple(...labels.map((label) => fc.integer({ min: 1, max: 9 }).map((rooms) => unit(label, rooms)))),
    ),
  shops: fc.nat(5),
  basements: fc.nat(5),
});

describe('the frame of a building', () => {
  it('of three units, six floors and two doors has 36 doors, the top floor first', () => {
    const frame = drawn();

    expect(frame.units.map((wall) => wall.rows.map((row) => row.doors.map((door) => door.label)))[1]).toEqual(
      [
        ['601', '602'],
        ['501', '502'],
        ['401', '402'],
        ['301', '302'],
        ['201', '202'],
        ['101', '102'],
      ],
    );
    expect(doorsOf(frame)).toHaveLength(36);
    expect(keysOf(frame)).toContain('3-2-502');
  });

  it('gives slots from the ground up, from 0 in each unit, and remembers the next', () => {
    const [first] = drawn().units;

    expect(first?.rows.map((row) => row.doors.map((door) => door.slot)).flat()).toEqual([
      10, 11, 8, 9, 6, 7, 4, 5, 2, 3, 0, 1,
    ]);
    expect(first?.nextSlot).toBe(12);
  });

  it.each([
    ['gaps in the floors', { floors: '1-2;4' }, ['3-1-401', '3-1-201', '3-1-101']],
    ['floors nobody built', { floors: '3-5', skipFloors: [4] }, ['3-1-501', '3-1-301']],
    [
      'a floor under another name',
      { floors: '3-5', renamedFloors: { '4': '3A' } },
      ['3-1-501', '3-1-3A01', '3-1-301'],
    ],
    [
      'rooms without a second digit',
      { floors: '12', units: [unit('1', 2, '{f}{n}')] },
      ['3-1-121', '3-1-122'],
    ],
    ['the unit in the room number', { floors: '1', units: [unit('2', 1, '{u}{f}{nn}')] }, ['3-2-2101']],
    ['no units', { floors: '1', units: [unit('0', 1)] }, ['3-0-101']],
    [
      'a row of bungalows',
      { kind: 'row', label: '3排', units: [unit('0', 2, '{n}')] },
      ['3排-0-1', '3排-0-2'],
    ],
    [
      'a single house of three storeys',
      { kind: 'single', label: '8', floors: '1-3', units: [unit('0', 1, '{n}')] },
      ['8-0-1'],
    ],
    [
      'shops and basements beside units',
      { floors: '1', shops: 1, basements: 1 },
      ['3-1-101', '3-0-S1', '3-0-B1'],
    ],
  ] as const)('follows the description: %s', (_case, spec, keys) => {
    const units = 'units' in spec ? [...spec.units] : [unit('1', 1)];

    expect(
      keysOf(drawn({ ...spec, skipFloors: [...('skipFloors' in spec ? spec.skipFloors : [])], units })),
    ).toEqual(keys);
  });

  it('names the zone in its keys', () => {
    expect(keysOf(drawn({ floors: '1', units: [unit('1', 1)] }, '2期'))).toEqual(['2期/3-1-101']);
  });

  it.each([
    ['floors that are no floors', { floors: '一到六' }, '楼层这样写'],
    ['floors from high to low', { floors: '6-1' }, '楼层这样写'],
    ['two units of one name', { units: [unit('1'), unit('1')] }, '同名'],
    ['a pattern without number', { units: [unit('1', 2, '{f}')] }, '第几户'],
    ['a pattern without floor', { units: [unit('1', 2, '{nn}')] }, '楼层 {f}'],
    ['rooms that come out twice', { floors: '1-11', units: [unit('1', 11, '{f}{n}')] }, '有房号重了：111'],
    ['a floor renamed to one that exists', { renamedFloors: { '4': '5' } }, '有房号重了：501'],
    ['a label with a hyphen', { label: '3-1' }, '不要带空格和横线'],
    ['more doors than a building has', { floors: '1-99', units: [unit('1', 21)] }, '最多 2000 户'],
  ])('is not drawn, and says why: %s', (_case, spec, sentence) => {
    const drawing = drawFrame(building(spec), { order: 1 });

    expect(drawing.ok ? '' : drawing.problems.join()).toContain(sentence);
  });

  it('is the same for the same description: keys and routes unique, slots without gap, routes as one walks', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const frame = drawn(spec);
        const doors = doorsOf(frame);

        expect(drawn(spec)).toEqual(frame);
        expect(new Set(keysOf(frame)).size).toBe(doors.length);
        expect(new Set(doors.map((door) => door.routeKey)).size).toBe(doors.length);
        expect(doors.map((door) => door.routeKey)).toEqual(doors.map((door) => door.routeKey).sort());
        for (const wall of frame.units) {
          const slots = wall.rows.flatMap((row) => row.doors.map((door) => door.slot)).sort((a, b) => a - b);
          expect(slots).toEqual(Array.from({ length: wall.nextSlot }, (_, index) => index));
        }
      }),
    );
  });
});

describe('one door of a frame', () => {
  const spot = { label: '503', floor: 5, floorLabel: '5', roomKind: 1 };

  it('is added at the end of its floor with the next slot', () => {
    const frame = addDoor(drawn(), '2', spot);
    const floor5 = frame?.units[1]?.rows[1];

    expect(floor5?.doors.map((door) => [door.label, door.slot])).toEqual([
      ['501', 8],
      ['502', 9],
      ['503', 12],
    ]);
  });

  it('is not added twice', () => {
    expect(addDoor(drawn(), '2', { ...spot, label: '502' })).toBeUndefined();
  });

  it('is removed without touching the drawing it came from', () => {
    const frame = drawn();

    expect(keysOf(removeDoor(frame, '3-2-502') ?? frame)).toHaveLength(35);
    expect(keysOf(frame)).toHaveLength(36);
  });

  it('that does not exist is not removed', () => {
    expect(removeDoor(drawn(), '3-2-903')).toBeUndefined();
  });

  it('never gets the slot of a removed one, whatever is added and removed', () => {
    const acts = fc.array(fc.tuple(fc.boolean(), fc.nat(30)), { maxLength: 30 });
    fc.assert(
      fc.property(acts, (list) => {
        let frame = drawn({ floors: '1-2' });
        const given = new Map(doorsOf(frame).map((door) => [`${door.key[2] ?? ''}#${door.slot}`, door.key]));
        list.forEach(([isAdding, n], step) => {
          const victim = keysOf(frame)[n];
          const next = isAdding
            ? addDoor(frame, '1', { ...spot, label: `9${step}` })
            : removeDoor(frame, victim ?? '');
          frame = next ?? frame;
          for (const door of doorsOf(frame)) {
            const place = `${door.key[2] ?? ''}#${door.slot}`;
            expect(given.get(place) ?? door.key).toBe(door.key);
            given.set(place, door.key);
          }
        });
      }),
    );
  });
});

describe('a list of floors', () => {
  it.each([
    ['1-6', [1, 2, 3, 4, 5, 6]],
    ['1-2；4', [1, 2, 4]],
    ['２～３，1', [1, 2, 3]],
    ['5', [5]],
    ['', undefined],
    ['0-3', undefined],
    ['1-100', undefined],
  ])('is read: %s', (text, floors) => {
    expect(readFloors(text)).toEqual(floors);
  });
});
