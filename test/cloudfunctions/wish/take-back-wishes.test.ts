import type { HouseholdDocument, VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import {
  claimed,
  daysLater,
  keptForK,
  keptOfA,
  released,
  reported,
  residentA,
  toldOfWishes,
  wishStored,
} from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

async function homeOf(label = '苹果花园 3-2-502'): Promise<HouseholdDocument> {
  const [household] = await street.all<HouseholdDocument>('households', { doorId: street.door(label).id });
  if (household === undefined) throw new Error('nobody lives there');
  return household;
}

async function movesOut(label?: string): Promise<void> {
  const { _id: householdId, version } = await homeOf(label);
  const move = { householdId, version, on: '2026-03-09' };
  dataOf(await street.as('worker W1').household.moveOut(move));
}

async function takesBack(): Promise<void> {
  const { _id: householdId } = await homeOf();
  dataOf(await (await residentA(street)).census.withdrawConsent({ householdId }));
}

const WAITING = async () => keptOfA(street);
const PUBLISHED = async () => released(street, await keptOfA(street));
const CLAIMED = async () => claimed(street, await PUBLISHED());
const LOSSES = [
  ['has moved away', movesOut, '登记结束了'],
  ['took its consent back', takesBack, '登记撤回了'],
] as const;

describe('a wish of a home that is counted no more', () => {
  it.each([
    ['waits for the community', WAITING],
    ['is on the board', PUBLISHED],
    ['is in somebody’s hands', CLAIMED],
  ] as const)('is taken back where it %s, with nothing of whom to ring', async (_, made) => {
    for (const [, leaves, reads] of LOSSES) {
      await street.reset();
      const { _id } = await made();
      await leaves();

      await daysLater(street, 0);

      const wish = await wishStored(street, _id);
      expect(wish).toMatchObject({
        state: 'withdrawn',
        text: '',
        sealedText: '',
        sealedCode: '',
        step: 'none',
      });
      for (const field of ['sealedContact', 'sealedPrivate']) expect(wish).not.toHaveProperty(field);
      const [content] = await street.all('contents', { subjectId: _id });
      expect(content).toMatchObject({ state: 'hidden' });
      const told = await toldOfWishes(street, 'resident A');
      expect(told.map(({ values }) => values.note).join()).toContain(reads);
      await daysLater(street, 0);
      expect(await wishStored(street, _id)).toEqual(wish);
    }
  });

  it.each(LOSSES)('frees its claimant, who does not read that the home %s', async (_, leaves) => {
    await CLAIMED();
    await leaves();

    await daysLater(street, 0);

    const told = await toldOfWishes(street, 'volunteer E');
    expect(told.map(({ values }) => values.note)).toEqual(['对方撤回了，不用再去，谢谢您。']);
    const [volunteer] = await street.all<VolunteerDocument>('volunteers', {
      _id: street.userId('volunteer E'),
    });
    expect(volunteer).toMatchObject({ openWishes: [], failures: 0 });
  });

  it('stays where it has been brought, for the office to close', async () => {
    const done = await reported(street, await CLAIMED());
    await movesOut();

    await daysLater(street, 0);

    expect(await wishStored(street, done._id)).toEqual(done);
  });

  it('stays where the home does, and where it was wished for after the consent was taken back', async () => {
    const helped = await keptForK(street);
    await PUBLISHED();
    await takesBack();
    await street.clock.set(street.clock.now() + 24 * 3_600_000);
    const after = await keptOfA(street, '想请人换一盏楼道灯');

    await daysLater(street, 0);

    for (const wish of [helped, after]) expect(await wishStored(street, wish._id)).toEqual(wish);
  });
});
