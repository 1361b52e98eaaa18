import type { CourseDocument } from '../../../cloudfunctions/repositories/documents';
import { contentOf } from '../fixture/contents';
import { courseOf, COURSE_TEXT, release } from '../fixture/services';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').course;

describe('withdraw a course', () => {
  it('is refused where there is none, and for another community’s', async () => {
    const { _id: courseId, version } = await courseOf(street);
    const missing = () => S().withdraw({ courseId: 'nothing', version });
    await expectStandstill(street, missing, refused('NOT_FOUND'));
    const foreign = () => street.as('leader GL1').course.withdraw({ courseId, version });
    await expectStandstill(street, foreign, refused('NOT_FOUND'));
  });

  it('is refused to whoever writes none', async () => {
    const { _id: courseId, version } = await courseOf(street);
    for (const person of ['outsider X', 'worker W1']) {
      const call = () => street.as(person).course.withdraw({ courseId, version });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused on a version that has passed, and a second time', async () => {
    const { _id: courseId } = await courseOf(street);
    const stale = () => S().withdraw({ courseId, version: 7 });
    await expectStandstill(street, stale, refused('STALE_VERSION', { version: 1 }));
    dataOf(await S().withdraw({ courseId, version: 1 }));

    const twice = () => S().withdraw({ courseId, version: 2 });
    await expectStandstill(street, twice, refused('WRONG_STATE', { state: 'withdrawn' }));
  });

  it('takes it from everybody’s sight, and a waiting text from the queue', async () => {
    const { courseId, version } = dataOf(await S().save({ version: 0, text: COURSE_TEXT }));

    expect(await S().withdraw({ courseId, version })).toEqual(accepted({ version: 2 }));

    expect((await contentOf(street, 'course', courseId)).state).toBe('hidden');
    expect((await street.stored<CourseDocument>('courses', courseId))?.state).toBe('withdrawn');
  });

  it('can be written and released again afterwards', async () => {
    const { _id: courseId } = await courseOf(street);
    dataOf(await S().withdraw({ courseId, version: 1 }));
    dataOf(await S().save({ courseId, version: 2, text: COURSE_TEXT }));

    await release(street, 'course', courseId);

    expect((await street.stored<CourseDocument>('courses', courseId))?.state).toBe('shown');
  });

  it('follows when the desk takes the text down', async () => {
    const { courseId } = dataOf(await S().save({ version: 0, text: COURSE_TEXT }));
    await release(street, 'course', courseId);
    const { _id: contentId, version } = await contentOf(street, 'course', courseId);

    dataOf(await street.as('administrator S').content.takedown({ contentId, version, reason: '内容过时了' }));

    expect((await street.stored<CourseDocument>('courses', courseId))?.state).toBe('withdrawn');
  });
});
