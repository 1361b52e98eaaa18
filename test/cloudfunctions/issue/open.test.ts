import { assigned, DARK, passMinutes, reported } from '../fixture/issues';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S');

describe('open an issue', () => {
  it('open tells what the machine said, and leaves a trace', async () => {
    const { id: issueId } = await reported(street);
    const checkOf = async () => dataOf(await S().issue.open({ issueId })).check;
    const before = await checkOf();
    await passMinutes(street);
    expect([before, await checkOf()]).toEqual(['due', 'passed']);
    expect(await street.count('audit', { 'audit.action': 'issue.work' })).toBe(2);
  });

  it('says at which knock it was written down, and at which door to whoever may read behind it', async () => {
    const { id: doorId, buildingId, unitId } = street.door('苹果花园 3-2-601');
    const atDoor = { ...DARK, place: { by: 'door', doorId }, raisedBy: { who: 'worker' } } as const;
    const { issue } = street.as('worker W1');
    const { issueId } = dataOf(await issue.report(atDoor));
    await assigned(street, issueId);
    const visitOf = async (person: string) => dataOf(await street.as(person).issue.open({ issueId })).visit;

    const door = { id: doorId, buildingId, plate: { compound: '苹果花园', line: '3-2-601' } };
    expect(await visitOf('administrator S')).toEqual({ number: 1, door });
    expect(await visitOf('property P1')).toEqual({ number: 1 });
    const { issueId: unnamed } = dataOf(await issue.report({ ...atDoor, isAnonymous: true }));
    expect(dataOf(await S().issue.open({ issueId: unnamed })).visit).toEqual({ number: 1 });
    dataOf(await street.as('worker W1').area.editDoor({ unitId, edit: { act: 'remove', doorId } }));
    expect(await visitOf('administrator S')).toEqual({ number: 1 });
    const { id: atHome } = await reported(street);
    expect(dataOf(await S().issue.open({ issueId: atHome })).visit).toBeUndefined();
  });
});
