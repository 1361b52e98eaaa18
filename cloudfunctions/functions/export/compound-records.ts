/** Walls and households of compounds in few reads: small compounds share one, large ones are paged. */
import type { Store } from '../../kernel/store';
import type { WallDocument } from '../../repositories/documents';
import {
  householdsOfCompound,
  householdsOfCompounds,
  type ExportedFields,
} from '../../repositories/households';
import { wallsOfCompound, wallsOfCompounds } from '../../repositories/walls';

export interface CompoundRecords {
  readonly compoundId: string;
  readonly walls: readonly WallDocument[];
  readonly households: readonly ExportedFields[];
}

/** Households that one read surely holds, should some be filed while it runs. */
const TOGETHER_MAX = 900;

type ByCompound<T> = ReadonlyMap<string, readonly T[]>;

function byCompound<T extends { readonly compoundId: string }>(rows: readonly T[]): ByCompound<T> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.compoundId);
    if (group === undefined) groups.set(row.compoundId, [row]);
    else group.push(row);
  }
  return groups;
}

async function readWalls(store: Store, ids: readonly string[]): Promise<ByCompound<WallDocument>> {
  const together = await wallsOfCompounds(store, ids);
  if (together !== undefined) return byCompound(together);
  const walls = new Map<string, WallDocument[]>();
  for (const id of ids) walls.set(id, await wallsOfCompound(store, id));
  return walls;
}

function householdsIn(walls: readonly WallDocument[]): number {
  const slots = walls.flatMap((wall) => Object.values(wall.slots));
  return slots.reduce((sum, { lastSeq }) => sum + lastSeq, 0);
}

/** Neighbours in the list whose households fit one read; a large compound stands alone. */
function groupsOf(ids: readonly string[], walls: ByCompound<WallDocument>): string[][] {
  const groups: string[][] = [];
  let room = 0;
  for (const id of ids) {
    const households = householdsIn(walls.get(id) ?? []);
    const last = groups[groups.length - 1];
    if (last !== undefined && households <= room) {
      last.push(id);
      room -= households;
    } else {
      groups.push([id]);
      room = TOGETHER_MAX - households;
    }
  }
  return groups;
}

async function readHouseholds(store: Store, group: readonly string[]): Promise<ByCompound<ExportedFields>> {
  const together = group.length > 1 ? await householdsOfCompounds(store, group) : undefined;
  if (together !== undefined) return byCompound(together);
  const households = new Map<string, ExportedFields[]>();
  for (const id of group) {
    const all: ExportedFields[] = [];
    for await (const household of householdsOfCompound(store, id)) all.push(household);
    households.set(id, all);
  }
  return households;
}

/** One compound after the other, in the order given. */
export async function* recordsOf(store: Store, ids: readonly string[]): AsyncGenerator<CompoundRecords> {
  const walls = await readWalls(store, ids);
  for (const group of groupsOf(ids, walls)) {
    const households = await readHouseholds(store, group);
    for (const compoundId of group) {
      yield {
        compoundId,
        walls: walls.get(compoundId) ?? [],
        households: households.get(compoundId) ?? [],
      };
    }
  }
}
