import type { HoursDocument, VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { claimed, doneForK, keptOfA, released, reported, residentA, toldOfWishes } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });
const hours = () => street.all<HoursDocument>('hours', { source: 'wish' });
/** A's own wish, which F says is met. */
const doneOfA = async () => {
  const wish = await claimed(street, await released(street, await keptOfA(street)), 'volunteer F');
  return reported(street, wish, 'volunteer F');
};

describe('confirm a wish by a tap', () => {
  it('is refused to the volunteer, to other residents, and to the helper', async () => {
    const { _id: wishId, version } = await doneForK(street);
    const input = { wishId, version, word: 'received' } as const;
    const resident = await residentA(street);

    for (const person of ['volunteer E', 'head H3', 'community S', 'outsider X']) {
      await expectStandstill(street, () => street.as(person).wish.confirm(input), refused('FORBIDDEN'));
    }
    await expectStandstill(street, () => resident.wish.confirm(input), refused('NOT_FOUND'));
  });

  it('is refused before anything was reported', async () => {
    const wish = await claimed(street, await released(street, await keptOfA(street)));
    const resident = await street.seated('resident A');
    const input = { wishId: wish._id, version: wish.version, word: 'received' } as const;

    expect(await resident.wish.confirm(input)).toMatchObject(refusal('WRONG_STATE', { state: 'claimed' }));
  });

  it('counts the hours, thanks the volunteer, and is done once', async () => {
    const { _id: wishId, version } = await doneOfA();
    const { wish } = await street.seated('resident A');
    const opId = newOpId();
    const input = { wishId, version, word: 'received', thanks: 'thankYou' } as const;

    const first = dataOf(await wish.confirm(input, { opId }));

    expect(first).toEqual({ state: 'confirmed', version: version + 1 });
    expect(await wish.confirm(input, { opId, again: true })).toEqual(repeated(first));
    expect(await hours()).toMatchObject([
      { volunteerId: street.userId('volunteer F'), minutes: 60, state: 'granted', sourceId: wishId },
    ]);
    const told = await toldOfWishes(street, 'volunteer F');
    expect(told.map(({ values }) => values.note)).toContain('圆梦了，时长记上了。“谢谢您”');
    const [volunteer] = await street.all<VolunteerDocument>('volunteers', {
      _id: street.userId('volunteer F'),
    });
    expect(volunteer?.openWishes).toEqual([]);
  });

  it('“not received” sends it back to work and onto the community’s desk, and tells the volunteer', async () => {
    const { _id: wishId, version } = await doneOfA();
    const { wish } = await street.seated('resident A');

    const reply = await wish.confirm({ wishId, version, word: 'notReceived' });

    expect(reply).toEqual(accepted({ state: 'underway', version: version + 1 }));
    const desk = dataOf(await street.as('community S').wish.listDesk({}));
    expect(desk.wishes).toMatchObject([{ id: wishId, reason: 'notReceived', state: 'underway' }]);
    const told = await toldOfWishes(street, 'volunteer F');
    expect(told.map(({ values }) => values.note).join()).toContain('还没收到');
    const own = dataOf(await street.as('volunteer F').wish.listOwn({}));
    expect(own.wishes).toMatchObject([{ id: wishId, state: 'underway', isNotReceived: true }]);
    expect(await hours()).toEqual([]);
  });
});
