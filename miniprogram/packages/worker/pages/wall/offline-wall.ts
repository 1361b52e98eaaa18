/** The wall without network: from the route packs of its units, and with everything that this phone has noted at its doors. */
import type { PackDoor } from '@domain/contract/visit';
import { addCounts, countDoors } from '@domain/census/coverage';
import type { Kept } from '../../../../services/kept-answers';
import type { OutboxEntry } from '../../../../services/outbox-entry';
import { factsOf, groupOfDoor, withRecords, type DoorFacts } from '../../services/door-records';
import { packsOfBuilding, type RoutePack } from '../../services/route-pack';
import { saysMore, type SeenReceipts } from '../../services/seen-receipts';
import type { WallAnswer } from './wall.view';

/** Route packs carry no kind of a room: what stands in one is a home unless its state says otherwise. */
const DWELLING = 1;

/** The last answer, or the route packs where they are newer. */
export async function newerPack(
  kept: Kept<WallAnswer>,
  { buildingId, unitId }: { buildingId: string; unitId?: string },
): Promise<Kept<WallAnswer>> {
  const packs = await packsOfBuilding(buildingId);
  const shown = unitId === undefined ? packs : packs.filter(({ unit }) => unit.id === unitId);
  const [first] = shown;
  const code = kept.problem?.code;
  const isSilent = code === 'OFFLINE' || code === 'DEPENDENCY_UNAVAILABLE';
  if (first === undefined || !isSilent || kept.at > first.packedAt) return kept;
  return { ...kept, at: first.packedAt, data: wallOfPacks(shown, first) };
}

function wallOfPacks(packs: readonly RoutePack[], { plate, packedAt }: RoutePack): WallAnswer {
  const counts = packs.map(({ doors }) => countDoors(doors.map(countedDoor)));
  return {
    plate,
    moreUnits: [],
    asOf: packedAt,
    counts: addCounts(counts),
    units: packs.map(unitOfPack),
    isPacked: true,
  };
}

function unitOfPack({ unit, doors }: RoutePack): WallAnswer['units'][number] {
  const shown = doors.map(({ slot, room, floor, state, waiting }) => ({
    slot,
    room,
    floor,
    state,
    waiting,
    // A pack does not know what raises a question: nothing is confirmed from it.
    flagged: false,
  }));
  return { id: unit.id, label: unit.label, doors: shown };
}

function countedDoor({ state, waiting, households }: PackDoor) {
  return { roomKind: DWELLING, state, waiting, households: households.length };
}

/** What this phone knows beside the cloud's word: its own records, and receipts that it was shown. */
export interface Noted {
  entries: readonly OutboxEntry[];
  receipts: SeenReceipts;
}

/** Each window as it will be when everything has been handed in. */
export function withNoted(wall: WallAnswer, { entries, receipts }: Noted): WallAnswer {
  const groups = new Map<string, OutboxEntry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  const units = wall.units.map((unit) => ({
    ...unit,
    doors: unit.doors.map((door) => {
      const id = `${unit.id}-${door.slot}`;
      const mine = groups.get(groupOfDoor(id)) ?? [];
      const isShown = saysMore(receipts[id], wall.asOf);
      return mine.length === 0 && !isShown
        ? door
        : { ...door, state: stateWith(door, { mine, isShown }, wall.asOf) };
    }),
  }));
  return { ...wall, units };
}

type WallDoor = WallAnswer['units'][number]['doors'][number];

function stateWith(
  { state, waiting }: WallDoor,
  { mine, isShown }: { mine: readonly OutboxEntry[]; isShown: boolean },
  asOf: number,
): WallDoor['state'] {
  const seen: DoorFacts = { ...factsOf(UNKNOWN), state, waiting };
  const after = withRecords(seen, mine, asOf);
  return (after.answered || isShown) && after.state === 'missing' ? 'pending' : after.state;
}

const UNKNOWN: PackDoor = {
  ...{ id: '', slot: 0, room: '', floor: '', state: 'missing', waiting: 0, answered: false, attempts: 0 },
  ...{ signs: [], households: [], countedElsewhere: [] },
};
