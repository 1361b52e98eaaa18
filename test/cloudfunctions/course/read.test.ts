import { change, COURSE, courseOf } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read a course', () => {
  it('is refused for one that is not there, a draft, and one that was taken down alike', async () => {
    const { course } = street.as('outsider X');
    const missing = await course.read({ courseId: 'nothing' });
    expect(missing).toEqual(refused('NOT_FOUND'));

    const { _id } = await courseOf(street);
    for (const state of ['draft', 'withdrawn'] as const) {
      await change(street, 'courses', { _id, state });
      expect(await course.read({ courseId: _id })).toEqual(refused('NOT_FOUND'));
    }
  });

  it('opens lessons, questions and explanations to anybody, in 8 kB', async () => {
    const { _id } = await courseOf(street);

    const reply = await street.as('outsider X').course.read({ courseId: _id });

    expect(dataOf(reply)).toMatchObject({ title: COURSE, minutes: 3 });
    expect(dataOf(reply).quiz).toHaveLength(5);
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThanOrEqual(8_000);
  });
});
