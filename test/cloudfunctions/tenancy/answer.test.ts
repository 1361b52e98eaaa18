import type { MessageDocument, TaskDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { askedTenancy, landlordHome, storedTenancy } from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('answer about a tenancy', () => {
  it('is refused for a tenancy that is not there', async () => {
    await landlordHome(street);
    const landlord = await street.seated('landlord D');

    const call = () => landlord.tenancy.answer({ tenancyId: 'nothing', version: 1, word: 'yes' });

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to tenants, to other residents and to staff', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const input = { tenancyId, version, word: 'yes' } as const;
    const tenant = await street.seated('tenant C');

    await expectStandstill(street, () => tenant.tenancy.answer(input), refused('NOT_FOUND'));
    for (const person of ['worker W2', 'office ADM', 'outsider X']) {
      const call = () => street.as(person).tenancy.answer(input);
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused with a word that removes somebody: there is none', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const landlord = await street.seated('landlord D');
    const input = { tenancyId, version, word: 'remove' } as never;

    await expectStandstill(street, () => landlord.tenancy.answer(input), refused('VALIDATION'));
  });

  it('is refused on a version that has passed, and once answered', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const { tenancy } = await street.seated('landlord D');

    await expectStandstill(
      street,
      () => tenancy.answer({ tenancyId, version: version + 1, word: 'yes' }),
      refused('STALE_VERSION'),
    );
    dataOf(await tenancy.answer({ tenancyId, version, word: 'no' }));
    await expectStandstill(
      street,
      () => tenancy.answer({ tenancyId, version: version + 1, word: 'yes' }),
      refused('WRONG_STATE', { state: 'disputed' }),
    );
  });

  it('confirms, tells the tenant, and needs no worker', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const landlord = await street.seated('landlord D');

    const reply = await landlord.tenancy.answer({ tenancyId, version, word: 'yes' });

    expect(reply).toEqual(accepted({ state: 'confirmed' }));
    expect(await storedTenancy(street, tenancyId)).toMatchObject({ state: 'confirmed', waitsFor: 'nobody' });
    const messages = await street.all<MessageDocument>('messages', { userId: street.userId('tenant C') });
    expect(messages.map(({ kind }) => kind)).toContain('tenancyAnswered');
    expect(await street.count('tasks', { kind: 'tenancy', state: 'open' })).toBe(0);
  });

  it.each(['no', 'movedOut'] as const)('of %s opens a task and removes nobody', async (word) => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const before = await street.stored('households', tenancyId);
    const landlord = await street.seated('landlord D');

    dataOf(await landlord.tenancy.answer({ tenancyId, version, word }));

    expect(await street.stored('households', tenancyId)).toEqual(before);
    const tasks = await street.all<TaskDocument>('tasks', { kind: 'tenancy', state: 'open' });
    expect(tasks.map(({ subjectId, gridId }) => [subjectId, gridId])).toEqual([
      [tenancyId, street.area('樱花01网格')],
    ]);
  });

  it('is done once, however often it is sent', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const { tenancy } = await street.seated('landlord D');
    const opId = newOpId();
    const input = { tenancyId, version, word: 'yes' } as const;
    const first = dataOf(await tenancy.answer(input, { opId }));

    const again = await tenancy.answer(input, { opId, again: true });

    expect(again).toEqual(repeated(first));
    expect((await street.events()).filter(({ audit }) => audit.action === 'tenancy.answer')).toHaveLength(1);
  });
});
