import type { CourseDocument, ProgressDocument } from '../../../cloudfunctions/repositories/documents';
import { change, courseOf, residentAtHome, RIGHT } from '../fixture/services';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const THREE_RIGHT = [0, 1, 1, 0, 0];

async function counts(): Promise<[number, number]> {
  const { taken, passed } = await courseOf(street);
  return [taken, passed];
}

describe('hand in a quiz', () => {
  it('is refused for a course that is not there, or is not shown', async () => {
    const { course } = street.as('worker W1');
    const { _id: courseId } = await courseOf(street);
    const missing = () => course.submitQuiz({ courseId: 'nothing', answers: RIGHT });
    await expectStandstill(street, missing, refused('NOT_FOUND'));

    await change(street, 'courses', { _id: courseId, state: 'withdrawn' });

    const taken = () => course.submitQuiz({ courseId, answers: RIGHT });
    await expectStandstill(street, taken, refused('NOT_FOUND'));
  });

  it('is refused to an outsider, whose quiz is checked on the phone and not stored', async () => {
    const { _id: courseId } = await courseOf(street);
    const call = () => street.as('outsider X').course.submitQuiz({ courseId, answers: RIGHT });

    await expectStandstill(street, call, refused('FORBIDDEN'));
  });

  it('is refused for answers that no quiz has', async () => {
    const { _id: courseId } = await courseOf(street);
    const { course } = street.as('worker W1');

    for (const answers of [[4], [0.5], Array<number>(6).fill(0)]) {
      const call = () => course.submitQuiz({ courseId, answers });
      await expectStandstill(street, call, refused('VALIDATION'));
    }
  });

  it('says which answers are wrong, and keeps one best result', async () => {
    const { course } = await residentAtHome(street);
    const { _id: courseId } = await courseOf(street);

    const first = await course.submitQuiz({ courseId, answers: THREE_RIGHT });
    const second = await course.submitQuiz({ courseId, answers: RIGHT });
    const third = await course.submitQuiz({ courseId, answers: THREE_RIGHT });

    expect(first).toEqual(accepted({ right: 3, total: 5, best: 3, isPassed: false, wrong: [3, 4] }));
    const passedOn = '2026-03-10';
    expect(second).toEqual(accepted({ right: 5, total: 5, best: 5, isPassed: true, wrong: [], passedOn }));
    expect(dataOf(third)).toMatchObject({ right: 3, best: 5, isPassed: false, passedOn });
    const kept = await street.all<ProgressDocument>('progress');
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ userId: street.userId('resident A'), best: 5, passedOn });
  });

  it('counts each person once as having taken it and once as having passed', async () => {
    const { _id: courseId } = await courseOf(street);
    const { course } = street.as('worker W1');
    dataOf(await course.submitQuiz({ courseId, answers: [] }));
    expect(await counts()).toEqual([1, 0]);
    dataOf(await course.submitQuiz({ courseId, answers: RIGHT }));
    dataOf(await course.submitQuiz({ courseId, answers: RIGHT }));
    expect(await counts()).toEqual([1, 1]);
    dataOf(await street.as('worker W2').course.submitQuiz({ courseId, answers: RIGHT }));

    const stored = await street.stored<CourseDocument>('courses', courseId);
    const rows = await street.all<ProgressDocument>('progress', { courseId });
    expect([stored?.taken, stored?.passed]).toEqual([
      rows.length,
      rows.filter(({ passedOn }) => passedOn !== undefined).length,
    ]);
  });

  it('a result that is no better changes nothing', async () => {
    const { _id: courseId } = await courseOf(street);
    const { course } = street.as('worker W1');
    dataOf(await course.submitQuiz({ courseId, answers: RIGHT }));
    const worse = { right: 3, total: 5, best: 5, isPassed: false, wrong: [3, 4], passedOn: '2026-03-10' };

    const call = () => course.submitQuiz({ courseId, answers: THREE_RIGHT });

    await expectStandstill(street, call, accepted(worse));
  });

  it('the same operation again answers as before', async () => {
    const { _id: courseId } = await courseOf(street);
    const { course } = street.as('worker W1');
    const opId = newOpId();
    const first = dataOf(await course.submitQuiz({ courseId, answers: RIGHT }, { opId }));

    const again = await course.submitQuiz({ courseId, answers: RIGHT }, { opId, again: true });

    expect(again).toEqual(repeated(first));
    expect(await counts()).toEqual([1, 1]);
  });
});
