/**
 * J14.X1: one wish, and a thousand volunteers want it at once, each for themselves: over the wire, through the unmodified SDK. The quick run
 * is two rounds, the full one two hundred.
 */
import type { Reply } from '@domain/kernel/contract';
import type { VolunteerDocument, WishDocument } from '../../cloudfunctions/repositories/documents';
import { crowdOf, type Comer } from '../cloudfunctions/fixture/crowd';
import { openStreet, type PersonCalls, type TestStreet } from '../cloudfunctions/fixture/street';
import { keptForK, released, wishStored } from '../cloudfunctions/fixture/wishes';

const IS_FULL = process.env['TEST_FULL'] === '1';
const ROUNDS = IS_FULL ? 200 : 2;
const CLAIMS = 1000;
/** So many rounds with the same people: whoever is quickest may win each of them, and a fourth claim is refused for itself. */
const ROUNDS_TOGETHER = 3;
const ROUND_MS = 300_000;
/** What a phone sends again under the same operation id. */
const UNANSWERED = ['CONFLICT_RETRY', 'DEPENDENCY_UNAVAILABLE', 'INTERNAL'];
const SENDS_MAX = 12;

let street: TestStreet;
let crowd: readonly Comer[];
/** The wish that has waited longest. */
let next: WishDocument;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

async function wishOf(text: string): Promise<WishDocument> {
  return released(street, await keptForK(street, { text, isAnother: true }));
}

async function claimUntilAnswered({ wish }: PersonCalls, wishId: string): Promise<Reply<unknown>> {
  let reply = await wish.claim({ wishId });
  for (let sends = 1; !reply.ok && UNANSWERED.includes(reply.problem.code) && sends < SENDS_MAX; sends += 1) {
    reply = await wish.claim({ wishId });
  }
  return reply;
}

describe(`J14 ${CLAIMS} claims of one wish at once`, () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'J14.X1 have one winner, and everybody else is offered the next wish, round %d',
    async (round) => {
      if (round % ROUNDS_TOGETHER === 0) {
        await street.reset();
        crowd = await crowdOf(street, CLAIMS);
        next = await wishOf('想学剪纸');
      }
      await street.clock.set(street.clock.now() + 60_000);
      const wanted = await wishOf('想要一个防滑浴凳');

      const replies = await Promise.all(crowd.map(({ calls }) => claimUntilAnswered(calls, wanted._id)));

      const losers = replies.flatMap((reply) => (reply.ok ? [] : [reply.problem]));
      expect(losers).toHaveLength(CLAIMS - 1);
      expect(new Set(losers.map(({ code }) => code))).toEqual(new Set(['ALREADY_CLAIMED']));
      expect(new Set(losers.map(({ details }) => details['next']))).toEqual(new Set([next._id]));
      const wish = await wishStored(street, wanted._id);
      expect(wish).toMatchObject({ state: 'claimed', round: 1 });
      const claims = (await street.events()).filter(({ audit }) => audit.objects.includes(wanted._id));
      expect(claims.filter(({ audit }) => audit.action === 'wish.claim')).toMatchObject([
        { audit: { actor: wish.claimedBy } },
      ]);
      const holders = await street.all<VolunteerDocument>('volunteers');
      const hold = holders.filter(({ openWishes = [] }) => openWishes.includes(wanted._id));
      expect(hold.map(({ _id }) => _id)).toEqual([wish.claimedBy]);
    },
    ROUND_MS,
  );
});
