import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimedForK, doneForK, toldOfWishes, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });
describe('give a wish more days', () => {
  it('is refused outside the own community, on an old version, and before its release', async () => {
    const { _id: wishId, version } = await claimedForK(street);
    const input = { wishId, version, days: 20 };

    await expectStandstill(street, () => street.as('leader GL1').wish.extend(input), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => street.as('community S').wish.extend({ ...input, version: version + 1 }),
      refused('STALE_VERSION'),
    );
    const early = { ...input, notReceived: true };
    expect(await street.as('community S').wish.extend(early)).toMatchObject(refusal('WRONG_STATE'));
  });

  it('moves the day', async () => {
    const { _id: wishId, version } = await claimedForK(street);

    const reply = await street.as('community S').wish.extend({ wishId, version, days: 20 });

    expect(reply).toEqual(accepted({ state: 'claimed', version: version + 1 }));
    expect(await wishStored(street, wishId)).toMatchObject({ dueOn: '2026-03-30' });
  });

  it('sends one that was reported as met back to work, on the word of somebody without a phone', async () => {
    const { _id: wishId, version } = await doneForK(street);

    const input = { wishId, version, days: 3, notReceived: true };
    const reply = await street.as('community S').wish.extend(input);

    expect(reply).toEqual(accepted({ state: 'underway', version: version + 1 }));
    const told = await toldOfWishes(street, 'volunteer E');
    expect(told.map(({ values }) => values.note).join()).toContain('还没收到');
  });
});
