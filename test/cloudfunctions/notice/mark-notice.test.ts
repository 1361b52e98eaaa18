import type { MessageDocument, ReachDocument } from '../../../cloudfunctions/repositories/documents';
import { deliver, layNotice, publish } from '../fixture/notices';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('mark a notice as read', () => {
  it('finds nothing where nobody can read it', async () => {
    await layNotice(street, { state: 'hidden' });
    for (const noticeId of ['nothing', 'notice']) {
      const call = () => street.as('worker W1').notice.markNotice({ noticeId });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('counts an account once, in its building', async () => {
    await register(street, street.door('苹果花园 3-2-502'));
    const noticeId = await publish(street);
    await deliver(street);
    const calls = await street.seated('resident A');
    for (let time = 0; time < 3; time += 1) {
      expect(await calls.notice.markNotice({ noticeId })).toEqual(accepted({}));
    }
    const reach = await street.all<ReachDocument>('reaches', { noticeId });
    expect(reach.map(({ read }) => read)).toEqual([1]);
  });

  it('counts as reached and read who comes by a link before it was brought, and keeps it in the inbox once', async () => {
    await register(street, street.door('苹果花园 3-2-502'));
    await register(street, street.door('苹果花园 3-2-602'), { by: 'tenant C' });
    const noticeId = await publish(street);
    expect(await (await street.seated('resident A')).notice.markNotice({ noticeId })).toEqual(accepted({}));
    await deliver(street);
    const all = await street.count('deliveries', { noticeId });
    const reach = await street.all<ReachDocument>('reaches', { noticeId });
    expect(reach.map(({ reached, read }) => [reached, read])).toEqual([[all, 1]]);
    expect(all).toBeGreaterThan(1);
    const kept = await street.all<MessageDocument>('messages', { userId: street.userId('resident A') });
    const told = kept.filter(({ kind }) => kind === 'noticePublished');
    expect(told.map(({ isRead, pushState, link }) => [isRead, pushState, link.endsWith(noticeId)])).toEqual([
      [true, 'none', true],
    ]);
  });

  it('counts nowhere who reads what did not come to them', async () => {
    const noticeId = await publish(street);
    await deliver(street);
    expect(await street.as('worker W1').notice.markNotice({ noticeId })).toEqual(accepted({}));
    await register(street, street.door('金河湾 1-1-101'), { by: 'tenant C' });
    expect(await (await street.seated('tenant C')).notice.markNotice({ noticeId })).toEqual(accepted({}));
    expect(await street.count('reaches', { read: 1 })).toBe(0);
  });
});
