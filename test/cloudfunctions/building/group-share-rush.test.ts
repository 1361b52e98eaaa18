/**
 * Eight in the evening: the card was shared, and neighbours hand in in bursts of twenty, at the doors of the same few units.
 * The full run is the street's two thousand; the quick one is a tenth of it. What the slowest of twenty waits is printed.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { WallDocument } from '../../../cloudfunctions/repositories/documents';
import type { CallOptions } from '../fixture/cloud-client';
import { control } from '../fixture/cloud-client';
import { formFor } from '../fixture/residents';
import { newOpId, openStreet, type Door, type TestStreet } from '../fixture/street';

const FORMS = process.env['TEST_FULL'] === '1' ? 2000 : 200;
const BURST = 20;
const SENDS_MAX = 8;
const PAUSE_MS = 100;
/** What the outbox of a phone sends again. */
const UNANSWERED = ['CONFLICT_RETRY', 'DEPENDENCY_UNAVAILABLE', 'INTERNAL'];
/** A person may send ten forms in an hour; the street of the test has fewer people than the rush: counters are emptied on the way. */
const EMPTIED_EVERY = 5 * BURST;
const EVENING = Date.parse('2026-03-10T12:00:00Z');
const PEOPLE = [
  ...['A', 'B', 'C', 'D', 'K', 'M', 'N', 'X', 'H3', 'W1', 'W2', 'V1', 'C1', 'T1', 'T2', 'G1', 'P1', 'P2'],
  ...['E', 'F', 'L', 'S', 'S2', 'ADM', 'ADM2', 'OP', 'SEC', 'Q', 'GL1', 'GL2', 'GL3', 'GL4', 'GL5'],
];

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

interface Sent {
  readonly ms: number;
  readonly sends: number;
}

/** Sends until it is answered, as the outbox does: one operation id, however often. */
async function handIn(person: string, door: Door): Promise<Sent> {
  const { census } = street.as(`neighbour ${person}`, null);
  const opId = newOpId();
  const startedAt = performance.now();
  for (let sends = 1; sends <= SENDS_MAX; sends += 1) {
    const options: CallOptions = sends === 1 ? { opId } : { opId, again: true };
    const reply = await census.submitForm(formFor(door), options);
    if (reply.ok) return { ms: performance.now() - startedAt, sends };
    if (!UNANSWERED.includes(reply.problem.code)) throw new Error(reply.problem.code);
    await wait(PAUSE_MS * sends);
  }
  throw new Error(`not handed in after ${SENDS_MAX} sends`);
}

/** Doors of three buildings, in walking order; neighbours of one burst stand at doors beside each other. */
function doorsOfTheRush(): Door[] {
  const buildings = ['3', '2', '5'].map((label) => street.building(`苹果花园 ${label}`));
  return street.doors().filter(({ buildingId }) => buildings.includes(buildingId));
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function waitingIn(units: ReadonlySet<string>): Promise<number> {
  const walls = (await street.all<WallDocument>('walls')).filter(({ _id }) => units.has(_id));
  return walls.flatMap(({ slots }) => Object.values(slots)).reduce((sum, { waiting }) => sum + waiting, 0);
}

describe('the rush after a card was shared', () => {
  it(
    'loses no form, and every door counts what was handed in there',
    async () => {
      await street.clock.set(EVENING);
      const doors = doorsOfTheRush();
      const units = new Set(doors.map(({ unitId }) => unitId));
      const before = await street.count('submissions');
      const waitingBefore = await waitingIn(units);
      const sent: Sent[] = [];
      for (let first = 0; first < FORMS; first += BURST) {
        if (first % EMPTIED_EVERY === 0) {
          await control(street.url, 'PUT collections/limits', { documents: [] });
        }
        const burst = Array.from({ length: Math.min(BURST, FORMS - first) }, (_, place) => {
          const index = first + place;
          const round = Math.floor(index / doors.length);
          const at = index % doors.length;
          // Nobody comes to a door twice: the second form of a sender takes the place of the first.
          return handIn(PEOPLE[(at + round) % PEOPLE.length] ?? '', doors[at] as Door);
        });
        sent.push(...(await Promise.all(burst)));
      }

      const p95 = percentile(
        sent.map(({ ms }) => ms),
        0.95,
      );
      const again = sent.filter(({ sends }) => sends > 1).length;
      process.stderr.write(
        `rush ${FORMS} forms in bursts of ${BURST}: p95 ${p95.toFixed(0)} ms, ${again} sent again\n`,
      );
      expect(await street.count('submissions')).toBe(before + FORMS);
      expect(await waitingIn(units)).toBe(waitingBefore + FORMS);
      expect(await street.count('events')).toBe(FORMS);
    },
    FORMS * 600,
  );
});
