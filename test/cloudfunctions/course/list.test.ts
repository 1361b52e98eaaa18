import { change, COURSE, courseOf } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list courses', () => {
  it('is refused for a cursor that is none', async () => {
    expect(await street.as('outsider X').course.list({ cursor: 'x' })).toEqual(refused('VALIDATION'));
  });

  it('shows what there is to learn to anybody, and nothing that was taken down', async () => {
    const { _id } = await courseOf(street, '看穿骗钱的电话');
    await change(street, 'courses', { _id, state: 'withdrawn' });

    const { courses } = dataOf(await street.as('outsider X').course.list({}));

    expect(courses.map(({ title, lessons, questions }) => [title, lessons, questions])).toEqual([
      [COURSE, 4, 5],
      ['老人在家不摔跤', 3, 3],
    ]);
  });
});
