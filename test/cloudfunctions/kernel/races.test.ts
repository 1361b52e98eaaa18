/** Many at once: one operation sent a hundred times, editors of one household, workers of one unit. */
import type {
  AuditLinkDocument,
  HouseholdDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import type { CallOptions } from '../fixture/cloud-client';
import { formFor, handIn, register } from '../fixture/residents';
import { dataOf, newOpId, openStreet, type Door, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('苹果花园 3-2-502');

describe('one operation sent a hundred times at once', () => {
  it.each([1, 2, 3])('has one effect and one answer, round %d', async () => {
    const opId = newOpId();
    const send = (options: CallOptions = {}) =>
      street
        .as('worker W1')
        .census.submitForm(
          { ...formFor(door()), place: { by: 'door', doorId: door().id }, channel: 'visit' },
          { opId, ...options },
        );

    const replies = await Promise.all(Array.from({ length: 100 }, () => send()));
    // One too many at once is sent away for a moment, and comes again with the same id, as the phone does.
    const late = await Promise.all(replies.map(async (reply) => (reply.ok ? reply : send({ again: true }))));

    const answers = new Set(late.map((reply) => JSON.stringify(dataOf(reply))));
    expect(answers.size).toBe(1);
    expect(late.filter((reply) => reply.ok && reply.duplicate !== true)).toHaveLength(1);
    expect(await street.count('households', { doorId: door().id })).toBe(1);
    expect(await street.count('events')).toBe(1);
  });
});

describe('a transaction that the server has ended', () => {
  it('is begun again: a slow database costs time, and is no defect', async () => {
    await street.reset({ transactionSeconds: 1 });
    const slow = { action: 'database.insertDocument', collection: 'events', kind: 'slow', ms: 1_100 };
    await street.installFaults([{ ...slow, at: { every: 1 }, times: 1 }]);

    dataOf(await street.as('resident A').census.submitForm(formFor(door())));

    expect(await street.count('submissions', { doorId: door().id })).toBe(1);
    expect(await street.count('events')).toBe(1);
  });
});

describe('five editors of one household', () => {
  it('build on the version they saw: one of them wins each round, and every version has its event', async () => {
    const household = await register(street, door());
    const place = { by: 'door', doorId: door().id } as const;
    const editors = ['worker W1', 'worker W2', 'community S', 'community S2', 'leader GL3'];
    const correct = (person: string, baseVersion: number) => {
      const form = formFor(door(), { suggestion: `${person}核对，第${baseVersion}版` });
      const which = { householdId: household._id, baseVersion };
      return street.as(person).census.submitForm({ ...form, place, channel: 'visit', ...which });
    };

    for (let round = 0; round < 5; round += 1) {
      const version = household.version + round;
      const replies = await Promise.all(editors.map((person) => correct(person, version)));
      const codes = replies.map((reply) => (reply.ok ? 'accepted' : reply.problem.code)).sort();
      expect(codes).toEqual([...Array<string>(4).fill('STALE_VERSION'), 'accepted']);
    }

    const after = await street.stored<HouseholdDocument>('households', household._id);
    expect(after?.version).toBe(household.version + 5);
    const edits = (await street.events()).filter(({ sealedDiff }) => sealedDiff !== undefined);
    expect(edits).toHaveLength(5);
  });
});

describe('twelve forms for twelve doors of one unit at once', () => {
  it('all wait, and the wall has lost none of them', async () => {
    const doors = street.doors().filter(({ unitId }) => unitId === door().unitId);
    const senders = ['resident A', 'child B', 'tenant C', 'landlord D'];

    // On a busy machine one may be sent away for a moment, and comes again with the same id, as the phone does.
    const send = async (at: Door, index: number, options: CallOptions): Promise<void> => {
      const reply = await street.as(senders[index % 4] ?? '').census.submitForm(formFor(at), options);
      if (reply.ok) return;
      expect(reply.problem.code).toBe('CONFLICT_RETRY');
      await send(at, index, { ...options, again: true });
    };
    await Promise.all(doors.map((at, index) => send(at, index, { opId: newOpId() })));

    const wall = await street.stored<WallDocument>('walls', door().unitId);
    expect(Object.values(wall?.slots ?? {}).map(({ state, waiting }) => [state, waiting])).toEqual(
      Array.from({ length: 12 }, () => ['pending', 1]),
    );
    expect(await street.count('submissions', { unitId: door().unitId })).toBe(12);
  });
});

describe('a timer that fires twice', () => {
  it('links every record once, and the chains hold', async () => {
    await handIn(street, door());
    await handIn(street, street.door('苹果花园 3-2-501'), { by: 'outsider X' });

    await Promise.all([
      street.runTimer('linkTrail'),
      street.runTimer('linkTrail'),
      street.runTimer('rollUp'),
    ]);
    await street.runTimer('linkTrail');

    const links = await street.all<AuditLinkDocument>('auditLinks');
    const records = links.flatMap((link) => link.records);
    expect(new Set(records).size).toBe(records.length);
    expect(records).toHaveLength(await street.count('events'));
    for (let shard = 0; shard < 16; shard += 1) {
      expect(dataOf(await street.as('auditor Q').audit.verify({ shard })).isIntact).toBe(true);
    }
  });
});
