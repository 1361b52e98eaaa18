import type { TeamDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';
import { keptForK, released, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });

describe('claim a wish for a team', () => {
  const team = async (): Promise<TeamDocument> => {
    const { communityId, streetId } = street.door('苹果花园 3-2-502');
    const people = ['leader L', 'volunteer E', 'volunteer F'];
    const members = people.map((person) => street.userId(person));
    const [leaderId = ''] = members;
    const document: TeamDocument = {
      ...{ _id: 'team1', version: 1, name: '苹果花园志愿队', kind: 'compound', communityId, streetId },
      ...{ compoundId: '', leaderId, members, asking: [], state: 'active', at: 1 },
    };
    await street.replaceAll('teams', [document]);
    return document;
  };
  const expensive = async () => released(street, await keptForK(street), { limitYuan: 300 });
  const shares = () => [
    { userId: street.userId('leader L'), yuan: 100 },
    { userId: street.userId('volunteer E'), yuan: 200 },
  ];

  it('is refused to members who do not lead it, for another team, and for shares that do not make up the limit', async () => {
    const { _id: teamId } = await team();
    const { _id: wishId } = await expensive();
    const leader = street.as('leader L').wish;
    const input = { wishId, teamId, shares: shares() };

    await expectStandstill(
      street,
      () => street.as('volunteer E').wish.claimTeam(input),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => leader.claimTeam({ ...input, teamId: 'team2' }),
      refused('NOT_FOUND'),
    );
    const short = await leader.claimTeam({ ...input, shares: shares().slice(0, 1) });
    expect(short).toMatchObject(refusal('VALIDATION', { field: 'shares' }));
  });

  it('is what a wish above the limit of one person needs', async () => {
    const { _id: teamId } = await team();
    const { _id: wishId, version } = await expensive();

    const alone = await street.as('volunteer E').wish.claim({ wishId });
    const together = await street.as('leader L').wish.claimTeam({ wishId, teamId, shares: shares() });

    expect(alone).toMatchObject(refusal('WRONG_STATE'));
    expect(together).toEqual(accepted({ state: 'claimed', version: version + 1 }));
    expect(await wishStored(street, wishId)).toMatchObject({ teamId, shares: shares() });
  });
});
