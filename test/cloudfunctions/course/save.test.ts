import type { CourseDocument } from '../../../cloudfunctions/repositories/documents';
import { decideChecks } from '../fixture/contents';
import { change, courseOf, COURSE_TEXT, release } from '../fixture/services';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').course;

async function publicTitles(): Promise<string[]> {
  const { courses } = dataOf(await street.as('outsider X').course.list({}));
  return courses.map(({ title }) => title);
}

describe('save a course', () => {
  it('is refused where there is none, and for another community’s and the street’s', async () => {
    const { _id: courseId, version } = await courseOf(street);
    const wish = { version, text: COURSE_TEXT };
    await expectStandstill(street, () => S().save({ ...wish, courseId: 'nothing' }), refused('NOT_FOUND'));
    const leader = street.as('leader GL1').course;
    await expectStandstill(street, () => leader.save({ ...wish, courseId }), refused('NOT_FOUND'));
    await change(street, 'courses', { _id: courseId, communityId: '' });
    await expectStandstill(street, () => S().save({ ...wish, courseId }), refused('NOT_FOUND'));
  });

  it('is refused to whoever writes none', async () => {
    for (const person of ['outsider X', 'worker W1', 'volunteer E', 'auditor Q']) {
      const call = () => street.as(person).course.save({ version: 0, text: COURSE_TEXT });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused for a text that is not whole, and for one with a private number', async () => {
    const empty = { ...COURSE_TEXT, quiz: COURSE_TEXT.quiz.slice(0, 2) };
    await expectStandstill(street, () => S().save({ version: 0, text: empty }), refused('VALIDATION'));
    const telling = { ...COURSE_TEXT, intro: '问王师傅，手机 10012345678' };
    const call = () => S().save({ version: 0, text: telling });
    await expectStandstill(street, call, refused('CONTENT_REJECTED', { kinds: 'phone' }));
  });

  it('is refused on a version that has passed', async () => {
    const { _id: courseId } = await courseOf(street);
    const call = () => S().save({ courseId, version: 9, text: COURSE_TEXT });
    await expectStandstill(street, call, refused('STALE_VERSION', { version: 1 }));
  });

  it('keeps a new text for nobody to see until it is released', async () => {
    const { courseId } = dataOf(await S().save({ version: 0, text: COURSE_TEXT }));
    expect(await publicTitles()).not.toContain(COURSE_TEXT.title);

    await release(street, 'course', courseId);

    expect(await publicTitles()).toContain(COURSE_TEXT.title);
    const stored = await street.stored<CourseDocument>('courses', courseId);
    expect(stored).toMatchObject({ state: 'shown', community: '金果社区', shown: COURSE_TEXT });
    expect(stored).not.toHaveProperty('draft');
  });

  it('leaves what is shown as it is while a newer text waits', async () => {
    const { _id: courseId, shown } = await courseOf(street);
    const { version } = dataOf(await S().save({ courseId, version: 1, text: COURSE_TEXT }));
    expect(version).toBe(2);
    expect(await publicTitles()).toContain(shown?.title);

    await release(street, 'course', courseId);

    expect(await publicTitles()).toContain(COURSE_TEXT.title);
    expect(await publicTitles()).not.toContain(shown?.title);
  });

  it('is not shown where the machine says no and nobody says otherwise', async () => {
    await decideChecks(street, 'risky');
    dataOf(await S().save({ version: 0, text: COURSE_TEXT }));

    await street.runTimer('checkContents');

    expect(await publicTitles()).not.toContain(COURSE_TEXT.title);
  });

  it('the same operation again answers as before', async () => {
    const opId = newOpId();
    const first = dataOf(await S().save({ version: 0, text: COURSE_TEXT }, { opId }));

    expect(await S().save({ version: 0, text: COURSE_TEXT }, { opId, again: true })).toEqual(repeated(first));
    expect(await street.count('contents')).toBe(1);
  });
});
