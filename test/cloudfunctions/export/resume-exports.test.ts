import { randomBytes } from 'node:crypto';
import { constants, inflateRawSync } from 'node:zlib';
import { ledgerId } from '../../../cloudfunctions/functions/export/clear-allowance';
import { placeOfPiece } from '../../../cloudfunctions/functions/export/piece-place';
import { queuedExport } from '../../../cloudfunctions/functions/export/export-cursor';
import { runExports } from '../../../cloudfunctions/functions/export/run-exports';
import { FAILURES_MAX } from '../../../cloudfunctions/kernel/job';
import type {
  ExportDocument,
  ExportPiecesDocument,
  JobDocument,
  LimitDocument,
  MessageDocument,
} from '../../../cloudfunctions/repositories/documents';
import { openSeedVault } from '../../../local/seed/vault';
import { generateStreet } from '../../../local/seed/street';
import { sheetsOf } from './export-kit';
import { Killed, MemoryCloud, type Life } from './memory-cloud';

const TODAY = '2026-03-10';
const NOW = Date.parse('2026-03-10T01:00:00Z');
const LEASE_MS = 90_000;
/** Divides the small street into several steps. */
const PART_WEIGHT = 100;
const vault = openSeedVault(randomBytes(32).toString('base64url'), TODAY);
const street = generateStreet({ kind: 'small', seed: 'test street', today: TODAY });
const seed = [...street.collections(vault)].map(([name, documents]) => [name, [...documents]] as const);

const wanted: ExportDocument = {
  _id: 'export1',
  version: 2,
  kind: 'compoundTable',
  clear: false,
  scopeKind: 'street',
  scopeId: street.plan.street.id,
  scopeName: street.plan.street.name,
  streetId: street.plan.street.id,
  communityId: '',
  reason: '月底核对台账',
  requesterId: 'somebody',
  requesterRole: 'SA',
  requesterLabel: '街道',
  deciderId: 'another',
  state: 'approved',
  at: NOW,
  parts: 0,
  partsDone: 0,
  rows: 0,
};

/** Of full names that the requester may still ask for. */
const ledger: LimitDocument = {
  _id: ledgerId(wanted.requesterId),
  counts: {},
  wrongTokens: 0,
  lockedUntil: 0,
  purgeOn: '2026-04-09',
};

let cloud: MemoryCloud;
beforeEach(async () => {
  cloud = await filled();
});
afterEach(() => cloud.close());

async function filled(): Promise<MemoryCloud> {
  const fresh = new MemoryCloud(vault.keyring);
  for (const [name, documents] of seed) fresh.fill(name, documents);
  fresh.fill('exports', [wanted]);
  fresh.fill('jobs', [queuedExport(wanted, 'another', NOW)]);
  await fresh.listen();
  return fresh;
}

/** One run of the timer; answers how many calls it made, and whether it was killed. */
async function run(life: Partial<Life> = {}): Promise<{ calls: number; killed: boolean }> {
  const { context, calls } = cloud.run({ now: NOW, ...life });
  try {
    await runExports(context, PART_WEIGHT);
    return { calls: calls(), killed: false };
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return { calls: calls(), killed: true };
  }
}

const exported = (): ExportDocument | undefined => cloud.all<ExportDocument>('exports')[0];
const told = (about: MessageDocument['kind']): string[] =>
  cloud
    .all<MessageDocument>('messages')
    .filter(({ kind }) => kind === about)
    .map(({ userId }) => userId)
    .sort();
const job = (): JobDocument | undefined => cloud.all<JobDocument>('jobs')[0];

async function tables(): Promise<[string, readonly string[][]][]> {
  const sheets = await sheetsOf(cloud.files.get(exported()?.fileId ?? '') ?? Buffer.alloc(0));
  return [...sheets].slice(1);
}

describe('a job that is killed', () => {
  it('at any call goes on where it stood, ends with the same sheets and leaves nothing behind', async () => {
    const { calls } = await run();
    const whole = await tables();
    expect(job()?.state).toBe('done');
    expect(calls).toBeGreaterThan(20);
    await cloud.close();

    for (let life = 1; life < calls; life += 1) {
      cloud = await filled();
      const first = await run({ calls: life });
      if (exported()?.state !== 'ready') expect(exported()?.fileId).toBeUndefined();
      const second = await run({ now: NOW + LEASE_MS });

      expect({ life, ...first, next: second.killed }).toEqual({
        life,
        calls: life,
        killed: true,
        next: false,
      });
      expect({ life, job: job()?.state, file: exported()?.state }).toEqual({
        life,
        job: 'done',
        file: 'ready',
      });
      expect(await tables()).toEqual(whole);
      expect({ life, told: told('exportReady') }).toEqual({ life, told: ['another', 'somebody'] });
      const kept = cloud.all<ExportPiecesDocument>('exportPieces').map(({ fileId }) => fileId);
      expect({ life, files: [...cloud.files.keys()].sort() }).toEqual({
        life,
        files: [exported()?.fileId, ...kept].sort(),
      });
      if (life < calls - 1) await cloud.close();
    }
  }, 60_000);

  it('in a middle step does not make the earlier steps again', async () => {
    const { calls } = await run();
    await cloud.close();
    cloud = await filled();

    await run({ calls: Math.floor(calls * 0.7) });
    const doneBefore = JSON.parse(job()?.cursor ?? '{}') as { parts: { fileId: string }[] };
    const second = await run({ now: NOW + LEASE_MS });

    expect(doneBefore.parts.length).toBeGreaterThan(1);
    expect(second.calls).toBeLessThan(calls * 0.8);
    expect(exported()?.state).toBe('ready');
  });
});

