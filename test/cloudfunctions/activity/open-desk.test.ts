import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('open the desk', () => {
  it('is refused where there is none, elsewhere, and to volunteers who do not lead', async () => {
    const { _id } = await activityAt(street, { leaderId: street.userId('volunteer L') });
    for (const [person, activityId, code] of [
      ['administrator S', 'nothing', 'NOT_FOUND'],
      ['leader GL1', _id, 'NOT_FOUND'],
      ['volunteer E', _id, 'NOT_FOUND'],
      ['worker W1', _id, 'FORBIDDEN'],
    ] as const) {
      await expectStandstill(
        street,
        () => street.as(person).activity.openDesk({ activityId }),
        refused(code),
      );
    }
  });

  it.each(['checking', 'cancelled', 'over'] as const)('is refused while it is %s', async (state) => {
    const { _id: activityId } = await activityAt(street, { state });
    const call = () => street.as('administrator S').activity.openDesk({ activityId });
    await expectStandstill(street, call, refused('WRONG_STATE', { state }));
  });

  it('is the leader’s and the community’s, once each', async () => {
    const { _id: activityId } = await activityAt(street, { leaderId: street.userId('volunteer L') });
    for (const person of ['volunteer L', 'administrator S', 'administrator S']) {
      expect(await street.as(person).activity.openDesk({ activityId })).toEqual(accepted({}));
    }
    expect(await street.stored('activities', activityId)).toMatchObject({
      desk: [street.userId('volunteer L'), street.userId('administrator S')],
    });
    dataOf(await street.as('volunteer L').activity.showCode({ activityId }));
  });
});
