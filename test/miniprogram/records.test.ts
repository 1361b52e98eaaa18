import type * as outbox from '../../miniprogram/services/outbox';
import type * as news from '../../miniprogram/services/outbox-news';
import type * as network from '../../miniprogram/services/network';
import type * as receipts from '../../miniprogram/services/receipts';
import type * as writtenPictures from '../../miniprogram/packages/life/services/written-pictures';
import type * as storageRoom from '../../miniprogram/services/storage-room';
import { FakePhone, refused, settle } from './fake-phone';

/** Five seconds after the outbox has told of it. */
const READ_BACK_MS = 5250;

interface Services {
  outbox: typeof outbox;
  news: typeof news;
  network: typeof network;
  receipts: typeof receipts;
  room: typeof storageRoom;
  pictures: typeof writtenPictures;
}

interface Sent {
  opId: string;
  kind: string;
  record: { doorId: string };
  again?: boolean;
}

/** A cloud that keeps one record an operation id, and answers each on its own. */
class RecordCloud {
  readonly kept = new Map<string, Sent>();
  readonly batches: Sent[][] = [];
  /** Doors whose records are refused, with the reason. */
  readonly refusing = new Map<string, string>();

  readonly answer = ({ input }: { input: unknown }): unknown => {
    const { records } = input as { records: Sent[] };
    this.batches.push(records);
    return { ok: true, data: { skewMs: 0, answers: records.map((record) => this.take(record)) } };
  };

  private take(record: Sent): object {
    const { opId } = record;
    const code = this.refusing.get(record.record.doorId);
    if (code !== undefined) return { opId, outcome: 'rejected', problem: { code, message: '', details: {} } };
    const outcome = this.kept.has(opId) ? 'duplicate' : 'applied';
    this.kept.set(opId, record);
    return { opId, outcome };
  }
}

function start(phone: FakePhone): Services {
  phone.restart();
  const services = {
    outbox: jest.requireActual<Services['outbox']>('../../miniprogram/services/outbox'),
    news: jest.requireActual<Services['news']>('../../miniprogram/services/outbox-news'),
    network: jest.requireActual<Services['network']>('../../miniprogram/services/network'),
    receipts: jest.requireActual<Services['receipts']>('../../miniprogram/services/receipts'),
    room: jest.requireActual<Services['room']>('../../miniprogram/services/storage-room'),
    pictures: jest.requireActual<Services['pictures']>(
      '../../miniprogram/packages/life/services/written-pictures',
    ),
  };
  services.network.watchNetwork();
  services.outbox.startOutbox();
  services.receipts.watchRecords();
  return services;
}

/** The `n`-th record of this test, at a door. */
function recordAt(door: string, n: number, note = '') {
  return {
    opId: `op${String(n).padStart(24, '0')}`,
    name: 'visit',
    procedure: 'syncBatch',
    isBatched: true,
    input: { kind: 'visit', pack: 'ticket', record: { doorId: door, result: 'nobody', note } },
    group: `door:${door}`,
    label: door,
    what: '无人',
    origin: undefined,
  };
}

