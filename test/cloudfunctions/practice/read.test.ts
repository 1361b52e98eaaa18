import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { begun, visitOf } from './practising';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('where practice stands', () => {
  it('is not there where nothing was opened', async () => {
    const call = () => street.as('worker W2').practice.read({});

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to outsiders, residents and volunteers of other kinds', async () => {
    for (const person of ['outsider X', 'resident A', 'volunteer E']) {
      const call = () => street.as(person).practice.read({});
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is told to whoever practises: what was got right', async () => {
    const mine = await begun(street);
    dataOf(await mine.submitVisit(visitOf(1)));

    expect(dataOf(await mine.read({}))).toEqual({
      done: [1],
      formDone: false,
      quizRight: 0,
      keptUntil: '2026-03-17',
    });
  });

  it('is each person’s own: nobody reads another one’s stairwell', async () => {
    await begun(street, 'worker W1');

    expect(await street.as('worker W2').practice.read({})).toEqual(refused('NOT_FOUND'));
    expect(await street.as('office ADM').practice.read({})).toEqual(refused('NOT_FOUND'));
  });
});
