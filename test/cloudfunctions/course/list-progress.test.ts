import { courseOf, passedResident } from '../fixture/services';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list the own results', () => {
  it('is refused to an outsider, of whom nothing is kept', async () => {
    expect(await street.as('outsider X').course.listProgress({})).toEqual(refused('FORBIDDEN'));
  });

  it('shows the best result to whoever reached it, and to nobody else', async () => {
    const resident = await passedResident(street);
    const { _id: courseId } = await courseOf(street);

    const own = { courseId, best: 5, total: 5, passedOn: '2026-03-10' };
    expect(await resident.course.listProgress({})).toEqual(accepted({ courses: [own] }));
    expect(await street.as('administrator S').course.listProgress({})).toEqual(accepted({ courses: [] }));
  });
});