const statesOf = async ({ outbox: box }: Services): Promise<string[]> =>
  (await box.outboxEntries()).map(({ state }) => state);

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'Date'] });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('records made in a stairwell', () => {
  it('wait without a network, are not even tried, and leave twenty a call when it returns', async () => {
    const phone = new FakePhone();
    const cloud = new RecordCloud();
    phone.answer = cloud.answer;
    const services = start(phone);
    phone.setOnline(false);
    for (let n = 0; n < 45; n += 1) await services.outbox.keepEntry(recordAt(`unit-${n}`, n));
    await services.outbox.flushOutbox('now');
    expect((await services.outbox.outboxEntries()).map(({ attempts }) => attempts)).toEqual(
      Array(45).fill(0),
    );

    phone.setOnline(true);
    await settle();
    await services.outbox.flushOutbox('now');

    expect(cloud.batches.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(await statesOf(services)).toEqual(Array(45).fill('saved'));
  });

  it('are told at once and then together, each as it is by then', async () => {
    const phone = new FakePhone();
    phone.answer = new RecordCloud().answer;
    const { outbox: box, news: told } = start(phone);
    const heard: string[][] = [];
    const stop = told.onOutboxChange((changed) => heard.push(changed.map(({ state }) => state)));
    for (let n = 0; n < 20; n += 1) await box.keepEntry(recordAt(`a-${n}`, n));
    await box.flushOutbox('now');
    expect(heard).toEqual([['queued']]);

    jest.advanceTimersByTime(250);
    expect(heard).toEqual([['queued'], Array(20).fill('saved')]);

    // After a pause without news the next is told at once again.
    jest.advanceTimersByTime(500);
    await box.keepEntry(recordAt('b-1', 20));
    expect(heard[2]).toEqual(['queued']);
    stop();
    await box.keepEntry(recordAt('b-2', 21));
    jest.advanceTimersByTime(250);
    expect(heard).toHaveLength(3);
  });

  it('of one household go one after the other, in the order in which they were made', async () => {
    const phone = new FakePhone();
    const cloud = new RecordCloud();
    phone.answer = cloud.answer;
    const services = start(phone);
    for (const [n, door] of ['a-1', 'a-1', 'b-1', 'a-1'].entries()) {
      await services.outbox.keepEntry(recordAt(door, n));
    }

    await services.outbox.flushOutbox('now');

    const order = cloud.batches.map((batch) => batch.map(({ opId }) => Number(opId.slice(2))));
    expect(order).toEqual([[0, 2], [1], [3]]);
  });

  it('that are refused park after five times, say why, and hold nobody else back', async () => {
    const phone = new FakePhone();
    const cloud = new RecordCloud();
    phone.answer = cloud.answer;
    cloud.refusing.set('a-1', 'WRONG_STATE');
    const services = start(phone);
    await services.outbox.keepEntry(recordAt('a-1', 0));
    await services.outbox.keepEntry(recordAt('a-1', 1));
    await services.outbox.keepEntry(recordAt('b-1', 2));

    for (let round = 0; round < 5; round += 1) await services.outbox.flushOutbox('now');

    expect(await statesOf(services)).toEqual(['parked', 'queued', 'saved']);
    const { opId } = recordAt('a-1', 0);
    expect(await services.outbox.findInOutbox(opId)).toMatchObject({ problem: { code: 'WRONG_STATE' } });
    cloud.refusing.clear();
    await services.outbox.requeueInOutbox(opId);
    expect(await statesOf(services)).toEqual(['saved', 'saved', 'saved']);
  });

  it('go one by one when a batch cannot even be read, and only the bad one stays', async () => {
    const phone = new FakePhone();
    const cloud = new RecordCloud();
    phone.answer = (envelope) => {
      const { records } = envelope.input as { records: Sent[] };
      return records.some(({ record }) => record.doorId === 'bad-1')
        ? refused('VALIDATION')
        : cloud.answer(envelope);
    };
    const services = start(phone);
    for (const [n, door] of ['a-1', 'bad-1', 'c-1'].entries()) {
      await services.outbox.keepEntry(recordAt(door, n));
    }

    await services.outbox.flushOutbox('now');

    expect(await statesOf(services)).toEqual(['saved', 'queued', 'saved']);
    expect((await services.outbox.outboxEntries())[1]).toMatchObject({ rejections: 1 });
  });

  it('never go beyond the bytes of a call', async () => {
    const phone = new FakePhone();
    const cloud = new RecordCloud();
    phone.answer = cloud.answer;
    const services = start(phone);
    for (let n = 0; n < 12; n += 1) await services.outbox.keepEntry(recordAt(`a-${n}`, n, '门'.repeat(3000)));

    await services.outbox.flushOutbox('now');

    const sizes = phone.calls.map((call) => Buffer.byteLength(JSON.stringify(call)));
    expect(Math.max(...sizes)).toBeLessThan(64 * 1024);
    expect(cloud.kept.size).toBe(12);
  });

  it('stay until a later call has read them back, and then hold nothing', async () => {
    const phone = new FakePhone();
    const cloud = new RecordCloud();
    phone.answer = cloud.answer;
    const services = start(phone);
    const { opId } = await services.outbox.keepEntry(recordAt('a-1', 0, '门禁'));
    await services.outbox.flushOutbox('now');
    expect(phone.storage.get(`outbox:${opId}`)).toContain('门禁');

    jest.advanceTimersByTime(READ_BACK_MS);
    await settle();

    expect(cloud.batches[1]?.[0]).toMatchObject({ opId, again: true });
    expect(await statesOf(services)).toEqual(['confirmed']);
    expect(phone.storage.get(`outbox:${opId}`)).not.toContain('门禁');
  });

  it('that the cloud lost after its answer are taken again and read back again', async () => {
    const phone = new FakePhone();
    const cloud = new RecordCloud();
    phone.answer = cloud.answer;
    const services = start(phone);
    await services.outbox.keepEntry(recordAt('a-1', 0));
    await services.outbox.flushOutbox('now');
    cloud.kept.clear();

    for (let again = 0; again < 2; again += 1) {
      jest.advanceTimersByTime(READ_BACK_MS);
      await settle();
    }

    expect(cloud.kept.size).toBe(1);
    expect(await statesOf(services)).toEqual(['confirmed']);
  });

  // 70 is beyond the last step of three records, their batch, and their reading back.
  it.each(Array.from({ length: 70 }, (_, step) => step))(
    'are in the cloud exactly once when the phone dies at step %i of the way',
    async (step) => {
      const phone = new FakePhone();
      const cloud = new RecordCloud();
      phone.answer = cloud.answer;
      const doors = ['a-1', 'a-1', 'b-1'];
      const first = start(phone);
      phone.dieAfter(step);
      const whole = async (): Promise<void> => {
        for (const [n, door] of doors.entries()) await first.outbox.keepEntry(recordAt(door, n));
        await first.outbox.flushOutbox('now');
        jest.advanceTimersByTime(READ_BACK_MS);
      };
      void whole();
      await settle();

      const second = start(phone);
      // What the phone did not keep before it died, the person notes again under the same draft.
      for (const [n, door] of doors.entries()) await second.outbox.keepEntry(recordAt(door, n));
      await second.outbox.flushOutbox('now');
      await settle();

      expect([...cloud.kept.keys()].sort()).toEqual(doors.map((door, n) => recordAt(door, n).opId));
      expect((await statesOf(second)).every((state) => state === 'saved' || state === 'confirmed')).toBe(
        true,
      );
    },
  );
});

describe('a knock that was just noted', () => {
  it('stands still for its time, and can be changed or taken back in it', async () => {
    const phone = new FakePhone();
    const cloud = new RecordCloud();
    phone.answer = cloud.answer;
    const services = start(phone);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    const held = { notBefore: 1_010_000 };
    const one = await services.outbox.keepEntry({ ...recordAt('a-1', 0), ...held });
    const other = await services.outbox.keepEntry({ ...recordAt('b-1', 1), ...held });
    await services.outbox.flushOutbox('now');
    expect(cloud.batches).toEqual([]);

    const input = { kind: 'visit', pack: 'ticket', record: { doorId: 'a-1', result: 'refused' } };
    const change = { input, what: '拒访', origin: undefined, notBefore: 1_010_000 };
    expect(await services.outbox.changeInOutbox(one.opId, change)).toBe(true);
    expect(await services.outbox.takeBack(other.opId)).toBe(true);
    clock.mockReturnValue(1_010_001);
    await services.outbox.flushOutbox();

    expect(cloud.batches).toEqual([[expect.objectContaining({ opId: one.opId, ...input })]]);
    expect(await services.outbox.changeInOutbox(one.opId, change)).toBe(false);
    expect(await services.outbox.takeBack(one.opId)).toBe(false);
    clock.mockRestore();
  });
});

describe('a phone that is not well', () => {
  it('whose clock was a year ahead lets everything go once that is put right', async () => {
    const phone = new FakePhone();
    phone.answer = new RecordCloud().answer;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(32_000_000_000);
    const services = start(phone);
    const { opId } = await services.outbox.keepEntry({ ...recordAt('a-1', 0), notBefore: 32_000_010_000 });
    clock.mockReturnValue(1_000_000);
    await services.outbox.flushOutbox();
    expect(await statesOf(services)).toEqual(['saved']);
    await services.outbox.confirmInOutbox(opId);
    expect(await statesOf(start(phone))).toEqual([]);
    clock.mockRestore();
  });

  it('keeps a record that it can no longer read for itself, and the others go', async () => {
    const phone = new FakePhone();
    const cloud = new RecordCloud();
    phone.answer = cloud.answer;
    const first = start(phone);
    const ids: string[] = [];
    for (const [n, door] of ['a-1', 'b-1', 'c-1'].entries()) {
      ids.push((await first.outbox.keepEntry(recordAt(door, n))).opId);
    }
    phone.storage.set(`outbox:${ids[1]}`, JSON.stringify('torn {'));

    const second = start(phone);
    await second.outbox.flushOutbox('now');

    const broken = await second.outbox.findInOutbox(ids[1] ?? '');
    expect(broken).toMatchObject({ state: 'broken', input: 'torn {' });
    expect([...cloud.kept.keys()]).toEqual([ids[0], ids[2]]);
    await second.outbox.removeFromOutbox(ids[1] ?? '');
    expect(phone.storage.has(`outbox:${ids[1]}`)).toBe(false);
  });

  it('finds every record again when its list is torn', async () => {
    const phone = new FakePhone();
    const first = start(phone);
    for (let n = 0; n < 3; n += 1) await first.outbox.keepEntry(recordAt(`a-${n}`, n));
    phone.storage.set('outbox', JSON.stringify('torn'));

    const second = start(phone);

    expect(await statesOf(second)).toEqual(['queued', 'queued', 'queued']);
    const next = await second.outbox.keepEntry(recordAt('d-1', 9));
    expect(next.clientSeq).toBe(4);
  });

  it('holds 200 records and stays far below its limit', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    for (let n = 0; n < 200; n += 1) await services.outbox.keepEntry(recordAt(`a-${n}`, n, '门'.repeat(200)));

    const { level, usedKb, limitKb } = await services.room.storageRoom();

    expect(level).toBe('ample');
    expect(usedKb).toBeLessThan(limitKb / 5);
  });

  it('lets go of what can be fetched again before it refuses a record, and drops none', async () => {
    const phone = new FakePhone();
    const services = start(phone);
    phone.limitBytes = 4000;
    phone.storage.set('kept:wall', 'x'.repeat(1200));
    phone.storage.set('pack:unit', 'x'.repeat(1500));

    let stored = 0;
    const fill = async (): Promise<void> => {
      for (; stored < 20; stored += 1) await services.outbox.keepEntry(recordAt(`a-${stored}`, stored));
    };
    await expect(fill()).rejects.toBeDefined();

    expect(stored).toBeGreaterThan(2);
    expect([phone.storage.has('kept:wall'), phone.storage.has('pack:unit')]).toEqual([false, false]);
    expect(await statesOf(services)).toHaveLength(stored);
    expect(await statesOf(start(phone))).toHaveLength(stored);
    expect((await services.room.storageRoom()).level).not.toBe('ample');
  });

  it('a full phone takes no new photo, and says so before it opens the camera', async () => {
    const phone = new FakePhone();
    const { pictures } = start(phone);
    const chooseMedia = jest.fn(() => Promise.resolve({ tempFiles: [] }));
    Object.assign(wx, { chooseMedia });
    phone.limitBytes = 100 * 1024;

    phone.storage.set('outbox:a', 'x'.repeat(50_000));
    const open = await pictures.choosePicture();
    phone.storage.set('outbox:b', 'x'.repeat(45_000));
    const full = await pictures.choosePicture();

    expect([open, full]).toEqual([
      { path: '', problem: '' },
      { path: '', problem: '手机快存满了，照片先不放，写的字都还在' },
    ]);
    expect(chooseMedia).toHaveBeenCalledTimes(1);
  });
});
