import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';
import { teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('ask to join', () => {
  it('is refused where there is none, elsewhere, to administrators, and to who belongs or has asked', async () => {
    const { _id: teamId } = await teamAt(street);
    for (const [person, id, code] of [
      ['volunteer F', 'nothing', 'NOT_FOUND'],
      ['administrator S', teamId, 'FORBIDDEN'],
      ['volunteer E', teamId, 'WRONG_STATE'],
    ] as const) {
      await expectStandstill(street, () => street.as(person).team.join({ teamId: id }), refused(code));
    }
    await teamAt(street, { communityId: 'elsewhere' });
    await expectStandstill(
      street,
      () => street.as('volunteer F').team.join({ teamId }),
      refused('NOT_FOUND'),
    );
    await teamAt(street, { asking: [street.userId('volunteer F')] });
    await expectStandstill(
      street,
      () => street.as('volunteer F').team.join({ teamId }),
      refused('WRONG_STATE'),
    );
  });

  it('waits for the leader', async () => {
    const { _id: teamId } = await teamAt(street);
    expect(await street.as('volunteer F').team.join({ teamId })).toEqual(accepted({}));
    expect(await street.stored('teams', teamId)).toMatchObject({
      asking: [street.userId('volunteer F')],
      version: 2,
    });
  });
});
