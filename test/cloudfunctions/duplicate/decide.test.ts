import { taskId } from '../../../cloudfunctions/records/tasks';
import { residentSeatId } from '../../../cloudfunctions/repositories/assignments';
import type {
  AssignmentDocument,
  DuplicateDocument,
  HouseholdDocument,
  TaskDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { letDoor, storedTenancy } from '../fixture/tenants';
import { listedTwice, sideOf } from './duplicates-kit';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const home = (id: string) => street.stored<HouseholdDocument>('households', id);

/** Something was said of a household in two ways, and a task stands. */
async function openConflict(household: HouseholdDocument): Promise<void> {
  const [task, ...others] = await street.all<TaskDocument>('tasks');
  if (task === undefined) throw new Error('no task stands');
  const { _id: subjectId, doorId } = household;
  const conflict = { ...task, _id: taskId('conflict', doorId, subjectId), kind: 'conflict', subjectId };
  await street.replaceAll('tasks', [task, ...others, conflict]);
  await street.replaceAll('conflicts', [{ _id: 'phone', householdId: subjectId, state: 'open', at: 0 }]);
}

async function slotOf() {
  const { unitId, slot } = letDoor(street);
  return (await street.stored<WallDocument>('walls', unitId))?.slots[String(slot)];
}

describe('decide about two records', () => {
  it('is refused for a pair that is not there or out of reach', async () => {
    const { duplicate } = await listedTwice(street);

    for (const [person, duplicateId] of [
      ['worker W2', 'nothing'],
      ['worker W1', duplicate._id],
    ] as const) {
      const call = () =>
        street.as(person).duplicate.decide({ duplicateId, version: 1, verdict: 'different' });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to residents, the street and volunteers', async () => {
    const { duplicate } = await listedTwice(street);
    const input = { duplicateId: duplicate._id, version: 1, verdict: 'different' } as const;
    const tenant = await street.seated('tenant C');

    await expectStandstill(street, () => tenant.duplicate.decide(input), refused('FORBIDDEN'));
    for (const person of ['office ADM', 'volunteer V1']) {
      const call = () => street.as(person).duplicate.decide(input);
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused without a side to keep, and on a version that has passed', async () => {
    const { duplicate } = await listedTwice(street);
    const { decide } = street.as('worker W2').duplicate;
    const input = { duplicateId: duplicate._id, version: 1, verdict: 'merge' } as const;

    await expectStandstill(street, () => decide(input), refused('VALIDATION', { field: 'keep' }));
    await expectStandstill(
      street,
      () => decide({ ...input, version: 2, keep: 'left' }),
      refused('STALE_VERSION'),
    );
    await expectStandstill(
      street,
      () => decide({ duplicateId: duplicate._id, version: 1, verdict: 'undo' }),
      refused('WRONG_STATE', { state: 'open' }),
    );
  });

  it('merges: one record stays as it is, the other household lists the person no more', async () => {
    const { first, second, duplicate } = await listedTwice(street);
    const keep = sideOf(duplicate, first);

    const reply = await street
      .as('worker W2')
      .duplicate.decide({ duplicateId: duplicate._id, version: 1, verdict: 'merge', keep });

    expect(reply).toEqual(accepted({ state: 'merged' }));
    const { duplicates: held, ...kept } = first;
    expect(held).toHaveLength(1);
    expect(await home(first._id)).toEqual(kept);
    expect(await home(second._id)).toMatchObject({ liveCount: 2, state: 'submitted' });
    expect((await home(second._id))?.members.map(({ name }) => name)).toEqual(['孟强', '宁芳']);
    expect(await slotOf()).toMatchObject({ households: 2, people: 3, residents: 3 });
    expect(await street.count('tasks', { kind: 'duplicate', state: 'open' })).toBe(0);
  });

  it('undoes a merge: both originals are exactly what they were', async () => {
    const { first, second, duplicate } = await listedTwice(street);
    const slotBefore = await slotOf();
    const { decide } = street.as('worker W2').duplicate;
    const keep = sideOf(duplicate, first);
    dataOf(await decide({ duplicateId: duplicate._id, version: 1, verdict: 'merge', keep }));

    dataOf(await decide({ duplicateId: duplicate._id, version: 2, verdict: 'undo' }));

    expect(await home(first._id)).toEqual(first);
    expect(await home(second._id)).toEqual({ ...second, version: second.version + 2 });
    expect(await slotOf()).toEqual(slotBefore);
    const open = await street.stored<DuplicateDocument>('duplicates', duplicate._id);
    expect(open).toMatchObject({ state: 'open', version: 3 });
    expect(open?.sealedOriginal).toBeUndefined();
  });

  it('closes a household that is left without anybody, and opens it again with an undo', async () => {
    const { first, second, duplicate } = await listedTwice(street);
    const { decide } = street.as('worker W2').duplicate;
    const keep = sideOf(duplicate, second);

    const seat = residentSeatId(street.userId('tenant C'), first._id);
    const bound = async () => (await street.stored<AssignmentDocument>('assignments', seat))?.state;
    const told = async () => dataOf(await street.as('tenant C', null).census.readReceipt({}));

    dataOf(await decide({ duplicateId: duplicate._id, version: 1, verdict: 'merge', keep }));
    const [closed, seatClosed, receiptClosed] = [await home(first._id), await bound(), await told()];
    const slotClosed = await slotOf();
    dataOf(await decide({ duplicateId: duplicate._id, version: 2, verdict: 'undo' }));

    expect(closed).toMatchObject({ state: 'closed', members: [], liveCount: 0 });
    expect([seatClosed, await bound()]).toEqual(['ended', 'active']);
    expect(receiptClosed).toMatchObject({ state: 'closed', closedOn: '2026-03-10', isMerged: true });
    expect(await told()).toMatchObject({ state: 'submitted' });
    expect(slotClosed).toMatchObject({ households: 1, people: 3 });
    const again = { version: first.version + 2, matchState: 'due' };
    expect(await home(first._id)).toEqual({ ...first, ...again });
    expect(await slotOf()).toMatchObject({ households: 2, people: 4, state: 'filled' });
  });

  it('ends with a household what is asked of its landlord, and opens it again with an undo', async () => {
    const { first, second, duplicate } = await listedTwice(street);
    await openConflict(first);
    const { decide } = street.as('worker W2').duplicate;
    const keep = sideOf(duplicate, second);
    const question = () => storedTenancy(street, first._id);
    const work = async () => {
      const open = await street.all<TaskDocument>('tasks', { subjectId: first._id, state: 'open' });
      return open.map(({ kind }) => kind).sort();
    };
    const before = await question();
    expect([before.state, await work()]).toEqual(['unnamed', ['conflict', 'tenancy']]);

    dataOf(await decide({ duplicateId: duplicate._id, version: 1, verdict: 'merge', keep }));
    const [ended, left] = [await question(), await work()];
    dataOf(await decide({ duplicateId: duplicate._id, version: 2, verdict: 'undo' }));

    expect(ended).toMatchObject({ state: 'ended', waitsFor: 'nobody', tenantName: '' });
    expect(left).toEqual([]);
    expect(await question()).toEqual({ ...before, version: before.version + 2 });
    expect(await work()).toEqual(['conflict', 'tenancy']);
  });

  it('says that they are two people: both stand and nothing is held, until that is taken back', async () => {
    const { first, second, duplicate } = await listedTwice(street);
    const { decide } = street.as('worker W2').duplicate;

    dataOf(await decide({ duplicateId: duplicate._id, version: 1, verdict: 'different' }));
    const free = [await home(first._id), await home(second._id)];
    dataOf(await decide({ duplicateId: duplicate._id, version: 2, verdict: 'undo' }));

    expect(free.map((household) => household?.duplicates)).toEqual([undefined, undefined]);
    expect(await home(first._id)).toEqual(first);
    expect(await home(second._id)).toEqual(second);
  });

  it('refuses to undo a merge once the household has changed', async () => {
    const { first, second, duplicate } = await listedTwice(street);
    const worker = street.as('worker W2');
    const keep = sideOf(duplicate, first);
    const input = { duplicateId: duplicate._id, version: 1, verdict: 'merge', keep } as const;
    dataOf(await worker.duplicate.decide(input));
    const { version = 0 } = (await home(second._id)) ?? {};
    dataOf(await worker.household.moveOut({ householdId: second._id, version, on: '2026-03-10' }));

    await expectStandstill(
      street,
      () => worker.duplicate.decide({ duplicateId: duplicate._id, version: 2, verdict: 'undo' }),
      refused('WRONG_STATE'),
    );
  });

  it('is done once, however often it is sent', async () => {
    const { first, duplicate } = await listedTwice(street);
    const { decide } = street.as('worker W2').duplicate;
    const input = {
      duplicateId: duplicate._id,
      version: 1,
      verdict: 'merge',
      keep: sideOf(duplicate, first),
    } as const;
    const opId = newOpId();
    const done = dataOf(await decide(input, { opId }));

    expect(await decide(input, { opId, again: true })).toEqual(repeated(done));
    expect(await slotOf()).toMatchObject({ people: 3 });
  });
});
