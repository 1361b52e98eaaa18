/**
 * Every call that an operation makes to the database fails once, in every way; the sender repeats it with the same operation id
 * until it is answered. In the end all is as if nothing had failed.
 */
import type { Reply } from '@domain/kernel/contract';
import collections from '../../../cloudfunctions/database/collections.json';
import { control, restartOpIds, type CallOptions } from '../fixture/cloud-client';
import { formFor, handIn, register } from '../fixture/residents';
import { dataOf, openStreet, START, type TestStreet } from '../fixture/street';
import { taskAt } from '../fixture/tasks';

let street: TestStreet;
let beginning: Record<string, string>;
beforeAll(async () => {
  street = await openStreet();
  beginning = await street.digests();
});
afterAll(() => street.close());

const WAYS = [
  { kind: 'answer-lost' },
  { kind: 'exit', applied: true },
  { kind: 'exit' },
  { kind: 'fail-before' },
] as const;
const IS_FULL = process.env['TEST_FULL'] === '1';
/** Lost races are found when the transaction ends. */
const LOST_RACES = { action: 'database.commitTransaction', at: { every: 1 }, kind: 'conflict', times: 3 };
const OP_ID = '0123456789abcdefghjkmnpqrs';
const SENDS_MAX = 6;
const STORY_MS = 300_000;
/** Counters, looks and chains move by themselves. */
const ASIDE = ['limits', 'audit', 'auditLinks', 'auditHeads'];

type Send = (options: CallOptions) => Promise<Reply<unknown>>;

interface Story {
  readonly name: string;
  readonly procedure: string;
  /** What happened before; the function that is about to fail has been called. */
  readonly begin: () => Promise<Send>;
}

const door = () => street.door('苹果花园 3-2-502');

const STORIES: readonly Story[] = [
  {
    name: 'a form through a code',
    procedure: 'submitForm',
    begin: async () => {
      await handIn(street, street.door('苹果花园 3-2-501'), { by: 'outsider X' });
      return (options) => street.as('resident A').census.submitForm(formFor(door()), options);
    },
  },
  {
    name: 'a correction by the household',
    procedure: 'submitForm',
    begin: async () => {
      const { version } = await register(street, door());
      const resident = await street.seated('resident A');
      const place = { by: 'door', doorId: door().id } as const;
      const input = { ...formFor(door(), { contactOk: true }), place, baseVersion: version };
      return (options) => resident.census.submitForm(input, options);
    },
  },
  {
    name: 'a decision',
    procedure: 'decideForm',
    begin: async () => {
      const { _id: formId } = await handIn(street, door());
      const input = { formId, version: 1, verdict: 'confirm' } as const;
      return (options) => street.as('worker W1').census.decideForm(input, options);
    },
  },
  {
    name: 'a unit confirmed at once',
    procedure: 'confirmUnit',
    begin: async () => {
      await handIn(street, door());
      await handIn(street, street.door('苹果花园 3-2-501'), { by: 'outsider X' });
      return (options) => street.as('worker W1').census.confirmUnit({ unitId: door().unitId }, options);
    },
  },
  {
    name: 'a withdrawal',
    procedure: 'withdrawConsent',
    begin: async () => {
      const { _id: householdId } = await register(street, door());
      const resident = await street.seated('resident A');
      return (options) => resident.census.withdrawConsent({ householdId }, options);
    },
  },
  {
    name: 'a task ended',
    procedure: 'closeTask',
    begin: async () => {
      const task = taskAt(street, '苹果花园 3-2-502');
      await street.replaceAll('tasks', [task]);
      const worker = street.as('worker W1').task;
      dataOf(await worker.listTasks({}));
      return (options) => worker.closeTask({ taskId: task._id, version: 1, result: 'met' }, options);
    },
  },
  {
    name: 'messages allowed',
    procedure: 'allowMessages',
    begin: async () => {
      const { inbox } = street.as('resident A', null);
      dataOf(await inbox.allowMessages({ templates: ['reviewResult'] }));
      return (options) => inbox.allowMessages({ templates: ['reviewResult', 'taskReminder'] }, options);
    },
  },
  {
    name: 'messages seen',
    procedure: 'markRead',
    begin: async () => {
      await register(street, door());
      const { inbox } = street.as('resident A', null);
      dataOf(await inbox.readInbox({}));
      return (options) => inbox.markRead({ from: 0, upTo: START }, options);
    },
  },
  {
    name: 'a new building',
    procedure: 'createBuilding',
    begin: async () => {
      dataOf(await street.as('outsider X').area.listBuildings({ compoundId: street.area('苹果花园') }));
      const unit = { label: '1', roomsPerFloor: 2, pattern: '{f}{nn}' };
      const frame = { skipFloors: [], renamedFloors: {}, units: [unit], shops: 0, basements: 0 };
      const input = {
        compoundId: street.area('苹果花园'),
        gridId: street.area('金果01网格'),
        spec: { label: '8', kind: 'tower' as const, floors: '1-6', ...frame },
      };
      return (options) => street.as('community S').area.createBuilding(input, options);
    },
  },
  {
    name: 'a revealed phone',
    procedure: 'revealPhone',
    begin: async () => {
      const worker = street.as('worker W1').register;
      const reason = '上门核对电话';
      const { id: householdId } = street.householdAt('苹果花园 3-1-101');
      const { id: other } = street.householdAt('苹果花园 3-1-102');
      dataOf(await worker.revealPhone({ householdId: other, reason }));
      return (options) => worker.revealPhone({ householdId, reason }, options);
    },
  },
];

