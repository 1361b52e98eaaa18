import { answered, neighbour, reported, step, storedIssue } from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the word of the reporter', () => {
  it('is nobody else’s: neither of who repaired it, nor of who follows, nor of any staff', async () => {
    const { id: issueId } = await reported(street);
    await answered(street, issueId);
    const other = await neighbour(street, 'tenant C');
    const yes = { issueId, version: 5, rating: 5, note: '' };
    const people = ['property P1', 'administrator S', 'worker W1', 'head H3', 'office ADM'].map((person) =>
      street.as(person),
    );
    for (const person of [other, ...people]) {
      await expectStandstill(street, () => person.issue.confirm(yes), refused('NOT_FOUND'));
      await expectStandstill(
        street,
        () => person.issue.reopen({ issueId, version: 5, note: '' }),
        refused('NOT_FOUND'),
      );
    }
    const close = { issueId, version: 5, isSolved: true, reason: '打电话问过了' };
    for (const person of ['property P1', 'administrator S', 'office ADM']) {
      await expectStandstill(street, () => street.as(person).issue.close(close), refused('FORBIDDEN'));
    }
  });

  it('is asked for once there is an answer, in the version that was seen', async () => {
    const { id: issueId, reporter } = await reported(street);
    const yes = { issueId, version: 1, rating: 5, note: '' };
    await expectStandstill(
      street,
      () => reporter.issue.confirm(yes),
      refused('WRONG_STATE', { state: 'received' }),
    );
    await answered(street, issueId);
    await expectStandstill(
      street,
      () => reporter.issue.confirm(yes),
      refused('STALE_VERSION', { version: 5 }),
    );
    for (const rating of [0, 6, 2.5]) {
      const call = () => reporter.issue.confirm({ ...yes, version: 5, rating });
      await expectStandstill(street, call, refused('VALIDATION'));
    }
  });

  it('closes with its stars, once', async () => {
    const { id: issueId, reporter } = await reported(street);
    await answered(street, issueId);
    const opId = newOpId();
    const yes = { issueId, version: 5, rating: 4, note: '挺快的' };
    const first = dataOf(await reporter.issue.confirm(yes, { opId }));
    expect(await reporter.issue.confirm(yes, { opId, again: true })).toEqual(repeated(first));
    expect(await storedIssue(street, issueId)).toMatchObject({ state: 'closed', rating: 4, wakeOn: '' });
    const again = { issueId, version: 6, note: '' };
    await expectStandstill(
      street,
      () => reporter.issue.reopen(again),
      refused('WRONG_STATE', { state: 'closed' }),
    );
  });

  it('keeps a person without a name the only one who is asked', async () => {
    const { id, reporter } = await reported(street, { isAnonymous: true });
    await answered(street, id);
    await step(street, { person: reporter, id, act: 'confirm' }, { rating: 5, note: '' });
    const opened = dataOf(await street.as('administrator S').issue.open({ issueId: id }));
    expect(opened).toMatchObject({ state: 'closed', reporter: '' });
    const own = opened.history.filter((one) => one.step === 'report' || one.step === 'confirm');
    expect(own.map(({ role }) => role)).toEqual([undefined, undefined]);
    expect(JSON.stringify(opened)).not.toContain(street.userId('resident A'));
  });
});
