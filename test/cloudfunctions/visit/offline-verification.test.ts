import type {
  HouseholdDocument,
  MessageDocument,
  TaskDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { walkFrom, type Walk } from '../fixture/offline';
import { register } from '../fixture/residents';
import { changeSeat } from '../fixture/seats';
import { dataOf, openStreet, type Door, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = (): Door => street.door('苹果花园 3-2-502');
const NOTE = '晚上七点后有人';

async function begin(person = 'worker W1'): Promise<{ base: { id: string; version: number }; walk: Walk }> {
  const { _id: id, version } = await register(street, door());
  return { base: { id, version }, walk: await walkFrom(street, person, door()) };
}

const stored = (id: string) => street.stored<HouseholdDocument>('households', id);
const slot = async () =>
  (await street.stored<WallDocument>('walls', door().unitId))?.slots[String(door().slot)];

async function noteSeen(): Promise<string | undefined> {
  const { households } = dataOf(await street.as('worker W1').census.readDoor({ doorId: door().id }));
  return households[0]?.facts?.note;
}

describe('a household that was stood by without network', () => {
  it('is refused where it is not there, and where what it says is wrong', async () => {
    const { base, walk } = await begin();
    const births = [{ key: 'zzzzzzzz', month: '1960-06' }];

    for (const [record, code] of [
      [walk.verification({ ...base, id: 'nobody' }, {}), 'NOT_FOUND'],
      [walk.verification({ ...base, version: 9 }, {}), 'VALIDATION'],
      [walk.verification(base, { births }), 'CONSENT_REQUIRED'],
      [walk.verification(base, { births, isAgreed: true }), 'VALIDATION'],
      [walk.verification(base, { note: '这家有人信访' }), 'CONTENT_REJECTED'],
    ] as const) {
      const [answer] = await walk.sync([record]);
      expect([answer?.outcome, answer?.problem?.code]).toEqual(['rejected', code]);
    }
    expect(await stored(base.id)).toMatchObject({ version: base.version });
  });

  it('is refused from a volunteer, who verifies nothing, and after a withdrawal', async () => {
    const { base, walk } = await begin();
    const walls = await street.all<WallDocument>('walls');
    const assigneeId = street.userId('volunteer V1');
    const given = walls.map((wall) => (wall._id === door().unitId ? { ...wall, assigneeId } : wall));
    await street.replaceAll('walls', given);
    const volunteer = await walkFrom(street, 'volunteer V1', door());

    const [forbidden] = await volunteer.sync([volunteer.verification(base, {})]);
    dataOf(await (await street.seated('resident A')).census.withdrawConsent({ householdId: base.id }));
    const [late] = await walk.sync([walk.verification(base, {})]);

    expect([forbidden?.problem?.code, late?.problem?.code]).toEqual(['FORBIDDEN', 'WRONG_STATE']);
  });

  it('is kept as with a network, once, however often it is sent', async () => {
    const { base, walk } = await begin();
    const record = walk.verification(base, { verifyWay: 2, propertyKind: 1, note: NOTE });

    const [first] = await walk.sync([record]);
    const [again] = await walk.sync([{ ...record, again: true }]);

    const household = { id: base.id, version: base.version + 1, conflicts: 0 };
    expect(first).toEqual({ opId: record.opId, outcome: 'applied', household });
    expect(again).toEqual({ opId: record.opId, outcome: 'duplicate', household });
    const confirmedBy = street.userId('worker W1');
    expect(await stored(base.id)).toMatchObject({ verifyWay: 2, confirmedBy, confirmedOn: '2026-03-10' });
    expect(await slot()).toMatchObject({ propertyKind: 1 });
    expect(await noteSeen()).toBe(NOTE);
  });

  it('keeps what the worker wrote where the answers changed meanwhile, and stands by none of them', async () => {
    const { base, walk } = await begin();
    await street.clock.set(street.clock.now() + 86_400_000);
    const other = await walkFrom(street, 'worker W2', door());
    await other.sync([other.correction(base, { answers: { useState: 2 } })]);
    const before = await stored(base.id);

    const [answer] = await walk.sync([walk.verification(base, { verifyWay: 2, note: NOTE })]);
    const [bare] = await walk.sync([walk.verification(base, {})]);

    expect(answer).toMatchObject({ outcome: 'applied', changedSince: true });
    expect(bare).toMatchObject({ changedSince: true, household: { version: base.version + 2 } });
    const { verifyWay, confirmedBy, useState } = before ?? {};
    expect(await stored(base.id)).toMatchObject({ confirmedBy, useState, version: base.version + 2 });
    expect((await stored(base.id))?.verifyWay).toBe(verifyWay);
    expect(await noteSeen()).toBe(NOTE);
  });

  it('of a door that passed on is kept, is work for the new owner, and both are told', async () => {
    const { base, walk } = await begin();
    await changeSeat(street, 'worker W1', { state: 'ended' });

    const [answer] = await walk.sync([walk.verification(base, { verifyWay: 2, note: NOTE })]);

    expect(answer).toMatchObject({ outcome: 'applied', handedOver: true });
    expect(answer?.household).toBeUndefined();
    expect((await stored(base.id))?.sealedNote).toBeDefined();
    const tasks = await street.all<TaskDocument>('tasks', { kind: 'handedOver' });
    expect(tasks.map(({ doorId, dueOn }) => [doorId, dueOn])).toEqual([[door().id, '2026-03-11']]);
    const told = await street.all<MessageDocument>('messages');
    expect(new Set(told.map(({ kind }) => kind))).toContain('recordHandedOver');
  });
});
