import type { AssignmentDocument, CampaignDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, invoke, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('who am I', () => {
  it('is refused to somebody whom the platform does not know', async () => {
    const call = () =>
      invoke(
        street.url,
        { openid: 'wx-nobody' },
        { function: 'session', envelope: { procedure: 'whoami', input: {} } },
      );

    await expectStandstill(street, call, refused('UNAUTHENTICATED'));
  });

  it('is refused in the seat of somebody else', async () => {
    const [seat] = await street.all<AssignmentDocument>('assignments', {
      userId: street.userId('worker W2'),
    });

    await expectStandstill(
      street,
      () => street.as('worker W1', seat?._id).session.whoami({}),
      refused('FORBIDDEN'),
    );
  });

  it('names seats in force only, and none to a stranger', async () => {
    const seats = await street.all<AssignmentDocument>('assignments');
    const [own] = seats.filter(({ userId }) => userId === street.userId('worker W1'));
    const others = seats.filter((seat) => seat !== own);
    const ended = { ...own, endsOn: '2026-03-09' };

    const before = dataOf(await street.as('worker W1', null).session.whoami({}));
    await street.replaceAll('assignments', [...others, ended]);
    const after = dataOf(await street.as('worker W1', null).session.whoami({}));

    expect(before.seats.map(({ role }) => role)).toEqual(['GW']);
    expect(after.seats).toEqual([]);
    expect(dataOf(await street.as('outsider X').session.whoami({})).seats).toEqual([]);
  });

  it('says of the campaign what every page may say, and no more', async () => {
    const stored = await street.stored<CampaignDocument>('config', 'campaign');

    const { campaign } = dataOf(await street.as('outsider X').session.whoami({}));

    expect(campaign.officeName).toBe(stored?.officeName);
    expect(campaign).not.toHaveProperty('streetId');
  });

  it('counts the campaign as closed after its last day', async () => {
    await street.changeCampaign({ closesOn: '2026-03-09' });

    expect(dataOf(await street.as('outsider X').session.whoami({})).campaign.isOpen).toBe(false);
  });
});
