import type {
  ConflictDocument,
  EventDocument,
  HouseholdDocument,
  TaskDocument,
} from '../../../cloudfunctions/repositories/documents';
import { walkFrom } from '../fixture/offline';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type Door, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = (): Door => street.door('苹果花园 3-2-502');

/** W1 and W2 say different things of one household without sight of each other. */
async function disputed(): Promise<{ household: HouseholdDocument; conflictId: string }> {
  const household = await register(street, door());
  const base = { id: household._id, version: household.version };
  for (const [person, useState] of [
    ['worker W1', 2],
    ['worker W2', 9],
  ] as const) {
    const walk = await walkFrom(street, person, door());
    await walk.sync([walk.correction(base, { answers: { useState } })]);
  }
  const [conflict] = await street.all<ConflictDocument>('conflicts', { householdId: household._id });
  return { household, conflictId: conflict?._id ?? '' };
}

describe('two answers of one household', () => {
  it('are shown and decided by nobody elsewhere', async () => {
    const { household, conflictId } = await disputed();
    const worker = street.as('worker W1').visit;
    await expectStandstill(
      street,
      () => worker.decideConflict({ conflictId: 'none', take: 'kept' }),
      refused('NOT_FOUND'),
    );
    for (const person of ['head H3', 'volunteer V1']) {
      const { visit } = street.as(person);
      await expectStandstill(
        street,
        () => visit.decideConflict({ conflictId, take: 'other' }),
        refused('FORBIDDEN'),
      );
      expect(await visit.listConflicts({ householdId: household._id })).toEqual(refused('FORBIDDEN'));
    }
  });

  it('are said to be there at the door and in the task, until one is taken', async () => {
    const { household, conflictId } = await disputed();
    const { census, task, visit } = street.as('worker W1');
    const atDoor = async () =>
      dataOf(await census.readDoor({ doorId: door().id })).households[0]?.openConflicts;
    const { tasks } = dataOf(await task.listTasks({}));

    expect(await atDoor()).toBe(1);
    expect(tasks.find(({ kind }) => kind === 'conflict')?.householdId).toBe(household._id);

    dataOf(await visit.decideConflict({ conflictId, take: 'kept' }));
    expect(await atDoor()).toBeUndefined();
  });

  it('stand side by side until one is taken, once', async () => {
    const { household, conflictId } = await disputed();
    const worker = street.as('worker W1').visit;
    const { conflicts } = dataOf(await worker.listConflicts({ householdId: household._id }));
    const [conflict] = conflicts;
    const other = conflict?.other.answers.useState;
    expect([conflict?.kept.answers.useState, other].sort()).not.toContain(undefined);

    const before = await street.stored<HouseholdDocument>('households', household._id);
    const answer = await worker.decideConflict({ conflictId, take: 'other' });

    expect(answer).toEqual(accepted({ version: (before?.version ?? 0) + 1, left: 0 }));
    expect((await street.stored<HouseholdDocument>('households', household._id))?.useState).toBe(other);
    const events = await street.all<EventDocument>('events', { subjects: household._id });
    expect(events.map(({ change }) => change)).toContainEqual({ kind: 10, effectiveOn: '2026-03-10' });
    expect(await street.all('tasks', { kind: 'conflict' })).toEqual([
      expect.objectContaining({ state: 'done' }),
    ]);
    await expectStandstill(
      street,
      () => worker.decideConflict({ conflictId, take: 'kept' }),
      refused('WRONG_STATE'),
    );
    expect(dataOf(await worker.listConflicts({ householdId: household._id })).conflicts).toEqual([]);
  });

  it('are no work any more once the household takes its consent back, or has moved out', async () => {
    const withdrawn = (await disputed()).household;
    const task = () => street.all<TaskDocument>('tasks', { kind: 'conflict' });
    expect((await task()).map(({ state }) => state)).toEqual(['open']);
    const { census } = await street.seated('resident A');
    dataOf(await census.withdrawConsent({ householdId: withdrawn._id }));
    expect((await task()).map(({ state }) => state)).toEqual(['void']);

    await street.reset();
    const { household } = await disputed();
    const version = (await street.stored<HouseholdDocument>('households', household._id))?.version ?? 0;
    const input = { householdId: household._id, version, on: '2026-03-10' };
    dataOf(await street.as('worker W1').household.moveOut(input));
    expect((await task()).map(({ state }) => state)).toEqual(['void']);
  });
});
