import type { ActivityQueueDocument, SignupDocument } from '../../../cloudfunctions/repositories/documents';
import { chanceOf } from '../../../local/seed/random';
import { activityAt, AS_VOLUNTEER } from '../fixture/activities';
import { crowdOf, type Comer } from '../fixture/crowd';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const isFull = process.env['TEST_FULL'] === '1';
const ROUNDS = isFull ? 50 : 2;
const CANCELLING_ROUNDS = isFull ? 20 : 1;

const signups = () => street.all<SignupDocument>('signups');
const queue = async () => (await street.all<ActivityQueueDocument>('activityQueues'))[0];

interface Told {
  readonly phase: string;
  readonly number: number;
}

async function comeAll(comers: readonly Comer[], activityId: string): Promise<Told[]> {
  const replies = await Promise.all(
    comers.map(({ calls }) => calls.activity.signup({ activityId, person: AS_VOLUNTEER })),
  );
  return replies.map((reply) =>
    reply.ok ? reply.data : { phase: reply.problem.code + reply.problem.message, number: 0 },
  );
}

/** What each reads of the own place, where there is one. */
async function phasesOf(comers: readonly Comer[], activityId: string): Promise<(string | undefined)[]> {
  return Promise.all(
    comers.map(async ({ calls }) => dataOf(await calls.activity.read({ activityId })).own?.phase),
  );
}

/** Numbers of the line from 1, each once. */
function expectLine(told: readonly Told[], places: number): void {
  const phases = [...new Set(told.map(({ phase }) => phase))].sort();
  expect(phases).toEqual(['placed', 'waiting']);
  const placed = told.filter(({ phase }) => phase === 'placed');
  const numbers = told.filter(({ phase }) => phase === 'waiting').map(({ number }) => number);
  expect(placed).toHaveLength(places);
  expect(numbers.sort((left, right) => left - right)).toEqual(
    Array.from({ length: told.length - places }, (_, at) => at + 1),
  );
}

describe('many come at once', () => {
  it.each(Array.from({ length: ROUNDS }, (_, at) => at + 1))(
    'round %i: 500 for 50 places: exactly 50, and 450 in order',
    async () => {
      const comers = await crowdOf(street, 500);
      const { _id } = await activityAt(street, { capacity: 50 });

      const told = await comeAll(comers, _id);

      expectLine(told, 50);
      expect(await signups()).toHaveLength(500);
      // What each was told is the order that is stored.
      const { arrivals = [] } = (await queue()) ?? {};
      const rows = new Map((await signups()).map((row) => [row.userId, row.key]));
      comers.forEach(({ userId }, at) => {
        const rank = arrivals.indexOf(rows.get(userId) ?? '');
        expect(told[at]).toEqual(
          rank < 50 ? { phase: 'placed', number: 0 } : { phase: 'waiting', number: rank - 49 },
        );
      });
    },
    600_000,
  );

  it.each(Array.from({ length: CANCELLING_ROUNDS }, (_, at) => at + 1))(
    'round %i: with cancellations in between nobody is told of a place beyond the fifty',
    async (round) => {
      const comers = await crowdOf(street, 120);
      const { _id: activityId } = await activityAt(street, { capacity: 50 });
      const chance = chanceOf('cancellations', String(round));
      const comeAndGo =
        ({ calls }: Comer) =>
        async (): Promise<void> => {
          const reply = await calls.activity.signup({ activityId, person: AS_VOLUNTEER });
          if (reply.ok && chance.happens(0.4)) await calls.activity.cancel({ activityId, version: 1 });
        };

      for (const wave of [comers.slice(0, 70), comers.slice(70)]) {
        await Promise.all(wave.map((comer) => comeAndGo(comer)()));
        await street.runTimer('keepActivities');
        const active = (await signups()).filter(({ state }) => state === 'active').length;
        const phases = await phasesOf(comers, activityId);
        const holding = phases.filter((phase) => phase === 'placed' || phase === 'offered');
        expect({ round, holding: holding.length }).toEqual({ round, holding: Math.min(50, active) });
        expect(phases.filter((phase) => phase === 'waiting')).toHaveLength(active - holding.length);
      }
    },
    600_000,
  );
});
