/** Saves of the bench: what a worker brings home, sent as the phone sends it. */
import { randomBytes } from 'node:crypto';
import type { CallEnvelope } from '@domain/kernel/contract';
import type { EventDocument, HouseholdDocument } from '../../cloudfunctions/repositories/documents';
import { householdId } from '../../cloudfunctions/repositories/households';
import { NOTICE_VERSION } from '../../local/seed/settings';
import { base32 } from '../../cloudfunctions/vault/random-id';
import type { BenchCloud } from '../cloud/cloud';
import type { Job } from '../kit/load';
import type { FreshDoor } from '../street/seats';

const OP_BYTES = 16;
const TIMER_RUNS_MAX = 40;

export function newOpId(): string {
  return base32(randomBytes(OP_BYTES));
}

/** The worker's save at an untouched door, or, with the household's version, its correction. */
export function saveEnvelope({ doorId, form }: FreshDoor, baseVersion?: number): CallEnvelope {
  const input = {
    place: { by: 'door', doorId },
    form,
    consent: { given: true, noticeVersion: NOTICE_VERSION },
    ...(baseVersion === undefined ? {} : { baseVersion, householdId: householdId(doorId, 1) }),
  };
  return { procedure: 'submitForm', input, opId: newOpId() };
}

export async function save(cloud: BenchCloud, door: FreshDoor, baseVersion?: number): Promise<void> {
  await cloud.call(door.worker, 'census', saveEnvelope(door, baseVersion));
}

export function saveJobs(cloud: BenchCloud, shifts: readonly (readonly FreshDoor[])[]): Job[][] {
  return shifts.map((shift) => shift.map((door) => () => save(cloud, door)));
}

export async function documentsOf<T>(cloud: BenchCloud, collection: string, where: object): Promise<T[]> {
  const query = new URLSearchParams({ where: JSON.stringify(where), limit: '1000000' });
  const { documents } = await cloud.control<{ documents: T[] }>(`GET collections/${collection}?${query}`);
  return documents;
}

/** What one save left behind. */
export async function findSaved(
  cloud: BenchCloud,
  { doorId }: FreshDoor,
): Promise<{ household: HouseholdDocument; event: EventDocument }> {
  const [household] = await documentsOf<HouseholdDocument>(cloud, 'households', { doorId });
  const [event] = await documentsOf<EventDocument>(cloud, 'events', { subjects: household?._id });
  if (household === undefined || event === undefined) throw new Error('the save has left nothing behind');
  return { household, event };
}

/** Runs the jobs that follow a change until none of them has anything left to do. */
export async function emptyQueues(cloud: BenchCloud): Promise<void> {
  const queues = [
    ['rollUp', { rollState: 'new' }],
    ['linkTrail', { linkState: 'new' }],
  ] as const;
  for (const [timer, where] of queues) {
    for (let runs = 0; (await documentsOf(cloud, 'events', where)).length > 0; runs += 1) {
      if (runs >= TIMER_RUNS_MAX) throw new Error(`${timer} does not come to an end`);
      await cloud.runTimer(timer);
    }
  }
}
