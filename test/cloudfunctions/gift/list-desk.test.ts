import { desk, giftStored, giver, offered, reserved, shown, stored, which } from '../fixture/gifts';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the desk of the shelf', () => {
  it('is the community’s and the street’s', async () => {
    const resident = await giver(street);
    for (const calls of [resident, street.as('worker W1'), street.as('volunteer E')]) {
      expect(await calls.gift.listDesk({})).toEqual(refused('FORBIDDEN'));
    }
  });

  it('holds what waits for it, longest first, and nothing of another community', async () => {
    const later = async <T>(made: Promise<T>): Promise<T> => {
      const thing = await made;
      await street.clock.set(street.clock.now() + 60_000);
      return thing;
    };
    const waiting = await later(offered(street, '雨伞'));
    await later(shown(street, '台灯'));
    const awaited = await later(reserved(street, '书架'));
    const ready = await later(stored(street, '花盆'));
    const rows = async (person: string) =>
      dataOf(await street.as(person).gift.listDesk({})).gifts.map(({ id, desk: why }) => [id, why]);

    expect(await rows('community S')).toEqual([
      [waiting._id, 'review'],
      [awaited._id, 'awaited'],
      [ready._id, 'ready'],
    ]);
    expect(await rows('street ADM')).toHaveLength(3);
    dataOf(await desk(street).handOver(which(await giftStored(street, ready._id))));
    expect(await rows('community S')).toHaveLength(2);
    const elsewhere = { ...waiting, communityId: street.area('樱花社区') };
    await street.replaceAll('gifts', [elsewhere]);
    expect(await rows('community S')).toEqual([]);
  });
});