/** One in a thousand sealed pieces happens to begin like an empty deflated text: what counts is that no sheet comes of it. */
function inflated(bytes: Uint8Array): string {
  try {
    return inflateRawSync(bytes).toString();
  } catch {
    return '';
  }
}

describe('what is kept for the next file', () => {
  it('is sealed sheet by sheet: without the key there is nothing to inflate', async () => {
    await run();

    const compoundSheets = cloud.all<ExportPiecesDocument>('exportPieces').flatMap(({ fileId, pieces }) =>
      pieces.map(({ compoundId, version, offset, length }) => ({
        place: placeOfPiece(wanted, { compoundId, version }),
        bytes: (cloud.files.get(fileId) ?? Buffer.alloc(0)).subarray(offset, offset + length),
      })),
    );
    expect(compoundSheets).toHaveLength(9);
    for (const { place, bytes } of compoundSheets) {
      const header = /^v1\.A1\.[^.]+\./.exec(bytes.subarray(0, 64).toString('latin1'))?.[0] ?? '';
      expect(header).not.toBe('');
      expect(inflated(bytes.subarray(header.length))).not.toContain('<row');
      const sheet = inflateRawSync(vault.keyring.openBytes(place, bytes), {
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      expect(sheet.toString()).toContain('<row');
    }
  });
});

describe('two runners', () => {
  it('of which one was thought dead end with one file, that of the one who was first', async () => {
    let other: Promise<unknown> | undefined;
    const before = async (call: number): Promise<void> => {
      if (call === 12) await (other = run({ now: NOW + LEASE_MS }));
    };

    await run({ before });

    expect(other).toBeDefined();
    expect(exported()?.state).toBe('ready');
    expect(exported()?.fileId).toContain('export1-2');
    expect(job()).toMatchObject({ state: 'done', fence: 2 });
    const files = [...cloud.files.keys()].filter((name) => name.includes('/files/'));
    expect(files).toEqual([exported()?.fileId]);
    expect(await tables()).toHaveLength(9);
  });

  it('do not take the same job while its lease runs', async () => {
    let second = { calls: 0, killed: false };
    const before = async (call: number): Promise<void> => {
      if (call === 12) second = await run({ now: NOW + LEASE_MS - 1 });
    };

    await run({ before });

    expect(second).toEqual({ calls: 1, killed: false });
    expect(exported()?.fileId).toContain('export1-1');
  });
});

describe('a job that fails', () => {
  it('again and again is given up: the file says so, and nothing can be fetched', async () => {
    for (const { _id } of cloud.all<{ _id: string }>('walls')) {
      cloud.change('walls', _id, { slots: undefined });
    }

    for (let attempt = 0; attempt < FAILURES_MAX; attempt += 1) await run();

    expect(job()).toMatchObject({ state: 'failed', failures: FAILURES_MAX });
    expect(exported()).toMatchObject({ state: 'failed' });
    expect(told('exportFailed')).toEqual(['another', 'somebody']);
    expect(exported()?.fileId).toBeUndefined();
    expect([...cloud.files.keys()]).toEqual([]);
  });

  it('and is killed while it is given up is told of all the same, once', async () => {
    const failing = async (life: Partial<Life>) => {
      cloud = await filled();
      for (const { _id } of cloud.all<{ _id: string }>('walls')) {
        cloud.change('walls', _id, { slots: undefined });
      }
      for (let attempt = 1; attempt < FAILURES_MAX; attempt += 1) await run();
      return run(life);
    };
    await cloud.close();
    const { calls } = await failing({});

    for (let life = 1; life < calls; life += 1) {
      await cloud.close();
      await failing({ calls: life });
      await run({ now: NOW + LEASE_MS });

      expect({ life, file: exported()?.state }).toEqual({ life, file: 'failed' });
      expect({ life, told: told('exportFailed') }).toEqual({ life, told: ['another', 'somebody'] });
    }
  });

  it('writes no file of full names that grew beyond its limit in the meantime', async () => {
    const scope = street.plan.compounds[0];
    const place = { scopeKind: 'compound' as const, scopeId: scope?.id ?? '' };
    const clear = { ...wanted, ...place, clear: true, clearRows: 2_400 };
    const spent: LimitDocument = { ...ledger, counts: { '2026-03-09': 90, [TODAY]: 2_400 } };
    cloud.fill('limits', [spent]);
    cloud.fill('exports', [clear]);
    cloud.fill('jobs', [queuedExport(clear, 'another', NOW)]);
    const [household] = cloud.all<{ _id: string; compoundId: string; members: object[] }>('households');
    if (household === undefined) throw new Error('the street has no household');
    const crowd = Array.from({ length: 2_501 }, () => household.members[0]);
    const own = cloud
      .all<{ _id: string; compoundId: string }>('households')
      .find(({ compoundId }) => compoundId === scope?.id);
    cloud.change('households', own?._id ?? '', { members: crowd });

    await run();

    expect(exported()).toMatchObject({ state: 'failed' });
    expect([...cloud.files.keys()]).toEqual([]);
    expect(told('exportFailed')).toEqual(['another', 'somebody']);
    expect(cloud.all('limits')).toMatchObject([{ counts: { '2026-03-09': 90, [TODAY]: 0 } }]);
  });
});
