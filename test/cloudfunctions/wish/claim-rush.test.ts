/**
 * One wish, and everybody wants it: claims over the wire, through the unmodified SDK, by everybody in the cast who has no part in the
 * wish. The quick run is two rounds of a hundred, the full one two hundred rounds of a thousand: there each person sends more than
 * the thirty an hour that one may, and is told so.
 */
import type { Reply } from '@domain/kernel/contract';
import type { AssignmentDocument, VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { openStreet, type PersonCalls, type TestStreet } from '../fixture/street';
import { keptForK, released, wishStored } from '../fixture/wishes';

const IS_FULL = process.env['TEST_FULL'] === '1';
const ROUNDS = IS_FULL ? 200 : 2;
const CLAIMS = IS_FULL ? 1000 : 100;
const ROUND_MS = IS_FULL ? 60_000 : 30_000;
/** What a phone sends again under the same operation id. */
const UNANSWERED = ['CONFLICT_RETRY', 'DEPENDENCY_UNAVAILABLE', 'INTERNAL'];
const SENDS_MAX = 12;

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

/** Everybody but H3, who made the wish, and S, who releases it. */
const CROWD = [
  ...['A', 'B', 'C', 'D', 'K', 'M', 'N', 'X', 'W1', 'W2', 'V1', 'C1', 'T1', 'T2', 'G1', 'P1', 'P2'],
  ...['E', 'F', 'L', 'S2', 'ADM', 'ADM2', 'OP', 'SEC', 'Q', 'GL1', 'GL2', 'GL3', 'GL4', 'GL5', 'GL6', 'GL7'],
];

/** All of them as volunteers of the community, in turn, as many calls as are asked for. */
async function volunteers(count: number): Promise<PersonCalls[]> {
  const seats = await street.all<AssignmentDocument>('assignments');
  const known = await street.all<VolunteerDocument>('volunteers');
  const seat = seats.find(({ _id }) => _id === street.seatId('volunteer E'));
  const volunteer = known.find(({ _id }) => _id === street.userId('volunteer E'));
  if (seat === undefined || volunteer === undefined) throw new Error('E is no volunteer');
  const people = CROWD.map((key) => {
    const person = `volunteer ${key}`;
    return { person, userId: street.userId(person), seatId: `crowd${key.toLowerCase()}` };
  });
  await street.replaceAll('assignments', [
    ...seats,
    ...people.map(({ userId, seatId }) => ({ ...seat, _id: seatId, userId })),
  ]);
  await street.replaceAll(
    'volunteers',
    people.map(({ userId, seatId }) => ({ ...volunteer, _id: userId, seatId })),
  );
  const calls = people.map(({ person, seatId }) => street.as(person, seatId));
  return Array.from({ length: count }, (_, at) => calls[at % calls.length]).filter(
    (one): one is PersonCalls => one !== undefined,
  );
}

async function claimUntilAnswered({ wish }: PersonCalls, wishId: string): Promise<Reply<unknown>> {
  let reply = await wish.claim({ wishId });
  for (let sends = 1; !reply.ok && UNANSWERED.includes(reply.problem.code) && sends < SENDS_MAX; sends += 1) {
    reply = await wish.claim({ wishId });
  }
  return reply;
}

describe(`${CLAIMS} claims of one wish at once`, () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    'have one winner, and everybody else is offered the next wish, round %d',
    async () => {
      await street.reset();
      const wanted = await released(street, await keptForK(street));
      await street.clock.set(street.clock.now() + 60_000);
      const other = await keptForK(street, { text: '想学剪纸', isAnother: true });
      const next = await released(street, other);
      const crowd = await volunteers(CLAIMS);

      const replies = await Promise.all(crowd.map((calls) => claimUntilAnswered(calls, wanted._id)));

      const losers = replies.flatMap((reply) => (reply.ok ? [] : [reply.problem]));
      expect(losers).toHaveLength(CLAIMS - 1);
      expect(new Set(losers.map(({ code }) => code))).toEqual(
        new Set(IS_FULL ? ['ALREADY_CLAIMED', 'RATE_LIMITED'] : ['ALREADY_CLAIMED']),
      );
      const told = losers.filter(({ code }) => code === 'ALREADY_CLAIMED');
      expect(new Set(told.map(({ details }) => details['next']))).toEqual(new Set([next._id]));
      const wish = await wishStored(street, wanted._id);
      expect(wish).toMatchObject({ state: 'claimed', round: 1 });
      const claims = (await street.events()).filter(({ audit }) => audit.action === 'wish.claim');
      expect(claims.map(({ audit }) => audit.actor)).toEqual([wish.claimedBy]);
      const holders = await street.all<VolunteerDocument>('volunteers');
      expect(holders.filter(({ openWishes = [] }) => openWishes.length > 0)).toHaveLength(1);
    },
    ROUND_MS,
  );
});
