import { contentAt, layContents } from '../fixture/contents';
import { reported } from '../fixture/issues';
import { expectRecounted } from '../fixture/recount';
import { handIn, register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { taskAt } from '../fixture/tasks';
import { keptForK } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read the progress', () => {
  it('is refused for a scope that is not there', async () => {
    await expectStandstill(
      street,
      () => street.as('office ADM').board.readProgress({ areaId: 'nowhere' }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused to residents, property, clerks and volunteers', async () => {
    for (const person of ['outsider X', 'property P1', 'clerk T1', 'volunteer E']) {
      const call = () => street.as(person).board.readProgress({ areaId: street.area('苹果花园') });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('of another community, or of the whole street, is not there for a community', async () => {
    for (const name of ['樱花社区', '龙泉苑']) {
      const call = () => street.as('community S').board.readProgress({ areaId: street.area(name) });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('begins with the largest scope of the seat', async () => {
    const ofStreet = dataOf(await street.as('secretary SEC').board.readProgress({}));
    const ofCommunity = dataOf(await street.as('community S').board.readProgress({}));

    expect([ofStreet.kind, ofStreet.counts]).toEqual(['street', street.truth.street.counts]);
    expect([ofCommunity.kind, ofCommunity.id]).toEqual(['community', street.area('金果社区')]);
    expect(ofCommunity.rows.map(({ name }) => name)).toEqual(['苹果花园', '金河湾', '和家园']);
  });

  it('counts what waits on the desks of an office, as far as a hundred, where it is asked to', async () => {
    const desksOf = async (person: string) =>
      dataOf(await street.as(person).board.readProgress({ desks: true })).desks;
    await keptForK(street);
    await reported(street);
    await street.replaceAll('tasks', [taskAt(street, '苹果花园 3-2-502')]);
    const many = Array.from({ length: 100 }, (_, at) => contentAt(street, { subjectId: `${at}` }));
    const elsewhere = street.door('樱花苑 2-1-302').communityId;
    const checking = contentAt(street, { subjectId: 'checking', state: 'checking' });
    const other = contentAt(street, { subjectId: 'other', communityId: elsewhere });
    await layContents(street, [...many.slice(0, 98), checking, other]);

    const counts = { tasks: 1, content: 98, wishes: 1, ledger: 1, gifts: 0 };
    expect(await desksOf('community S')).toEqual(counts);
    expect(await desksOf('street ADM')).toEqual({ ...counts, content: 99 });
    expect(dataOf(await street.as('community S').board.readProgress({})).desks).toBeUndefined();
    expect(await desksOf('auditor Q')).toBeUndefined();
    await layContents(street, [...many, checking, other]);
    expect(await desksOf('street ADM')).toMatchObject({ content: 100 });
  });

  it('stands still until the roll-up, and then equals a recount of the records at every height', async () => {
    const read = async (areaId?: string) =>
      dataOf(await street.as('office ADM').board.readProgress(areaId === undefined ? {} : { areaId }));
    const before = await read();
    await register(street, street.door('苹果花园 3-2-502'));
    await handIn(street, street.door('苹果花园 3-2-501'), { by: 'outsider X' });
    expect(await read()).toEqual(before);

    await street.clock.set(street.clock.now() + 60_000);
    await street.runTimer('rollUp');

    await expectRecounted(street);
    const after = await read();
    expect(after.people).toBe(before.people + 3);
    const { done, waiting } = before.counts;
    expect(after.counts).toMatchObject({ done: done + 1, waiting: waiting + 1 });
    expect(after.asOf).toBe(street.clock.now());
    expect(await street.count('events', { rollState: 'new' })).toBe(0);
  });
});
