import type { GuideDocument, RatingDocument } from '../../../cloudfunctions/repositories/documents';
import { change, guideOf } from '../fixture/services';
import { expectStandstill } from '../fixture/standstill';
import { accepted, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const DAY_MS = 86_400_000;

describe('rate a guide', () => {
  it('is refused for a guide that is not there', async () => {
    const call = () => street.as('outsider X').guide.rate({ guideId: 'nothing', stars: 5 });

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to staff, who would rate themselves', async () => {
    const { _id: guideId } = await guideOf(street);

    for (const person of ['administrator S', 'office ADM', 'worker W1']) {
      const call = () => street.as(person).guide.rate({ guideId, stars: 5 });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it.each([0, 6, 2.5])('is refused for %d stars', async (stars) => {
    const { _id: guideId } = await guideOf(street);
    const call = () => street.as('outsider X').guide.rate({ guideId, stars });

    await expectStandstill(street, call, refused('VALIDATION'));
  });

  it('is refused for a draft and for what was taken down, as for none', async () => {
    const { _id: guideId } = await guideOf(street);

    for (const state of ['draft', 'withdrawn'] as const) {
      await change(street, 'guides', { _id: guideId, state });
      const call = () => street.as('outsider X').guide.rate({ guideId, stars: 5 });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused a second time on the day, and taken on the next', async () => {
    const { _id: guideId } = await guideOf(street);
    const { guide } = street.as('outsider X');
    expect(await guide.rate({ guideId, stars: 4 })).toEqual(accepted({}));

    await expectStandstill(street, () => guide.rate({ guideId, stars: 5 }), refused('WRONG_STATE'));

    await street.clock.set(street.clock.now() + DAY_MS);
    expect(await guide.rate({ guideId, stars: 5 })).toEqual(accepted({}));
  });

  it('is counted once, and the row does not say who it was', async () => {
    const { _id: guideId } = await guideOf(street);
    const { guide } = street.as('outsider X');
    const opId = newOpId();
    expect(await guide.rate({ guideId, stars: 4 }, { opId })).toEqual(accepted({}));
    expect(await guide.rate({ guideId, stars: 4 }, { opId, again: true })).toEqual(repeated({}));

    const ratings = await street.all<RatingDocument>('ratings');

    expect(ratings).toEqual([{ _id: expect.any(String), guideId, stars: 4, day: '2026-03-10' }]);
    expect((await street.stored<GuideDocument>('guides', guideId))?.stars).toEqual({ '4': 1 });
    expect(JSON.stringify(ratings)).not.toContain(street.userId('outsider X'));
  });

  it('at the same moment by three people counts three', async () => {
    const { _id: guideId } = await guideOf(street);
    const people = ['outsider X', 'resident A', 'resident B'];

    await Promise.all(people.map((person) => street.as(person, null).guide.rate({ guideId, stars: 5 })));

    expect((await street.stored<GuideDocument>('guides', guideId))?.stars).toEqual({ '5': 3 });
    expect(await street.count('ratings', { guideId })).toBe(3);
  });
});
