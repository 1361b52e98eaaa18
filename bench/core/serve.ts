/**
 * The functions of a save and of the jobs behind it in one process with the store, for what our own code costs: an HTTP request
 * as F1 takes it, the built function, an answer. Started with an IPC channel and its settings as JSON; says where it listens,
 * and what it has cost whenever it is asked.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { main as audit } from '../../cloudfunctions/functions/audit/main';
import { main as board } from '../../cloudfunctions/functions/board/main';
import { main as census } from '../../cloudfunctions/functions/census/main';
import { tellCost } from '../kit/program';
import type * as wire from '../../cloudfunctions/kernel/cloud';
import { cloudFiles, cloudStore, closeEmbedded, openEmbedded, platformIdentity } from './cloud';

// What takes the place of the kernel's file has all that it has.
const wireless: typeof wire = { cloudStore, cloudFiles, platformIdentity };

export interface CoreSettings {
  readonly home: string;
  readonly database: string;
  readonly rootKey: string;
  /** The moment at which its clock begins, as ISO. */
  readonly startsAt: string;
}

/** The jobs that follow a save, and the mark of what they have not done yet. */
const JOBS = [
  { function: board, timer: 'rollUp', waiting: { rollState: 'new' } },
  { function: audit, timer: 'linkTrail', waiting: { linkState: 'new' } },
] as const;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function settle(): Promise<void> {
  const store = wireless.cloudStore();
  for (const { function: run, timer, waiting } of JOBS) {
    while ((await store.search('events', { where: waiting, limit: 1 })).length > 0) {
      const event = { Type: 'Timer', TriggerName: timer };
      const { ok } = (await run(event, { openid: '', source: 'timer' } as object)) as { ok: boolean };
      if (!ok) throw new Error(`${timer} failed`);
    }
  }
}

async function savedAt(doorId: string): Promise<object> {
  const store = wireless.cloudStore();
  const [household] = await store.search('households', { where: { doorId }, limit: 1 });
  const [event] = await store.search('events', { where: { subjects: household?._id ?? '' }, limit: 1 });
  return { household, event };
}

async function answer(request: IncomingMessage): Promise<unknown> {
  if (request.url === '/settle') return settle();
  const [, word = '', doorId = ''] = (request.url ?? '').split('/');
  if (word === 'saved') return savedAt(doorId);
  const openid = String(request.headers['x-wanjia-openid']);
  return census(JSON.parse(await textOf(request)), { openid, source: 'wx_client' } as object);
}

function listen(): void {
  const server = createServer((request, response) => {
    answer(request).then(
      (reply) => response.end(JSON.stringify(reply ?? null)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
}

function main(): void {
  const { home, database, rootKey, startsAt } = JSON.parse(process.argv[2] ?? '{}') as CoreSettings;
  Object.assign(process.env, { WANJIA_ROOT_KEY: rootKey, WANJIA_TEST_NUMBERS: '1', SCF_NAMESPACE: 'local' });
  const { now } = Date;
  const ahead = Date.parse(startsAt) - now();
  Date.now = () => now() + ahead;
  openEmbedded(home, database);
  tellCost();
  process.on('disconnect', () => {
    closeEmbedded().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  listen();
}

main();
