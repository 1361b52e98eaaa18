import { deliver, layNotice, publish } from '../fixture/notices';
import { register } from '../fixture/residents';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const inboxOf = (userId: string) =>
  street.all<{ link: string }>('messages', { userId, kind: 'noticePublished' });

describe('the minute in which notices go out', () => {
  it.each([6, 10, 14])('brings it to every account once, killed at operation %i or run again', async (at) => {
    await register(street, street.door('苹果花园 3-2-502'));
    const noticeId = await publish(street);
    await street.installFaults([
      { function: 'notice', procedure: 'timer deliverNotices', at, kind: 'exit', applied: true },
    ]);
    await expect(deliver(street)).rejects.toThrow('deliverNotices');
    await street.installFaults([]);
    await street.clock.set(street.clock.now() + 120_000);
    await deliver(street);
    await deliver(street);
    const messages = await inboxOf(street.userId('resident A'));
    expect(messages.map(({ link }) => link)).toEqual([`/packages/life/pages/notice/notice?id=${noticeId}`]);
    expect(await street.count('deliveries', { noticeId })).toBe(
      await street.count('messages', { kind: 'noticePublished' }),
    );
  });

  it('goes to a whole street, community by community', async () => {
    const { streetId } = street.door('苹果花园 3-2-502');
    await register(street, street.door('苹果花园 3-2-502'));
    await publish(street, { groundKind: 'street', groundId: streetId }, 'street ADM');
    await deliver(street);
    expect(await inboxOf(street.userId('resident A'))).toHaveLength(1);
    expect(await street.count('jobs', { kind: 'notice', state: 'done' })).toBe(1);
  });

  it('brings nothing that was taken down before it went', async () => {
    await register(street, street.door('苹果花园 3-2-502'));
    const noticeId = await publish(street);
    await layNotice(street, { _id: noticeId, state: 'hidden' });
    await deliver(street);
    expect(await street.count('messages', { kind: 'noticePublished' })).toBe(0);
  });
});

describe('the night in which notices end', () => {
  it('ends what is past its last day, and erases what it reached a month later', async () => {
    await layNotice(street, { endsOn: '2026-03-09' });
    const row = { noticeId: 'notice', userId: 'u', buildingId: 'b', doorId: 'd', readAt: 0 };
    await street.replaceAll('deliveries', [
      { _id: 'gone', ...row, purgeOn: '2026-03-10' },
      { _id: 'stays', ...row, purgeOn: '2026-03-11' },
    ]);
    await street.runTimer('endNotices');
    expect(await street.count('notices', { state: 'ended' })).toBe(1);
    expect(await street.count('deliveries')).toBe(1);
    expect(dataOf(await street.as('resident X', null).notice.listNotices({})).notices).toEqual([]);
  });
});
