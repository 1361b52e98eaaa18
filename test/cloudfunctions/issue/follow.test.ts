import type { MessageDocument } from '../../../cloudfunctions/repositories/documents';
import {
  assignment,
  classified,
  neighbour,
  passMinutes,
  reported,
  step,
  storedIssue,
} from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

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

  it('counts each once, and each is told of every step of a minute, once and in order', async () => {
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
    const person = street.as('administrator S');
    await step(street, { person, id, act: 'assign' }, assignment(street));
    await street.clock.set(street.clock.now() + 1000);
    await step(street, { person, id, act: 'decline' }, { reason: '今年没有这笔钱' });
    await passMinutes(street);
    await passMinutes(street);
    const heard = await street.all<MessageDocument>('messages', { kind: 'issueFollowed' });
    for (const name of ['tenant C', 'landlord D'] as const) {
      const own = heard.filter(({ userId }) => userId === street.userId(name));
      const notes = own.sort((left, right) => left.at - right.at).map(({ values }) => values.note);
      expect(notes).toEqual([expect.stringContaining('交给人去办了'), expect.stringContaining('办不了')]);
    }
    const third = await street.seated('tenant C');
    expect(await third.issue.follow({ issueId: id })).toEqual(refused('WRONG_STATE', { state: 'declined' }));
  });

  it('hears nothing of what was done before, and the rest in words that are true of who met the same', async () => {
    const { id, reporter } = await reported(street);
    await classified(street, id, 'release');
    await passMinutes(street);
    await step(street, { person: street.as('administrator S'), id, act: 'assign' }, assignment(street));
    const work = { person: street.as('property P1'), id, act: 'work' } as const;
    await step(street, work, { act: 'start', note: '' });
    await step(street, work, { act: 'answer', note: '换了灯泡' });
    await street.clock.set(street.clock.now() + 1000);
    const late = await neighbour(street, 'tenant C');
    dataOf(await late.issue.follow({ issueId: id }));
    await step(street, { person: reporter, id, act: 'confirm' }, { rating: 4, note: '' });
    await passMinutes(street);
    const heard = await street.all<MessageDocument>('messages', { kind: 'issueFollowed' });
    expect(heard.map(({ values }) => values.note)).toEqual([expect.stringContaining('反映的人说解决了')]);
  });
});
