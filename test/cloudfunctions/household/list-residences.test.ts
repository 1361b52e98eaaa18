import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { landlordHome, letDoor } from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list the residences of a household', () => {
  it('is refused for a household that is not there or out of reach, and to outsiders', async () => {
    const { _id: householdId } = await landlordHome(street);
    const other = street.as('worker W1').household;

    expect(await other.listResidences({ householdId: 'nothing' })).toEqual(refused('NOT_FOUND'));
    expect(await other.listResidences({ householdId })).toEqual(refused('NOT_FOUND'));
    expect(await street.as('outsider X').household.listResidences({ householdId })).toEqual(
      refused('FORBIDDEN'),
    );
  });

  it('shows the household where each member is registered, and since when', async () => {
    const { _id: householdId, version } = await landlordHome(street);
    const { household } = await street.seated('landlord D');
    const doorId = letDoor(street).id;
    const { ticket } = dataOf(await street.as('landlord D', null).area.pickDoor({ doorId }));
    const move = { householdId, version, memberKey: 'bbbbbbbb', to: 'door', ticket } as const;
    dataOf(await household.editResidence(move));

    const { members } = dataOf(await household.listResidences({ householdId }));

    expect(members.map(({ name, hukouHere, registered }) => [name, hukouHere, registered])).toEqual([
      ['丁大海', true, undefined],
      ['丁小海', false, { plate: { compound: '樱花苑', line: '2-1-302' }, from: '2026-03-10' }],
    ]);
    expect(members.every(({ since }) => since === '2026-03-10')).toBe(true);
  });

  it('shows staff masked names, and leaves a trace', async () => {
    const { _id: householdId } = await landlordHome(street);

    const reply = await street.as('leader GL1').household.listResidences({ householdId });

    expect(dataOf(reply).members.map(({ name }) => name)).toEqual(['丁*海', '丁*海']);
    expect(await street.count('audit', { 'audit.action': 'person.editResidence' })).toBe(1);
  });
});
