import { COURSE, COURSE_TEXT } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list courses at the desk', () => {
  it('is refused to whoever writes none', async () => {
    for (const person of ['outsider X', 'worker W1', 'auditor Q']) {
      expect(await street.as(person).course.listDesk({})).toEqual(refused('FORBIDDEN'));
    }
  });

  it('shows a community its own courses with drafts first', async () => {
    const { course } = street.as('administrator S');
    dataOf(await course.save({ version: 0, text: COURSE_TEXT }));

    const { courses } = dataOf(await course.listDesk({}));

    expect(courses[0]).toMatchObject({ state: 'draft', title: COURSE_TEXT.title, hasDraft: true });
    expect(courses.map(({ title }) => title)).toContain(COURSE);
    expect(dataOf(await street.as('leader GL1').course.listDesk({})).courses).toEqual([]);
  });
});
