/** The printed codes of the street as the camera of the phone on a computer lists them. */
import { buildingWords } from '@domain/area/door-address';
import { stageOf } from './cast';
import { seededScene, type PrintedCode } from './links';
import type { Street } from './street';

/** A list longer than this is of no use to a person: the full street offers compounds and the journeys' building. */
const LIST_MAX = 1_000;

/** The door of the first journey first, then its building, then the other places. */
export function printedCodes({ plan, units }: Street): PrintedCode[] {
  const { seed, compounds } = plan;
  const { building, doors: journeyDoors } = stageOf(plan);
  const doors = units.flatMap((unit) =>
    unit.doors.map(({ door }) => ({
      label: `${door.name} 门贴`,
      scene: seededScene(seed, { kind: 'H', id: door.document._id }),
    })),
  );
  const rankOf = ({ label }: PrintedCode): number => {
    if (label.startsWith(`${journeyDoors.a} `)) return 0;
    return label.startsWith(`${building}-`) ? 1 : 2;
  };
  const inBuilding = doors
    .filter((code) => rankOf(code) < 2)
    .sort((left, right) => rankOf(left) - rankOf(right));
  const places = compounds.flatMap((compound) => [
    { label: `${compound.name} 小区码`, scene: seededScene(seed, { kind: 'C', id: compound.id }) },
    ...compound.buildings.map(({ id, spec }) => ({
      label: `${compound.name} ${buildingWords(spec.label)} 楼码`,
      scene: seededScene(seed, { kind: 'B', id }),
    })),
  ]);
  const others = doors.filter((code) => rankOf(code) === 2);
  return [...inBuilding, ...places, ...others].slice(0, LIST_MAX);
}
