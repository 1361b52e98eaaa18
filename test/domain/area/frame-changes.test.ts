import { doorsOf, drawFrame, type BuildingFrame } from '@domain/area/frame';
import { compareFrames, type StoredDoor } from '@domain/area/frame-changes';

function drawn(floors: string, roomsPerFloor = 1): BuildingFrame {
  const units = [{ label: '1', roomsPerFloor, pattern: '{f}{nn}' }];
  const spec = {
    label: '3',
    kind: 'tower',
    floors,
    skipFloors: [],
    renamedFloors: {},
    units,
    shops: 0,
    basements: 0,
  } as const;
  const drawing = drawFrame({ ...spec, skipFloors: [] }, { order: 1 });
  if (!drawing.ok) throw new Error(drawing.problems.join());
  return drawing.frame;
}

function stored(frame: BuildingFrame, occupiedKeys: string[] = []): StoredDoor[] {
  return doorsOf(frame).map(({ key, slot }) => ({
    key,
    slot,
    unit: '1',
    hasHousehold: occupiedKeys.includes(key),
  }));
}

describe('a second drawing of a building', () => {
  it('changes nothing when nothing changed', () => {
    const changes = compareFrames(stored(drawn('1-3')), drawn('1-3'), { '1': 3 });

    expect([changes.kept.length, changes.added, changes.removable, changes.occupied]).toEqual([
      3,
      [],
      [],
      [],
    ]);
  });

  it('keeps the slots of doors that stay and gives new doors slots never used', () => {
    const changes = compareFrames(stored(drawn('2-3')), drawn('1-4'), { '1': 5 });

    expect(changes.kept.map((door) => [door.label, door.slot])).toEqual([
      ['201', 0],
      ['301', 1],
    ]);
    expect(changes.added.map((door) => [door.label, door.slot])).toEqual([
      ['101', 5],
      ['401', 6],
    ]);
  });

  it('takes the stored doors for it where nobody remembered the next slot', () => {
    expect(compareFrames(stored(drawn('2-3')), drawn('2-4'), {}).added.map((door) => door.slot)).toEqual([2]);
  });

  it('lists doors no longer drawn, and never offers to remove one with a household', () => {
    const changes = compareFrames(stored(drawn('1-3'), ['3-1-301']), drawn('1'), { '1': 3 });

    expect(changes.removable.map((door) => door.key)).toEqual(['3-1-201']);
    expect(changes.occupied.map((door) => door.key)).toEqual(['3-1-301']);
  });
});
