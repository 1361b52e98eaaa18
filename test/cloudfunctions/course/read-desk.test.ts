import { courseOf, COURSE_TEXT } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read a course at the desk', () => {
  it('is refused where there is none and for another community’s alike', async () => {
    const { _id: courseId } = await courseOf(street);

    expect(await street.as('administrator S').course.readDesk({ courseId: 'nothing' })).toEqual(
      refused('NOT_FOUND'),
    );
    expect(await street.as('leader GL1').course.readDesk({ courseId })).toEqual(refused('NOT_FOUND'));
    expect(await street.as('worker W1').course.readDesk({ courseId })).toEqual(refused('FORBIDDEN'));
  });

  it('opens the draft where there is one', async () => {
    const { course } = street.as('administrator S');
    const { _id: courseId, shown } = await courseOf(street);
    expect(dataOf(await course.readDesk({ courseId })).text).toEqual(shown);
    dataOf(await course.save({ courseId, version: 1, text: COURSE_TEXT }));

    const opened = dataOf(await course.readDesk({ courseId }));

    expect(opened).toMatchObject({ version: 2, state: 'shown', hasDraft: true, text: COURSE_TEXT });
  });
});
