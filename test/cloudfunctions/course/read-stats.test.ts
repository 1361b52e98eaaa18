import { change, COURSE, courseOf } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read how many learnt', () => {
  it('is refused to whoever does not write courses', async () => {
    for (const person of ['outsider X', 'worker W1', 'auditor Q']) {
      expect(await street.as(person).course.readStats({})).toEqual(refused('FORBIDDEN'));
    }
  });

  it('says numbers from ten people on, and none below', async () => {
    const { _id } = await courseOf(street);
    await change(street, 'courses', { _id, taken: 12, passed: 9 });

    const { courses } = dataOf(await street.as('administrator S').course.readStats({}));

    expect(courses.find(({ title }) => title === COURSE)).toMatchObject({ title: COURSE, taken: 12 });
    expect(courses.find(({ title }) => title !== COURSE)).not.toHaveProperty('taken');
  });

  it('is empty for a community that has none', async () => {
    expect(dataOf(await street.as('leader GL1').course.readStats({})).courses).toEqual([]);
  });
});
