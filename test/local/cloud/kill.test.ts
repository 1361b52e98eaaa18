import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { fromText } from '../../../local/cloud/protocol/ejson';
import { openStore } from '../../../local/cloud/store/open-store';
import { writeFolders } from './cloud';
import { randomFrom } from './random';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 20);
const ACKNOWLEDGED_PER_ROUND = 500;
const WRITERS = 24;
const PAIR_WRITERS = 8;
const BUNDLE = resolve(__dirname, '../../../dist/test/kill-child.cjs');

interface Child {
  process: ChildProcess;
  send: (action: string, fields?: object) => Promise<Record<string, unknown>>;
}

const folders = writeFolders({
  collections: ['singles', 'pairs'],
  indexes: { singles: [{ name: 'writer', fields: [['writer', 1]], unique: false }] },
});
let running: ChildProcess | undefined;

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, 'kill-child.ts')],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    packages: 'external',
    target: 'node20',
  });
});
afterAll(() => running?.kill('SIGKILL'));

async function startChild(): Promise<Child> {
  const child = spawn(process.execPath, [BUNDLE, folders.home, folders.functions, folders.database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  const line = await new Promise<string>((ready) =>
    createInterface({ input: child.stdout }).once('line', ready),
  );
  const { url, secretId } = JSON.parse(line) as { url: string; secretId: string };
  const agent = new Agent({ keepAlive: true });
  const headers = {
    'content-type': 'application/json',
    authorization: `TC3-HMAC-SHA256 Credential=${secretId}/day/tcb/tc3_request`,
  };
  const send: Child['send'] = (action, fields) =>
    new Promise((answered, failed) => {
      const call = request(`${url}/admin`, { method: 'POST', headers, agent }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () =>
          answered(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>),
        );
        reply.on('error', failed);
      });
      call.on('error', failed);
      call.end(JSON.stringify({ action, ...fields }));
    });
  return { process: child, send };
}

const sealed = (id: string, writer: number): string => {
  const text = `${id} ${'字'.repeat(40)}`;
  return JSON.stringify({ _id: id, writer, text, seal: createHash('sha1').update(text).digest('hex') });
};

/** Writes until the process dies; `acknowledged` holds what it promised. */
async function writeSingles(
  { send }: Child,
  writer: number,
  { name, acknowledged }: { name: string; acknowledged: Set<string> },
): Promise<void> {
  for (let i = 0; ; i += 1) {
    const id = `${name}-${writer}-${i}`;
    const answer = await send('database.insertDocument', {
      collectionName: 'singles',
      data: [sealed(id, writer)],
    });
    if (answer['code'] !== undefined) throw new Error(JSON.stringify(answer));
    acknowledged.add(id);
  }
}

async function writePairs(
  { send }: Child,
  writer: number,
  { name, acknowledged }: { name: string; acknowledged: Set<string> },
): Promise<void> {
  for (let i = 0; ; i += 1) {
    const id = `${name}-${writer}-${i}`;
    const { transactionId } = await send('database.startTransaction');
    for (const side of ['left', 'right']) {
      await send('database.insertDocument', {
        collectionName: 'pairs',
        data: [sealed(`${id}-${side}`, writer)],
        transactionId,
      });
    }
    const answer = await send('database.commitTransaction', { transactionId });
    if (answer['code'] !== undefined) throw new Error(JSON.stringify(answer));
    acknowledged.add(id);
  }
}

const died = (error: NodeJS.ErrnoException): void => {
  if (!['ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes(String(error.code))) throw error;
};

/** The ids of a collection, each document checked against its seal. */
function intactIds(name: string): Set<string> {
  const store = openStore(folders.home, folders.database);
  const documents = store
    .collection(name)
    .allRows()
    .map((row) => fromText(row.doc));
  for (const document of documents) {
    expect(createHash('sha1').update(String(document['text'])).digest('hex')).toBe(document['seal']);
    expect(store.collection(name).read(String(document['_id']))).toBeDefined();
  }
  store.close();
  return new Set(documents.map((document) => String(document['_id'])));
}

it(
  'an acknowledged write survives a kill, and a transaction is whole or absent',
  async () => {
    const singles = new Set<string>();
    const pairs = new Set<string>();
    const random = randomFrom(Date.now());
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = await startChild();
      const enough = singles.size + 2 * pairs.size + ACKNOWLEDGED_PER_ROUND;
      const writers = [
        ...Array.from({ length: WRITERS }, (_, writer) =>
          writeSingles(child, writer, { name: `s${round}`, acknowledged: singles }),
        ),
        ...Array.from({ length: PAIR_WRITERS }, (_, writer) =>
          writePairs(child, writer, { name: `p${round}`, acknowledged: pairs }),
        ),
      ].map((writer) => writer.catch(died));
      while (singles.size + 2 * pairs.size < enough) {
        await new Promise((tick) => setTimeout(tick, 1 + random.below(4)));
      }
      child.process.kill('SIGKILL');
      await Promise.all(writers);
      if (child.process.signalCode === null) await new Promise((gone) => child.process.once('exit', gone));
      if (round % 5 === 4 || round === ROUNDS - 1) verify(singles, pairs);
    }
    expect(singles.size + 2 * pairs.size).toBeGreaterThanOrEqual(ROUNDS * ACKNOWLEDGED_PER_ROUND);
    expect(pairs.size).toBeGreaterThan(ROUNDS);
  },
  ROUNDS * 6_000,
);

function verify(singles: Set<string>, pairs: Set<string>): void {
  const stored = intactIds('singles');
  expect([...singles].filter((id) => !stored.has(id))).toEqual([]);
  const halves = intactIds('pairs');
  expect([...pairs].filter((id) => !halves.has(`${id}-left`) || !halves.has(`${id}-right`))).toEqual([]);
  const partner = (id: string): string =>
    id.endsWith('-left') ? id.replace(/left$/, 'right') : id.replace(/right$/, 'left');
  expect([...halves].filter((id) => !halves.has(partner(id)))).toEqual([]);
}
