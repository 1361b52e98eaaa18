import { PRACTICE_DOORS } from '@domain/practice/stairwell';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { begun, onlyPractice, visitOf } from './practising';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('an outcome at a drawn door', () => {
  it('is not there where nothing was opened', async () => {
    const call = () => street.as('worker W2').practice.submitVisit(visitOf(1));

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to outsiders, residents and volunteers of other kinds', async () => {
    for (const person of ['outsider X', 'resident A', 'volunteer E']) {
      const call = () => street.as(person).practice.submitVisit(visitOf(1));
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused for a door that is not drawn, a word that is no outcome, and a door that is done', async () => {
    const mine = await begun(street);
    dataOf(await mine.submitVisit(visitOf(1)));

    await expectStandstill(
      street,
      () => mine.submitVisit({ slot: 99, result: 'nobody' }),
      refused('NOT_FOUND'),
    );
    const wrong = () => mine.submitVisit({ slot: 2, result: 'gone' as 'nobody' });
    await expectStandstill(street, wrong, refused('VALIDATION'));
    await expectStandstill(street, () => mine.submitVisit(visitOf(1)), refused('WRONG_STATE'));
  });

  it('that does not fit is no refusal, and nothing is kept of it', async () => {
    const mine = await begun(street);
    const call = () => mine.submitVisit({ slot: 5, result: 'vacant' });

    await expectStandstill(street, call, accepted(expect.objectContaining({ isRight: false })));
  });

  it('that fits is kept, each of the eight', async () => {
    const mine = await begun(street);
    for (const { slot } of PRACTICE_DOORS) {
      expect(dataOf(await mine.submitVisit(visitOf(slot))).isRight).toBe(true);
    }

    expect(dataOf(await mine.read({})).done).toHaveLength(PRACTICE_DOORS.length);
  });

  it('of two phones at once is kept from both', async () => {
    const mine = await begun(street);
    const replies = await Promise.all([mine.submitVisit(visitOf(1)), mine.submitVisit(visitOf(2))]);

    expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
    expect([...(await onlyPractice(street)).done].sort()).toEqual([1, 2]);
  });
});
