import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { hoursAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('hours that wait', () => {
  it('are refused to volunteers and workers', async () => {
    for (const person of ['volunteer L', 'worker W1']) {
      expect(await street.as(person).volunteer.listHours({ state: 'waiting' })).toEqual(refused('FORBIDDEN'));
    }
  });

  it('are listed to the own community, and the look is recorded', async () => {
    const by = street.userId('administrator S');
    await street.replaceAll('hours', [hoursAt(street, 'volunteer E', { state: 'waiting', by })]);
    const seen = async (person: string) =>
      dataOf(await street.as(person).volunteer.listHours({ state: 'waiting' })).hours;

    expect(await seen('administrator S')).toEqual([
      expect.objectContaining({ volunteerId: street.userId('volunteer E'), isOwn: true, note: '' }),
    ]);
    expect(await seen('administrator S2')).toEqual([expect.objectContaining({ isOwn: false })]);
    expect(await seen('leader GL1')).toEqual([]);
    expect(await street.count('audit', { 'audit.action': 'volunteer.approveHours' })).toBe(2);
  });
});
