import type { GrantDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const ledgerOf = (person: string) => street.stored<GrantDocument>('grants', street.userId(person));

describe('allow messages', () => {
  it.each([
    ['of no template', []],
    ['of one twice', ['reviewResult', 'reviewResult']],
    ['of a template that is not there', ['lottery']],
  ])('is refused %s', async (_title, templates) => {
    const call = () =>
      street.as('resident A').inbox.allowMessages({ templates: templates as 'reviewResult'[] });
    const field = templates[0] === 'lottery' ? 'templates.0' : 'templates';

    await expectStandstill(street, call, refused('VALIDATION', { field }));
  });

  it('is counted for the person, one message a tap', async () => {
    const { allowMessages } = street.as('resident A').inbox;

    expect(await allowMessages({ templates: ['reviewResult'] })).toEqual(accepted({}));
    dataOf(await allowMessages({ templates: ['reviewResult', 'taskReminder'] }));

    expect((await ledgerOf('resident A'))?.templates).toEqual({
      reviewResult: { granted: 2, sent: 0 },
      taskReminder: { granted: 1, sent: 0 },
    });
  });

  it('keeps the platform’s name of the person sealed', async () => {
    dataOf(await street.as('resident A').inbox.allowMessages({ templates: ['reviewResult'] }));

    const ledger = await ledgerOf('resident A');

    expect(JSON.stringify(ledger)).not.toContain('wx-a');
    const place = { collection: 'grants', id: ledger?._id ?? '', field: 'reader' };
    expect(street.keyring.open(place, ledger?.sealedReader ?? '')).toBe('wx-a');
  });

  it('counts an operation once, however often it is sent', async () => {
    const opId = newOpId();
    const { allowMessages } = street.as('resident A').inbox;

    for (const again of [false, true, false]) {
      expect((await allowMessages({ templates: ['reviewResult'] }, { opId, again })).ok).toBe(true);
    }

    expect((await ledgerOf('resident A'))?.templates.reviewResult).toEqual({ granted: 1, sent: 0 });
  });

  it('loses none of twenty taps at once', async () => {
    const { allowMessages } = street.as('resident A').inbox;
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => allowMessages({ templates: ['reviewResult'] })),
    );

    const done = replies.filter(({ ok }) => ok).length;

    expect((await ledgerOf('resident A'))?.templates.reviewResult?.granted).toBe(done);
    expect(replies.every((reply) => reply.ok || reply.problem.code === 'CONFLICT_RETRY')).toBe(true);
  });
});