/** Every document that is not as the street began, without what differs from run to run: seals have a nonce, requests an id. */
async function finalState(): Promise<Record<string, string>> {
  await street.runTimer('rollUp');
  const digests = await street.digests();
  const names = collections.filter((name) => !ASIDE.includes(name) && digests[name] !== beginning[name]);
  const states = await Promise.all(
    names.map(async (name) => {
      const documents = await street.all<{ _id: string }>(name);
      const sorted = documents.sort((left, right) => (left._id < right._id ? -1 : 1));
      return [name, JSON.stringify(sorted, withoutChance)] as const;
    }),
  );
  return Object.fromEntries(states);
}

function withoutChance(key: string, value: unknown): unknown {
  if (key === 'requestId') return undefined;
  return key.startsWith('sealed') && typeof value === 'string' && value !== '' ? 'sealed' : value;
}

async function beginAnew({ begin }: Story): Promise<Send> {
  await street.reset();
  restartOpIds();
  return begin();
}

/** The answer in the end, and how often it was sent. */
async function sendUntilAnswered(send: Send): Promise<Reply<unknown>> {
  let reply = await send({ opId: OP_ID });
  for (let sends = 1; !reply.ok && sends < SENDS_MAX; sends += 1) {
    expect(['INTERNAL', 'DEPENDENCY_UNAVAILABLE', 'CONFLICT_RETRY']).toContain(reply.problem.code);
    reply = await send({ opId: OP_ID, again: true });
  }
  return reply;
}

async function costOf(
  story: Story,
): Promise<{ answer: unknown; calls: number; state: Record<string, string> }> {
  const answer = dataOf(await sendUntilAnswered(await beginAnew(story)));
  const calls = Object.values((await street.meter()).calls).reduce((sum, count) => sum + count, 0);
  return { answer, calls, state: await finalState() };
}

/** Tells the story with one failure in it; the failure must have happened, and must not show in the end. */
async function expectUnharmed(
  story: Story,
  fault: object,
  { answer, state }: { answer: unknown; state: Record<string, string> },
): Promise<void> {
  const send = await beginAnew(story);
  await street.installFaults([{ procedure: story.procedure, ...fault }]);

  const reply = await sendUntilAnswered(send);

  const { idleFaults } = await control<{ idleFaults: unknown[] }>(street.url, 'GET meter');
  expect({ fault, answer: dataOf(reply), idleFaults }).toEqual({ fault, answer, idleFaults: [] });
  expect({ fault, state: await finalState() }).toEqual({ fault, state });
}

describe('an operation that fails on its way', () => {
  it.each(STORIES)(
    'ends as if nothing had failed: $name',
    async (story) => {
      const undisturbed = await costOf(story);
      expect(undisturbed.calls).toBeGreaterThan(3);

      for (let at = 1; at <= undisturbed.calls; at += 1) {
        // The quick run tries each call in one way: its answer is lost, or its process ends once it has taken effect.
        for (const way of IS_FULL ? WAYS : WAYS.slice(at % 2, (at % 2) + 1)) {
          await expectUnharmed(story, { at, ...way }, undisturbed);
        }
      }
    },
    STORY_MS,
  );

  it.each(STORIES)('ends so after three lost races: $name', async (story) => {
    await expectUnharmed(story, LOST_RACES, await costOf(story));
  });
});
