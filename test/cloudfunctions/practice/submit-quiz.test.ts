import type { AssignmentDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { begun, RIGHT } from './practising';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the quiz', () => {
  it('is not there where nothing was opened', async () => {
    const call = () => street.as('worker W2').practice.submitQuiz({ answers: RIGHT });

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to outsiders, residents and volunteers of other kinds', async () => {
    for (const person of ['outsider X', 'resident A', 'volunteer E']) {
      const call = () => street.as(person).practice.submitQuiz({ answers: RIGHT });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('of four or six answers is no quiz', async () => {
    const mine = await begun(street);

    for (const answers of [RIGHT.slice(1), [...RIGHT, 0]]) {
      await expectStandstill(street, () => mine.submitQuiz({ answers }), refused('VALIDATION'));
    }
  });

  it('keeps the best result, and notes the day at the seat once all five are right', async () => {
    const mine = await begun(street);
    const [, ...rest] = RIGHT;
    expect(dataOf(await mine.submitQuiz({ answers: [9, ...rest] }))).toMatchObject({
      wrong: [0],
      progress: { quizRight: 4 },
    });
    const seat = () => street.as('worker W2').session.whoami({});
    expect(dataOf(await seat()).seats[0]).not.toHaveProperty('practicePassedOn');

    expect(dataOf(await mine.submitQuiz({ answers: RIGHT }))).toMatchObject({
      wrong: [],
      progress: { quizRight: 5, passedOn: '2026-03-10' },
    });

    expect(dataOf(await seat()).seats[0]).toMatchObject({ practicePassedOn: '2026-03-10' });
    expect(dataOf(await mine.submitQuiz({ answers: [9, ...rest] })).progress.quizRight).toBe(5);
    const seats = await street.all<AssignmentDocument>('assignments', { practicePassedOn: '2026-03-10' });
    expect(seats.map(({ userId }) => userId)).toEqual([street.userId('worker W2')]);
  });
});
