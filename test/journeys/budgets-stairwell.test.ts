/** What a worker's day costs in metered operations: knocks, the offline batch, notes, the tactic of a compound, practice. */
import { BATCH_MAX, type OfflineRecord } from '@domain/contract/offline-record';
import { sealRecord } from '@domain/work/sealed-record';
import type { ConflictDocument } from '../../cloudfunctions/repositories/documents';
import { walkFrom, type Walk } from '../cloudfunctions/fixture/offline';
import { register } from '../cloudfunctions/fixture/residents';
import { dataOf, openStreet, type Door, type TestStreet } from '../cloudfunctions/fixture/street';
import { FORM, RIGHT, visitOf } from '../cloudfunctions/practice/practising';
import { STAIRWELL_BUDGETS } from './kit/budgets';
import { type Acting, expectFlat, type Ledger, REHEARSAL } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

const worker = () => street.as('worker W1').visit;

async function ofKnocks(acting: Acting, { id: doorId, unitId }: Door): Promise<void> {
  const { visit } = street.as('community S');
  await acting.of('units to walk', () => worker().listUnits({}));
  await acting.of('route pack of a unit', () => worker().downloadUnit({ unitId }));
  await acting.of('record a visit', () => worker().recordVisit({ doorId, result: 'nobody' }));
  await acting.of('move the day to come again', () =>
    worker().planVisit({ doorId, next: { on: '2026-03-12' } }),
  );
  await acting.of('knocks at a door', () => worker().listVisits({ doorId }));
  dataOf(await worker().recordVisit({ doorId, result: 'business' }));
  await acting.of('decide about a door', () => visit.decideDoor({ doorId, verdict: 'business' }));
}

async function ofNotes(acting: Acting, { unitId }: Door): Promise<void> {
  const note = { unitId, wholeBuilding: true, text: '三楼没灯' };
  await acting.of('write a note', () => worker().writeNote(note));
  await acting.of('notes of a unit', () => worker().listNotes({ unitId }));
  const { notes } = dataOf(await worker().listNotes({ unitId }));
  await acting.of('take a note away', () => worker().removeNote({ noteId: notes[0]?.id ?? '' }));
  const { pack, sealKey } = dataOf(await worker().downloadUnit({ unitId }));
  const sealed = sealRecord('{', Buffer.from(sealKey, 'base64url'), new Uint8Array(32).fill(7));
  await acting.of('hand in a broken record', () => worker().handInBroken({ pack, sealed }));
}

const packed = async (doors: readonly Door[]): Promise<Walk[]> => {
  const walks: Walk[] = [];
  for (const door of doors) walks.push(await walkFrom(street, 'worker W1', door));
  return walks;
};

/** First forms at doors where nobody has knocked, and at others where somebody knocked in vain. */
async function ofBatches(acting: Acting, fresh: readonly Door[], knocked: readonly Door[]): Promise<void> {
  const walks = await packed(knocked);
  const sentAt = street.clock.now();
  const send = (records: readonly OfflineRecord[]) => () =>
    worker().syncBatch({ sentAt, records: [...records] });
  const forms = (await packed(fresh)).map((walk) => walk.filing());
  const again = forms.map((record) => ({ ...record, again: true }));
  const visits = walks.map((walk) => walk.visit({ result: 'nobody' }));
  const after = walks.map((walk) => walk.filing());
  await acting.of('offline batch of 20 saves', send(forms));
  await acting.of('the same batch again', send(again));
  await acting.of('offline batch of 10 visits', send(visits));
  await acting.of('offline batch of 10 saves after a knock each', send(after));
}

/** Two answers of one household, and the choice of one. */
async function ofConflicts(acting: Acting, door: Door, by: string): Promise<void> {
  const { _id: householdId, version } = await register(street, door, { by });
  for (const [person, useState] of [
    ['worker W1', 2],
    ['worker W2', 9],
  ] as const) {
    const walk = await walkFrom(street, person, door);
    const correction = walk.correction({ id: householdId, version }, { answers: { useState } });
    dataOf(await street.as(person).visit.syncBatch({ sentAt: street.clock.now(), records: [correction] }));
  }
  await acting.of('two answers of a household', () => worker().listConflicts({ householdId }));
  const [conflict] = await street.all<ConflictDocument>('conflicts', { householdId, state: 'open' });
  const input = { conflictId: conflict?._id ?? '', take: 'other' } as const;
  await acting.of('take one of two answers', () => worker().decideConflict(input));
}

async function ofTactics(acting: Acting, version: number, { id: doorId }: Door): Promise<void> {
  const { tactic } = street.as('community S');
  const areaId = street.area('苹果花园');
  await acting.of('board of ways', () => tactic.readBoard({ areaId }));
  await acting.of('hardest doors', () => tactic.listHardDoors({ areaId }));
  const mix = { compoundId: areaId, version, ways: ['visit' as const] };
  await acting.of('choose the ways of a compound', () => tactic.editTactic(mix));
  const given = { doorIds: [doorId], seatId: street.seatId('worker W1'), dueOn: '2026-03-13' };
  await acting.of('give one door', () => tactic.assignDoors(given));
}

async function ofPractice(acting: Acting): Promise<void> {
  const { practice } = street.as('worker W2');
  await acting.of('open practice', () => practice.open({ anew: true }));
  await acting.of('look at practice', () => practice.read({}));
  await acting.of('practise a visit', () => practice.submitVisit(visitOf(1)));
  await acting.of('practise a form', () => practice.submitForm({ answers: FORM }));
  const [first = 0, ...rest] = RIGHT;
  await acting.of('miss one of five', () => practice.submitQuiz({ answers: [first + 1, ...rest] }));
}

/** Free doors of the compound, in walking order; the first unit of building 3 has none. */
async function freeDoors(): Promise<Door[]> {
  const { gridId } = street.door('苹果花园 3-2-502');
  const answered = await street.all<{ doorId: string }>('households');
  const waiting = await street.all<{ doorId: string }>('submissions');
  const taken = new Set([...answered, ...waiting].map(({ doorId }) => doorId));
  return street.doors().filter((door) => door.gridId === gridId && !taken.has(door.id));
}

async function round(ledger: Ledger): Promise<void> {
  await street.runTimer('rollYields');
  const doors = await freeDoors();
  const take = (count: number): Door[] => doors.splice(0, count);
  const one = (): Door => take(1)[0] as Door;
  await ofKnocks(REHEARSAL, one());
  await ofKnocks(ledger, one());
  await ofNotes(REHEARSAL, street.door('苹果花园 3-2-502'));
  await ofNotes(ledger, street.door('苹果花园 3-2-502'));
  await ofConflicts(REHEARSAL, one(), 'resident A');
  await ofConflicts(ledger, one(), 'tenant C');
  await ofTactics(REHEARSAL, 0, one());
  await ofTactics(ledger, 1, one());
  await ofPractice(REHEARSAL);
  await ofPractice(ledger);
  await ofBatches(REHEARSAL, take(1), take(1));
  await ofBatches(ledger, take(BATCH_MAX), take(BATCH_MAX / 2));
}

describe('metered operations of a day of visits', () => {
  it('are what the table says, and stay so in a street ten times larger', () =>
    expectFlat(street, { budgets: STAIRWELL_BUDGETS, rounds: [round] }));
});
