import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { storedExport, wishFor } from './export-kit';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

async function requested(person = 'community S'): Promise<string> {
  const wish = wishFor(street.area('苹果花园'));
  return dataOf(await street.as(person).export.requestExport(wish)).exportId;
}

const approve = (person: string, exportId: string) =>
  street.as(person).export.decideExport({ exportId, verdict: 'approve' });
const refuse = (person: string, exportId: string, reason?: string) =>
  street
    .as(person)
    .export.decideExport({ exportId, verdict: 'refuse', ...(reason === undefined ? {} : { reason }) });

describe('decide an export', () => {
  it('does not find one that nobody asked for', async () => {
    expect(await approve('admin ADM', '0000')).toEqual(refused('NOT_FOUND'));
  });

  it('is refused to whoever asked for it', async () => {
    const exportId = await requested('admin ADM');

    expect(await approve('admin ADM', exportId)).toEqual(refused('FORBIDDEN'));
    expect(await storedExport(street, exportId)).toMatchObject({ state: 'requested' });
    expect(await street.count('jobs')).toBe(0);
  });

  it.each(['community S', 'community S2', 'auditor Q', 'secretary SEC', 'worker W1'])(
    'is refused to %s',
    async (person) => {
      const exportId = await requested();

      expect(await approve(person, exportId)).toEqual(refused('FORBIDDEN'));
      expect(await storedExport(street, exportId)).toMatchObject({ state: 'requested' });
    },
  );

  it('wants a reason for a no', async () => {
    const exportId = await requested();

    expect(await refuse('admin ADM', exportId)).toEqual(refused('REASON_REQUIRED'));
    expect(await refuse('admin ADM', exportId, '不行')).toEqual(refused('REASON_REQUIRED'));
    expect(await storedExport(street, exportId)).toMatchObject({ state: 'requested' });
  });

  it('happens once', async () => {
    const exportId = await requested();
    await refuse('admin ADM', exportId, '没有写清用途');

    expect(await approve('admin ADM2', exportId)).toEqual(refused('WRONG_STATE', { state: 'refused' }));
    expect(await street.count('jobs')).toBe(0);
  });

  it('shows a no with its reason to the one who asked', async () => {
    const exportId = await requested();

    expect(await refuse('admin ADM', exportId, '没有写清用途')).toEqual(accepted({ state: 'refused' }));

    const { exports } = dataOf(await street.as('community S').export.listExports({}));
    expect(exports).toMatchObject([{ id: exportId, state: 'refused', refusal: '没有写清用途' }]);
  });

  it('with a yes files the job together with the decision', async () => {
    const exportId = await requested();

    expect(await approve('admin ADM', exportId)).toEqual(accepted({ state: 'approved' }));

    expect(await storedExport(street, exportId)).toMatchObject({
      state: 'approved',
      deciderId: street.userId('admin ADM'),
    });
    expect(await street.all('jobs')).toMatchObject([
      { kind: 'export', subjectId: exportId, state: 'queued' },
    ]);
    const actions = (await street.events()).map(({ audit }) => audit.action);
    expect(actions.sort()).toEqual(['export.approve', 'export.request']);
  });

  it('lets only one of two administrators decide at the same moment', async () => {
    const exportId = await requested();

    const replies = await Promise.all([
      approve('admin ADM', exportId),
      refuse('admin ADM2', exportId, '没有写清用途'),
    ]);

    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const stored = await storedExport(street, exportId);
    expect(await street.count('jobs')).toBe(stored?.state === 'approved' ? 1 : 0);
  });
});
