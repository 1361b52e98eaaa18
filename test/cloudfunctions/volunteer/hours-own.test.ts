import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { hoursAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the own hours', () => {
  it('are refused to everybody else', async () => {
    for (const person of [street.as('outsider X', null), street.as('administrator S')]) {
      expect(await person.volunteer.hoursOwn({})).toEqual(refused('FORBIDDEN'));
    }
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
