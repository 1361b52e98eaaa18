import { openCloud, type TestCloud } from './cloud';
import type { TestCollection, TestRow } from './sdk-view';
import { randomFrom } from './random';

const ACCOUNTS = 8;
const EACH = 100;
const MOVERS = 6;
const READERS = 2;
const SECONDS = 2;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    collections: ['accounts', 'numbered'],
    indexes: { numbered: [{ name: 'no', fields: [['no', 1]], unique: true }] },
  });
});
afterAll(() => cloud.close());

const balance = async (
  reader: { collection(name: string): TestCollection<TestRow[] | TestRow | null> },
  id: string,
): Promise<number> => {
  const { data } = await reader.collection('accounts').doc(id).get();
  return Number((Array.isArray(data) ? data[0] : data)?.['v']);
};
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

describe('transfers between accounts', () => {
  it('keep every snapshot at the constant total, and lose no update', async () => {
    const ids = Array.from({ length: ACCOUNTS }, (_, i) => `a${i}`);
    await cloud.db.collection('accounts').add(ids.map((_id) => ({ _id, v: EACH, moves: 0 })));
    const until = Date.now() + SECONDS * 1000;
    const counts = { committed: 0, conflicts: 0, snapshots: 0 };
    // On a busy machine it goes on until enough has happened to mean something.
    const goesOn = (): boolean => Date.now() < until || counts.committed <= 20 || counts.snapshots <= 5;
    const odd: number[] = [];
    const mover = async (seed: number): Promise<void> => {
      const random = randomFrom(seed);
      while (goesOn()) {
        const [from, to] = [random.pick(ids), random.pick(ids)];
        if (from === to) continue;
        const work = cloud.db.runTransaction(async (transaction) => {
          const [a, b] = [await balance(transaction, from), await balance(transaction, to)];
          const accounts = transaction.collection('accounts');
          await accounts.doc(from).update({ v: a - 1, moves: cloud.db.command.inc(1) });
          await accounts.doc(to).update({ v: b + 1, moves: cloud.db.command.inc(1) });
        }, 3);
        await work.then(
          () => (counts.committed += 1),
          (error: unknown) => {
            if ((error as { code?: string }).code !== 'DATABASE_TRANSACTION_CONFLICT') throw error;
            counts.conflicts += 1;
          },
        );
        await pause();
      }
    };
    const reader = async (): Promise<void> => {
      while (goesOn()) {
        const transaction = await cloud.db.startTransaction();
        let sum = 0;
        for (const id of ids) sum += await balance(transaction, id);
        await transaction.rollback();
        counts.snapshots += 1;
        if (sum !== ACCOUNTS * EACH) odd.push(sum);
      }
    };
    await Promise.all([
      ...Array.from({ length: MOVERS }, (_, seed) => mover(seed + 1)),
      ...Array.from({ length: READERS }, reader),
    ]);

    expect(odd).toEqual([]);
    expect(counts.committed).toBeGreaterThan(20);
    expect(counts.snapshots).toBeGreaterThan(5);
    const stored = await Promise.all(
      ids.map(
        async (id) =>
          (await cloud.db.collection('accounts').doc(id).get()).data[0] as { v: number; moves: number },
      ),
    );
    expect(stored.reduce((sum, account) => sum + account.v, 0)).toBe(ACCOUNTS * EACH);
    expect(stored.reduce((sum, account) => sum + account.moves, 0)).toBe(2 * counts.committed);
  });
});

describe('a transaction', () => {
  it('sees what commits before its first operation, and nothing that commits later', async () => {
    await cloud.db.collection('accounts').doc('seen').set({ v: 0 });
    const transaction = await cloud.db.startTransaction();
    await cloud.db.collection('accounts').doc('seen').update({ v: 1 });
    expect(await balance(transaction, 'seen')).toBe(1);
    await cloud.db.collection('accounts').doc('seen').update({ v: 2 });
    await cloud.db.collection('accounts').add({ _id: 'later', v: 1 });
    expect(await balance(transaction, 'seen')).toBe(1);
    expect((await transaction.collection('accounts').doc('later').get()).data).toBeNull();
    await transaction.rollback();
  });

  it('that writes what changed since it began is aborted at once, and its id is gone', async () => {
    await cloud.db.collection('accounts').doc('stale').set({ v: 1 });
    const transaction = await cloud.db.startTransaction();
    expect(await balance(transaction, 'stale')).toBe(1);
    await cloud.db.collection('accounts').doc('stale').update({ v: 2 });
    const write = transaction.collection('accounts').doc('stale').update({ v: 3 });
    await expect(write).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  });

  it('that lost holds no lock', async () => {
    for (const id of ['l1', 'l2']) await cloud.db.collection('accounts').doc(id).set({ v: 1 });
    const [winner, loser] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()];
    await loser.collection('accounts').doc('l2').update({ v: 2 });
    await winner.collection('accounts').doc('l1').update({ v: 2 });
    await expect(loser.collection('accounts').doc('l1').update({ v: 3 })).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    });
    await winner.collection('accounts').doc('l2').update({ v: 9 });
    await winner.commit();
    expect(await balance(cloud.db, 'l2')).toBe(9);
  });

  it('makes an ordinary write to its document wait', async () => {
    await cloud.db.collection('accounts').doc('wait').set({ v: 1 });
    const transaction = await cloud.db.startTransaction();
    await transaction.collection('accounts').doc('wait').update({ v: 2 });
    let done = false;
    const ordinary = cloud.db
      .collection('accounts')
      .doc('wait')
      .update({ v: cloud.db.command.inc(10) })
      .then(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(done).toBe(false);
    await transaction.commit();
    await ordinary;
    expect(await balance(cloud.db, 'wait')).toBe(12);
  });

  it('checks unique values at the write: against stored ones, its own, and those of rivals', async () => {
    await cloud.db.collection('numbered').add({ _id: 'n1', no: 1 });
    const transaction = await cloud.db.startTransaction();
    const numbered = transaction.collection('numbered');
    await expect(numbered.add({ _id: 'n2', no: 1 })).rejects.toMatchObject({
      message: expect.stringMatching(/E11000.*no/),
    });
    await expect(numbered.add({ _id: 'n1', no: 7 })).rejects.toMatchObject({
      message: expect.stringMatching(/E11000.*_id_/),
    });
    await numbered.add({ _id: 'n3', no: 3 });
    await expect(numbered.add({ _id: 'n4', no: 3 })).rejects.toMatchObject({
      message: expect.stringContaining('E11000'),
    });
    const rival = await cloud.db.startTransaction();
    await expect(rival.collection('numbered').add({ no: 3 })).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    });
    // A value may pass from one document to another within one commit.
    await numbered.doc('n1').update({ no: 5 });
    await numbered.doc('n3').update({ no: 1 });
    await transaction.commit();
    expect((await cloud.db.collection('numbered').where({ no: 1 }).get()).data).toMatchObject([
      { _id: 'n3' },
    ]);
    await expect(cloud.db.collection('numbered').add({ no: 5 })).rejects.toMatchObject({
      message: expect.stringContaining('E11000'),
    });
    await cloud.db.collection('numbered').add({ no: 3 });
  });

  it('is over after a commit: a second one finds nothing', async () => {
    const transaction = await cloud.db.startTransaction();
    await transaction.commit();
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  });

  it('reaches documents by id; anything else is not imitated, loudly', async () => {
    const transaction = await cloud.db.startTransaction();
    const query = transaction.collection('accounts').where({ v: 1 }).get();
    await expect(query).rejects.toMatchObject({ code: 'LOCAL_NOT_IMITATED' });
    await transaction.rollback();
  });
});
