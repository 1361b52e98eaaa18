import type { MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { classified, neighbour, passMinutes, reported, step, storedIssue } from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const outsider = () => street.as('outsider X', null);

describe('me too', () => {
  it('is refused for what is not on the board, to staff, and for the own one', async () => {
    const { id: issueId, reporter } = await reported(street);
    await expectStandstill(street, () => reporter.issue.follow({ issueId }), refused('NOT_FOUND'));
    await classified(street, issueId, 'release');
    for (const person of [outsider(), street.as('property P1'), street.as('administrator S')]) {
      await expectStandstill(street, () => person.issue.follow({ issueId }), refused('FORBIDDEN'));
    }
    await expectStandstill(
      street,
      () => reporter.issue.follow({ issueId }),
      refused('WRONG_STATE', { state: 'own' }),
    );
  });

  it('counts each once, and each is told of the next step, once', async () => {
    const { id } = await reported(street);
    await classified(street, id, 'release');
    const [one, other] = [await neighbour(street, 'tenant C'), await neighbour(street, 'landlord D')];
    await passMinutes(street);
    const replies = await Promise.all([
      one.issue.follow({ issueId: id }),
      other.issue.follow({ issueId: id }),
    ]);
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect(await one.issue.follow({ issueId: id })).toEqual(refused('WRONG_STATE', { state: 'following' }));
    expect(await storedIssue(street, id)).toMatchObject({ followers: 2 });
    await step(
      street,
      { person: street.as('administrator S'), id, act: 'decline' },
      { reason: '今年没有这笔钱' },
    );
    await passMinutes(street);
    await passMinutes(street);
    const told = await street.all<MessageDocument>('messages', { kind: 'issueFollowed' });
    expect(told.map(({ userId }) => userId).sort()).toEqual(
      [street.userId('tenant C'), street.userId('landlord D')].sort(),
    );
    const third = await street.seated('tenant C');
    expect(await third.issue.follow({ issueId: id })).toEqual(refused('WRONG_STATE', { state: 'declined' }));
  });
});
