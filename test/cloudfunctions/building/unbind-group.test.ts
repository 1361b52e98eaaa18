import type { GroupDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

async function bound(name = '苹果花园 3', person = 'worker W1'): Promise<string> {
  const input = { buildingId: street.building(name), groupCode: 'group-code-apple3' };
  return dataOf(await street.as(person).building.bindGroup(input)).groupId;
}

describe('untie a group from a building', () => {
  it('is not found for a group that nobody tied', async () => {
    const call = () => street.as('head H3').building.unbindGroup({ groupId: 'nowhere' });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to outsiders, and to the head of another building', async () => {
    const groupId = await bound('苹果花园 2');
    const call = (person: string) => () => street.as(person).building.unbindGroup({ groupId });
    await expectStandstill(street, call('outsider X'), refused('FORBIDDEN'));
    await expectStandstill(street, call('head H3'), refused('NOT_FOUND'));
  });

  it('is refused where it was done', async () => {
    const groupId = await bound();
    dataOf(await street.as('head H3').building.unbindGroup({ groupId }));
    const call = () => street.as('head H3').building.unbindGroup({ groupId });
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'unbound' }));
  });

  it.each(['head H3', 'community S'])('ends it for %s, and it can be tied again', async (person) => {
    const groupId = await bound();

    dataOf(await street.as(person).building.unbindGroup({ groupId }));
    const after = await street.stored<GroupDocument>('groups', groupId);
    const again = await bound();

    expect(after).toMatchObject({ state: 'unbound', version: 2 });
    expect(again).toBe(groupId);
    expect(await street.stored('groups', groupId)).toMatchObject({ state: 'bound', version: 3 });
    expect((await street.events()).map(({ audit }) => audit.action).sort()).toEqual([
      'group.bind',
      'group.bind',
      'group.unbind',
    ]);
  });
});
