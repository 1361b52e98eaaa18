/** A worker in a stairwell: knocks with a network and without one, notes, and two answers of one household. */
import type { OfflineRecord, RecordAnswer } from '@domain/contract/offline-record';
import type { Reply } from '@domain/kernel/contract';
import { sealRecord } from '@domain/work/sealed-record';
import type { ConflictDocument } from '../../../../cloudfunctions/repositories/documents';
import { UNANSWERED, type Send, type Story } from '../../fixture/fault-runner';
import { walkFrom } from '../../fixture/offline';
import { register } from '../../fixture/residents';
import { dataOf, type TestStreet } from '../../fixture/street';

const door = (street: TestStreet) => street.door('苹果花园 3-2-502');
const worker = (street: TestStreet) => street.as('worker W1').visit;
const note = (street: TestStreet) => ({
  unitId: door(street).unitId,
  wholeBuilding: true,
  text: '门禁密码问门卫要',
});

/** The phone sends again what was not answered, and asks no record twice that was. */
function sendBatch(street: TestStreet, records: readonly OfflineRecord[]): Send {
  const answered = new Map<string, RecordAnswer>();
  return async ({ again }) => {
    if (again === undefined) answered.clear();
    const left = records.filter(({ opId }) => !answered.has(opId));
    const sent = left.map((record) => (again === undefined ? record : { ...record, again }));
    const reply = await worker(street).syncBatch({ sentAt: street.clock.now(), records: sent });
    if (!reply.ok) return reply;
    const open = reply.data.answers.find(({ outcome, problem }) =>
      outcome === 'held' ? true : UNANSWERED.includes(problem?.code ?? ''),
    );
    for (const answer of reply.data.answers) keep(answered, answer);
    return open === undefined ? allOf(records, answered) : unanswered(open);
  };
}

function keep(answered: Map<string, RecordAnswer>, answer: RecordAnswer): void {
  const { opId, outcome } = answer;
  if (outcome === 'applied' || outcome === 'duplicate') answered.set(opId, { ...answer, outcome: 'applied' });
}

function allOf(
  records: readonly OfflineRecord[],
  answered: ReadonlyMap<string, RecordAnswer>,
): Reply<unknown> {
  return { ok: true, data: records.map(({ opId }) => answered.get(opId)) };
}

function unanswered({ problem }: RecordAnswer): Reply<unknown> {
  const code = problem?.code ?? 'INTERNAL';
  return { ok: false, problem: { code, message: '', details: {}, requestId: '' } };
}

const WITH_NETWORK: readonly Story[] = [
  {
    name: 'a knock',
    procedure: 'visit.recordVisit',
    begin: (street) => {
      const input = { doorId: door(street).id, result: 'nobody' } as const;
      return Promise.resolve((options) => worker(street).recordVisit(input, options));
    },
  },
  {
    name: 'a day agreed on',
    procedure: 'visit.planVisit',
    begin: (street) => {
      const input = { doorId: door(street).id, next: { on: '2026-03-12', hour: 19 } };
      return Promise.resolve((options) => worker(street).planVisit(input, options));
    },
  },
  {
    name: 'a door that is no home',
    procedure: 'visit.decideDoor',
    begin: async (street) => {
      const doorId = door(street).id;
      dataOf(await worker(street).recordVisit({ doorId, result: 'business' }));
      const { visit } = street.as('community S');
      return (options) => visit.decideDoor({ doorId, verdict: 'business' }, options);
    },
  },
  {
    name: 'a note',
    procedure: 'visit.writeNote',
    begin: (street) => Promise.resolve((options) => worker(street).writeNote(note(street), options)),
  },
  {
    name: 'a note taken away',
    procedure: 'visit.removeNote',
    begin: async (street) => {
      const { id: noteId } = dataOf(await worker(street).writeNote(note(street)));
      return (options) => worker(street).removeNote({ noteId }, options);
    },
  },
];

const WITHOUT_NETWORK: readonly Story[] = [
  {
    name: 'a batch',
    procedure: 'visit.syncBatch',
    begin: async (street) => {
      const here = await walkFrom(street, 'worker W1', door(street));
      const beside = await walkFrom(street, 'worker W1', street.door('苹果花园 3-2-501'));
      const records = [
        here.filing(),
        here.visit({ result: 'collected' }),
        beside.visit({ result: 'nobody' }),
        here.note('三楼没灯'),
      ];
      return sendBatch(street, records);
    },
  },
  {
    name: 'a household stood by in the basement',
    procedure: 'visit.syncBatch',
    begin: async (street) => {
      const { _id: id, version } = await register(street, door(street));
      const walk = await walkFrom(street, 'worker W1', door(street));
      return sendBatch(street, [walk.verification({ id, version }, { propertyKind: 1, note: '敲重一点' })]);
    },
  },
  {
    name: 'a broken record',
    procedure: 'visit.handInBroken',
    begin: async (street) => {
      const { unitId } = door(street);
      const { pack, sealKey } = dataOf(await worker(street).downloadUnit({ unitId }));
      const secret = Uint8Array.from({ length: 32 }, (_, at) => at + 1);
      const sealed = sealRecord('{"kind":"visit"', Buffer.from(sealKey, 'base64url'), secret);
      return (options) => worker(street).handInBroken({ pack, sealed }, options);
    },
  },
  {
    name: 'one of two answers',
    procedure: 'visit.decideConflict',
    begin: async (street) => {
      const { _id: id, version } = await register(street, door(street));
      for (const [person, useState] of [
        ['worker W1', 2],
        ['worker W2', 9],
      ] as const) {
        const walk = await walkFrom(street, person, door(street));
        await walk.sync([walk.correction({ id, version }, { answers: { useState } })]);
      }
      const [conflict] = await street.all<ConflictDocument>('conflicts', { householdId: id });
      const input = { conflictId: conflict?._id ?? '', take: 'other' } as const;
      return (options) => worker(street).decideConflict(input, options);
    },
  },
];

export const STAIRWELL_STORIES: readonly Story[] = [...WITH_NETWORK, ...WITHOUT_NETWORK];
