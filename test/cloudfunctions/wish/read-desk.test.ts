import type { AuditDocument } from '../../../cloudfunctions/repositories/documents';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimedForK, doneForK, HELPED, keptForK, STOOL } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('one wish on the desk', () => {
  it('shows the private part of one, with the number masked, and records the look', async () => {
    const { _id: wishId } = await keptForK(street);

    const seen = dataOf(await street.as('community S').wish.readDesk({ wishId }));

    expect(seen).toMatchObject({
      ...{ name: HELPED.name, phone: '100****0303', note: HELPED.note, isAlone: true, isHelped: true },
      ...{ plate: { compound: '苹果花园', line: '3-2-201' }, text: STOOL, check: 'passed' },
    });
    const looks = await street.all<AuditDocument>('audit', { 'audit.action': 'wish.queue' });
    expect(looks).toMatchObject([{ subjects: [wishId], audit: { fields: ['contact', 'private'] } }]);
    expect(seen.claimant).toBe('');
    expect(await street.as('leader GL1').wish.readDesk({ wishId })).toEqual(refused('NOT_FOUND'));
    expect(await street.as('community S').wish.readDesk({ wishId: 'no' })).toEqual(refused('NOT_FOUND'));
  });

  it('says how long it took, once that was reported', async () => {
    const { _id: wishId } = await doneForK(street);

    expect(dataOf(await street.as('community S').wish.readDesk({ wishId }))).toMatchObject({ minutes: 60 });
  });

  it('names who has it in hand, masked', async () => {
    const { _id: wishId } = await claimedForK(street);

    const seen = dataOf(await street.as('community S').wish.readDesk({ wishId }));

    expect(seen.claimant).toMatch(/^.\*/);
  });
});
