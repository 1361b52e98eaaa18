import type { GroupOpeningDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const groupCode = 'group-code-apple3';
const opening = () => ({ buildingId: street.building('苹果花园 3'), groupCode });
const bind = async () => dataOf(await street.as('head H3').building.bindGroup(opening()));

describe('open the card out of a group', () => {
  it('is not found for a building that nobody built', async () => {
    const input = { ...opening(), buildingId: 'nowhere' };
    const call = () => street.as('outsider X').building.openFromGroup(input);
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is not valid without the code of a group', async () => {
    const call = () => street.as('outsider X').building.openFromGroup({ ...opening(), groupCode: '' });
    await expectStandstill(street, call, refused('VALIDATION'));
  });

  it('shows the card and stores nothing where the group is not tied to the building', async () => {
    const call = async () => {
      const reply = await street.as('outsider X').building.openFromGroup(opening());
      return reply.ok ? { ...reply, data: reply.data.isBound as never } : reply;
    };
    await expectStandstill(street, call, { ok: true, data: false });
  });

  it('counts each opener once, and keeps nobody’s name', async () => {
    const { groupId } = await bind();
    const people = ['resident A', 'outsider X', 'tenant C', 'resident A'];
    for (const person of people) {
      expect(dataOf(await street.as(person).building.openFromGroup(opening())).isBound).toBe(true);
    }

    const openings = await street.all<GroupOpeningDocument>('groupOpenings');

    expect(openings).toHaveLength(3);
    expect(new Set(openings.map((row) => row.groupId))).toEqual(new Set([groupId]));
    for (const row of openings) expect(Object.keys(row).sort()).toEqual(['_id', 'groupId', 'purgeOn']);
    const stored = JSON.stringify([openings, await street.events()]);
    for (const person of people) expect(stored).not.toContain(street.userId(person));
  });

  it('counts nothing for another building, nor after the group was untied', async () => {
    const { groupId } = await bind();
    const other = { buildingId: street.building('苹果花园 5'), groupCode };
    expect(dataOf(await street.as('resident A').building.openFromGroup(other)).isBound).toBe(false);
    dataOf(await street.as('head H3').building.unbindGroup({ groupId }));
    expect(dataOf(await street.as('resident A').building.openFromGroup(opening())).isBound).toBe(false);

    expect(await street.count('groupOpenings')).toBe(0);
  });

  it('answers a repeated call as before and counts nothing twice', async () => {
    await bind();
    const opId = newOpId();
    const call = () => street.as('resident A').building.openFromGroup(opening(), { opId });

    expect(dataOf(await call())).toEqual(dataOf(await call()));
    expect(await street.count('groupOpenings')).toBe(1);
  });
});
