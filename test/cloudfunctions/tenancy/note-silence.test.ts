import type { TaskDocument } from '../../../cloudfunctions/repositories/documents';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import { askedTenancy, landlordAtPhone, storedTenancy } from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const DAY_MS = 86_400_000;

describe('a landlord who says nothing', () => {
  it('has seven days, and leaves a task on the seventh, once', async () => {
    const { _id } = await askedTenancy(street);
    const start = street.clock.now();

    await street.clock.set(start + 6 * DAY_MS);
    await street.runTimer('noteSilence');
    const early = await storedTenancy(street, _id);
    await street.clock.set(start + 7 * DAY_MS);
    await street.runTimer('noteSilence');
    await street.runTimer('noteSilence');

    expect(early.state).toBe('asked');
    expect(await storedTenancy(street, _id)).toMatchObject({
      state: 'overdue',
      waitsFor: 'worker',
      version: 2,
    });
    const tasks = await street.all<TaskDocument>('tasks', { kind: 'tenancy' });
    expect(tasks.map(({ state, subjectId, dueOn }) => [state, subjectId, dueOn])).toEqual([
      ['open', _id, '2026-03-20'],
    ]);
  });

  it('may still say it late', async () => {
    const { _id: tenancyId } = await askedTenancy(street);
    await street.clock.set(street.clock.now() + 8 * DAY_MS);
    await street.runTimer('noteSilence');
    const { landlord, proof } = await landlordAtPhone(street);

    const reply = await landlord.tenancy.answer({ tenancyId, version: 2, word: 'yes', proof });

    expect(dataOf(reply).state).toBe('confirmed');
    expect(await street.count('tasks', { kind: 'tenancy', state: 'open' })).toBe(0);
  });
});
