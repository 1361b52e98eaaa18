/** A team has a wish in hand: what becomes of it is told to everybody who brings something, and not to the leader alone. */
import { openStreet, dataOf, type TestStreet } from '../fixture/street';
import { teamAt } from '../fixture/volunteers';
import {
  codeOf,
  daysLater,
  keptForK,
  keptOfA,
  released,
  reported,
  residentA,
  toldOfWishes,
  wishStored,
} from '../fixture/wishes';
import type {
  HoursDocument,
  MessageDocument,
  WishDocument,
} from '../../../cloudfunctions/repositories/documents';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const noted = async (person: string) => (await toldOfWishes(street, person)).map(({ values }) => values.note);

/** L leads, and E brings a share. */
async function inTeamHands(kept: WishDocument): Promise<WishDocument> {
  const { _id: teamId } = await teamAt(street);
  const { _id: wishId } = await released(street, kept, { limitYuan: 300 });
  const shares = [
    { userId: street.userId('leader L'), yuan: 100 },
    { userId: street.userId('volunteer E'), yuan: 200 },
  ];
  dataOf(await street.as('leader L').wish.claimTeam({ wishId, teamId, shares }));
  return wishStored(street, wishId);
}

const at = ({ _id: wishId, version }: WishDocument) => ({ wishId, version });
const NOTES: readonly (readonly [string, string, (wish: WishDocument) => Promise<unknown>])[] = [
  [
    'it is taken back',
    '对方撤回了，不用再去，谢谢您。',
    async (wish) => dataOf(await street.as('head H3').wish.withdraw(at(wish))),
  ],
  [
    'the office ends it',
    '社区终止了这个心愿，不用再去，谢谢您。',
    async (wish) =>
      dataOf(await street.as('community S').wish.takedown({ ...at(wish), reason: '本人已经搬走' })),
  ],
  ['nothing was heard for a week', '七天没动静，先让给别人了。下次再来。', () => daysLater(street, 8)],
  [
    'the office takes it from them',
    '社区收回来，让给别人了。',
    async (wish) =>
      dataOf(await street.as('community S').wish.giveBack({ ...at(wish), reason: 'notReached' })),
  ],
  [
    'it has not come, on the word of somebody without a phone',
    '对方说还没收到，请再联系一下。',
    async (wish) => {
      const done = await reported(street, wish, 'leader L');
      const input = { ...at(done), days: 3, notReceived: true };
      dataOf(await street.as('community S').wish.extend(input));
    },
  ],
];

describe('a wish in the hands of a team', () => {
  it.each(NOTES)('tells leader and sharers when %s', async (_when, note, act) => {
    await act(await inTeamHands(await keptForK(street)));

    expect(await noted('leader L')).toContain(note);
    expect(await noted('volunteer E')).toContain(note);
    expect(await noted('volunteer F')).toEqual([]);
  });

  it('tells sharers when the beneficiary says that nothing came', async () => {
    const done = await reported(street, await inTeamHands(await keptOfA(street)), 'leader L');
    const { wish } = await residentA(street);

    dataOf(await wish.confirm({ ...at(done), word: 'notReceived' }));

    expect(await noted('volunteer E')).toContain('对方说还没收到，社区会跟两边都联系。');
  });

  it('leads each of them where they find it: its leader to the own wishes, a sharer to its words', async () => {
    const { _id: wishId } = await inTeamHands(await keptForK(street));
    await daysLater(street, 8);
    const linked = async (person: string) => {
      const messages = await street.all<MessageDocument>('messages', { userId: street.userId(person) });
      return messages.sort((one, other) => one.at - other.at).map(({ kind, link }) => [kind, link]);
    };

    const words = `/packages/life/pages/wish-detail/wish-detail?id=${wishId}`;
    expect(await linked('volunteer E')).toEqual([
      ['teamShare', words],
      ['wishMoved', words],
    ]);
    const own = `/packages/life/pages/my-wishes/my-wishes?wish=${wishId}`;
    expect(await linked('leader L')).toContainEqual(['wishMoved', own]);
    expect((await street.as('volunteer E').wish.readPublished({ wishId })).ok).toBe(true);
  });

  it('counts for the team, for each of those who shared', async () => {
    const done = await reported(street, await inTeamHands(await keptForK(street)), 'leader L');
    const code = codeOf(street, done);

    dataOf(await street.as('leader L').wish.confirmByCode({ wishId: done._id, code }));

    const hours = await street.all<HoursDocument>('hours');
    expect(hours.map(({ teamId, minutes }) => [teamId, minutes])).toEqual([
      [done.teamId, 60],
      [done.teamId, 60],
    ]);
  });

  it('tells sharers, and not its leader, when the leader gives it back', async () => {
    const wish = await inTeamHands(await keptForK(street));

    dataOf(await street.as('leader L').wish.giveBack({ ...at(wish), reason: 'beyondMe' }));

    expect(await noted('volunteer E')).toContain('队里办不了，让给别人了，不用再准备。');
    expect(await noted('leader L')).toEqual([]);
  });
});
