/**
 * Brings the figures of ways and days up to the boards: each compound whose board another event or wall has moved is recounted
 * from its households, waiting forms and walls, then its community and the street are summed. What a figure was made beside is
 * written with it and compared with what stands, so that a run that dies anywhere is taken up where it stopped.
 */
import type { Store } from '../kernel/store';
import { boardHeads, type BoardHead } from '../repositories/boards';
import type { YieldDocument } from '../repositories/documents';
import { reachedInCompound } from '../repositories/households';
import { waitingInCompound } from '../repositories/submissions';
import { wallsOfCompound } from '../repositories/walls';
import { communityYieldsOf, compoundYieldsOf, keepYield, yieldSources } from '../repositories/yields';
import { digestId } from '../vault/random-id';
import { compoundYield, gridYields, sumYield, type YieldScope } from './yields';

/** How the figures of a compound are made; another way makes all of them old. */
const MADE_AS = 2;

interface Run {
  readonly store: Store;
  readonly now: number;
  readonly heads: readonly BoardHead[];
  /** What stands of each scope, as it was made. */
  readonly sources: ReadonlyMap<string, string>;
}

function scopeOf({ _id, kind, streetId, communityId, name, order }: BoardHead): YieldScope {
  return { _id, kind, streetId, communityId, name, order };
}

function ofKind({ heads }: Run, kind: BoardHead['kind']): BoardHead[] {
  return heads.filter((head) => head.kind === kind);
}

/** What the figures of a scope are made beside once nothing is old any more. */
function sourceOf(run: Run, head: BoardHead): string {
  if (head.kind === 'compound') return `${head.newestEventId} ${head.wallsVersion} ${MADE_AS}`;
  const parts =
    head.kind === 'street'
      ? ofKind(run, 'community')
      : ofKind(run, 'compound').filter(({ communityId }) => communityId === head._id);
  return digestId(...parts.map((part) => sourceOf(run, part)));
}

async function recount({ store, now }: Run, scope: YieldScope, source: string): Promise<void> {
  const { _id: compoundId } = scope;
  const walls = await wallsOfCompound(store, compoundId);
  const households = await reachedInCompound(store, compoundId);
  const forms = await waitingInCompound(store, compoundId);
  await keepYield(store, compoundYield({ ...scope, asOf: now, source }, { households, forms, walls }));
}

async function partsOf({ store }: Run, { kind, _id }: YieldScope): Promise<YieldDocument[]> {
  return kind === 'street' ? communityYieldsOf(store, _id) : compoundYieldsOf(store, _id);
}

async function sum(run: Run, scope: YieldScope): Promise<void> {
  const parts = await partsOf(run, scope);
  const asOf = parts.reduce((newest, part) => Math.max(newest, part.asOf), 0);
  // Of its parts as they stand: where one is still old, so is the sum, and the next run sees it.
  const source = digestId(...parts.map((part) => part.source));
  const figures = sumYield({ ...scope, asOf, source }, parts);
  // Grids before the community: a run that dies in between finds the community still old.
  const grids = scope.kind === 'community' ? gridYields(figures, parts) : [];
  for (const one of [...grids, figures]) await keepYield(run.store, one);
}

/** Until everything is as new as its board or `isTimeUp`. */
export async function rollYields(
  store: Store,
  { streetId, now }: { readonly streetId: string; readonly now: number },
  isTimeUp: () => boolean,
): Promise<void> {
  const heads = await boardHeads(store, streetId);
  const run: Run = { store, now, heads, sources: await yieldSources(store, streetId) };
  for (const kind of ['compound', 'community', 'street'] as const) {
    for (const head of ofKind(run, kind)) {
      const source = sourceOf(run, head);
      if (isTimeUp()) return;
      if (run.sources.get(head._id) === source) continue;
      await (kind === 'compound' ? recount(run, scopeOf(head), source) : sum(run, scopeOf(head)));
    }
  }
}
