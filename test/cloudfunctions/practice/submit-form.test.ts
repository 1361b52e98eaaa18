import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { begun, FORM, onlyPractice } from './practising';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the practice form', () => {
  it('is not there where nothing was opened', async () => {
    const call = () => street.as('worker W2').practice.submitForm({ answers: FORM });

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to outsiders, residents and volunteers of other kinds', async () => {
    for (const person of ['outsider X', 'resident A', 'volunteer E']) {
      const call = () => street.as(person).practice.submitForm({ answers: FORM });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('names what is wrong, and keeps no answer', async () => {
    const mine = await begun(street);

    expect(dataOf(await mine.submitForm({ answers: { ...FORM, liveCount: '3' } })).mistakes).toEqual([
      'liveCount',
    ]);
    expect(dataOf(await mine.submitForm({ answers: FORM }))).toMatchObject({
      mistakes: [],
      progress: { formDone: true },
    });
    expect(Object.keys(await onlyPractice(street)).sort()).toEqual(
      ['_id', 'done', 'formDone', 'purgeOn', 'quizRight', 'userId', 'version'].sort(),
    );
  });
});
