import type { GroupDocument } from '../../../cloudfunctions/repositories/documents';
import { changeSeat } from '../fixture/seats';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const groupCode = 'group-code-apple3';
const tie = () => ({ buildingId: street.building('苹果花园 3'), groupCode });

describe('tie a group to a building', () => {
  it('is not found for a building that nobody built', async () => {
    const call = () => street.as('head H3').building.bindGroup({ ...tie(), buildingId: 'nowhere' });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to residents and the office, and to the head of another building', async () => {
    for (const person of ['outsider X', 'community S', 'office ADM', 'volunteer V1']) {
      await expectStandstill(street, () => street.as(person).building.bindGroup(tie()), refused('FORBIDDEN'));
    }
    const other = { ...tie(), buildingId: street.building('苹果花园 5') };
    await expectStandstill(
      street,
      () => street.as('head H3').building.bindGroup(other),
      refused('NOT_FOUND'),
    );
  });

  it('is refused from the day after the head’s term', async () => {
    await changeSeat(street, 'head H3', { endsOn: '2026-03-09' });
    await expectStandstill(
      street,
      () => street.as('head H3').building.bindGroup(tie()),
      refused('FORBIDDEN'),
    );
  });

  it('keeps a digest, not the group, and one event', async () => {
    const { groupId } = dataOf(await street.as('head H3').building.bindGroup(tie()));

    const [group, ...others] = await street.all<GroupDocument>('groups');
    expect(others).toEqual([]);
    expect(group).toMatchObject({ _id: groupId, state: 'bound', buildingId: tie().buildingId, version: 1 });
    expect(JSON.stringify(group)).not.toContain('apple3');
    const events = await street.events();
    expect(events.map(({ audit }) => [audit.action, audit.actAs])).toEqual([['group.bind', 'BH']]);
    expect(JSON.stringify(events)).not.toContain('apple3');
  });

  it('is done once, whoever does it again', async () => {
    const first = dataOf(await street.as('head H3').building.bindGroup(tie()));

    expect(dataOf(await street.as('worker W1').building.bindGroup(tie()))).toEqual(first);

    expect(await street.count('groups')).toBe(1);
    expect(await street.count('events')).toBe(1);
  });

  it('is done once by two at the same moment', async () => {
    const replies = await Promise.all(
      ['head H3', 'worker W1', 'worker W2'].map((person) => street.as(person).building.bindGroup(tie())),
    );

    expect(new Set(replies.map((reply) => dataOf(reply).groupId)).size).toBe(1);
    expect(await street.count('groups')).toBe(1);
    expect(await street.count('events')).toBe(1);
  });

  it('knows one chat at two buildings by two digests', async () => {
    const here = dataOf(await street.as('worker W1').building.bindGroup(tie()));
    const there = { ...tie(), buildingId: street.building('苹果花园 2') };

    const also = dataOf(await street.as('worker W1').building.bindGroup(there));

    expect(also.groupId).not.toBe(here.groupId);
  });

  it('answers a repeated operation as before', async () => {
    const opId = newOpId();
    const first = dataOf(await street.as('head H3').building.bindGroup(tie(), { opId }));

    expect(await street.as('head H3').building.bindGroup(tie(), { opId, again: true })).toEqual(
      repeated(first),
    );
    expect(await street.count('events')).toBe(1);
  });
});
