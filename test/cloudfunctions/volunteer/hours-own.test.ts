import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { approvedVolunteer, hoursAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the own hours', () => {
  it('are refused in a seat of the office', async () => {
    expect(await street.as('administrator S').volunteer.hoursOwn({})).toEqual(refused('FORBIDDEN'));
  });

  it('are nothing for who never helped', async () => {
    const own = dataOf(await street.as('outsider X', null).volunteer.hoursOwn({}));

    expect(own).toEqual({ grantedMinutes: 0, hours: [] });
  });

  it('stay the own of who left and has no home here, and so does the paper about them', async () => {
    const seat = await approvedVolunteer(street, 'outsider X');
    await street.replaceAll('hours', [hoursAt(street, 'outsider X', { minutes: 120 })]);
    const { version } = dataOf(await seat.volunteer.readOwn({}));
    dataOf(await seat.volunteer.editOwn({ version, skills: ['errand'], times: [], move: 'end' }));
    const { volunteer, certificate } = street.as('outsider X', null);

    const own = dataOf(await volunteer.hoursOwn({}));
    const { names } = dataOf(await certificate.listNames({}));
    const { certificateId } = dataOf(await certificate.issue({ nameKey: names[0]?.key ?? '' }));

    expect([own.standing?.state, own.grantedMinutes]).toEqual(['ended', 120]);
    expect(dataOf(await certificate.readPaper({ certificateId }))).toMatchObject({
      minutes: 120,
      holder: '林小满',
    });
    expect(await street.as('volunteer E', null).certificate.readPaper({ certificateId })).toEqual(
      refused('NOT_FOUND'),
    );
  });

  it('are the caller’s alone, and only what is granted counts', async () => {
    await street.replaceAll('hours', [
      hoursAt(street, 'volunteer E', { sourceId: 'one', minutes: 90 }),
      hoursAt(street, 'volunteer E', { sourceId: 'two', minutes: 30, state: 'waiting' }),
      hoursAt(street, 'volunteer F', { sourceId: 'one', minutes: 60 }),
    ]);

    const own = dataOf(await street.as('volunteer E').volunteer.hoursOwn({}));

    expect([own.grantedMinutes, own.hours.length]).toEqual([90, 2]);
  });
});
