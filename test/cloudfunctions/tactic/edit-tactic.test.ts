import type { EventDocument, TacticDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const apple = () => street.area('苹果花园');
const edit = (person: string, input: Partial<{ compoundId: string; version: number; ways: string[] }> = {}) =>
  street.as(person).tactic.editTactic({
    compoundId: apple(),
    version: 0,
    ways: ['visit', 'group'],
    ...input,
  } as Parameters<ReturnType<TestStreet['as']>['tactic']['editTactic']>[0]);

describe('choose the ways of a compound', () => {
  it('is refused for a compound that is not there, or of another community', async () => {
    for (const compoundId of ['nothing', street.area('樱花苑')]) {
      await expectStandstill(street, () => edit('community S', { compoundId }), refused('NOT_FOUND'));
    }
  });

  it('is refused to everybody but community and street', async () => {
    for (const person of [
      'outsider X',
      'head H3',
      'worker W1',
      'volunteer V1',
      'auditor Q',
      'secretary SEC',
    ]) {
      await expectStandstill(street, () => edit(person), refused('FORBIDDEN'));
    }
  });

  it('is refused with a way that is none', async () => {
    await expectStandstill(street, () => edit('community S', { ways: ['pigeon'] }), refused('VALIDATION'));
  });

  it('is refused from a version that is no longer the newest, and both committees’ words are not mixed', async () => {
    dataOf(await edit('community S'));

    const call = () => edit('community S2', { ways: ['handle'] });
    await expectStandstill(street, call, refused('STALE_VERSION'));
  });

  it('keeps the whole mix in the order of the table, versioned and recorded with what stood before', async () => {
    expect(await edit('community S')).toEqual(accepted({ version: 1 }));
    expect(await edit('office ADM', { version: 1, ways: ['handle'] })).toEqual(accepted({ version: 2 }));

    const [tactic] = await street.all<TacticDocument>('tactics');
    expect(tactic).toMatchObject({
      _id: apple(),
      version: 2,
      ways: ['handle'],
      by: street.userId('office ADM'),
    });
    const events = await street.all<EventDocument>('events', { compoundId: apple() });
    expect(events.map(({ audit }) => [audit.action, audit.fields])).toEqual([
      ['tactic.edit', ['ways']],
      ['tactic.edit', ['ways']],
    ]);
    expect(events.filter(({ sealedDiff }) => sealedDiff !== undefined)).toHaveLength(1);
  });

  it('in the table’s order, whatever the order of touching', async () => {
    dataOf(await edit('community S'));
    await street.runTimer('rollYields');

    const board = dataOf(await street.as('community S').tactic.readBoard({}));
    expect(board.parts.find(({ id }) => id === apple())).toMatchObject({
      version: 1,
      ways: ['group', 'visit'],
    });
    expect(board.parts.filter(({ version }) => version === 0)).toHaveLength(board.parts.length - 1);
  });

  it('of two at once lets one win', async () => {
    const replies = await Promise.all([edit('community S'), edit('community S2', { ways: ['handle'] })]);

    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await street.count('tactics', { version: 1 })).toBe(1);
  });

  it('answers the same operation again without a second effect', async () => {
    const opId = newOpId();
    const input = { compoundId: apple(), version: 0, ways: ['visit' as const] };
    const first = dataOf(await street.as('community S').tactic.editTactic(input, { opId }));

    const again = await street.as('community S').tactic.editTactic(input, { opId, again: true });
    expect(again).toEqual(repeated(first));
    expect(await street.count('events')).toBe(1);
  });
});
