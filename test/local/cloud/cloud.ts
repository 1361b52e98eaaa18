import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { startLocalCloud, type LocalCloud, type StartOptions } from '../../../local/cloud/start';
import type { IndexDefinition } from '../../../local/cloud/store/index';
import { databaseOf, type TestApp, type TestDatabase } from './sdk-view';

process.env['SILENCE'] = 'true';

export interface FunctionSource {
  /** JavaScript of the function's file; `sdk` is the path of the unmodified SDK. */
  code: string;
  config?: object;
}

export interface CloudSetup {
  collections?: string[];
  indexes?: Record<string, IndexDefinition[]>;
  functions?: Record<string, FunctionSource>;
  options?: Partial<StartOptions>;
}

/** A local cloud of one test file, with its folders, an SDK on it and the routes a client and a suite use. */
export interface TestCloud extends LocalCloud {
  home: string;
  functions: string;
  app: TestApp;
  db: TestDatabase;
  post: (
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: Answer }>;
  get: (path: string) => Promise<Answer>;
  /** Calls a function as a seeded identity. */
  call: (name: string, event: object, openid?: string) => Promise<{ status: number; body: Answer }>;
}

// Answers of many shapes are looked into by tests; each names the fields it means.
export type Answer = Record<string, never> & { [name: string]: Answer };

export const WORKER = { openid: 'openid-worker', unionid: 'unionid-worker', name: '王小明', personas: [] };
export const RESIDENT = {
  openid: 'openid-resident',
  unionid: 'unionid-resident',
  name: '李春花',
  personas: [],
};
export const SDK_PATH = JSON.stringify(resolve(__dirname, '../../../node_modules/@cloudbase/node-sdk'));
const IDLE: FunctionSource = { code: 'exports.main = async () => ({ ok: true, data: null });' };

export function writeFunction(folder: string, name: string, { code, config = {} }: FunctionSource): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'config.json'), JSON.stringify(config));
  writeFileSync(join(folder, name, 'index.js'), code);
}

const roots: string[] = [];
process.once('exit', () => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** Folders with the declarations and functions of a test, below a fresh temporary one. */
export function writeFolders(setup: CloudSetup): {
  root: string;
  home: string;
  functions: string;
  database: string;
} {
  const root = mkdtempSync(join(tmpdir(), 'wanjia-test-'));
  const [home, functions, database] = ['home', 'functions', 'database'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(database);
  writeFileSync(join(database, 'collections.json'), JSON.stringify(setup.collections ?? []));
  writeFileSync(join(database, 'indexes.json'), JSON.stringify(setup.indexes ?? {}));
  for (const [name, source] of Object.entries(setup.functions ?? { idle: IDLE })) {
    writeFunction(functions, name, source);
  }
  roots.push(root);
  return { root, home, functions, database };
}

export async function openCloud(setup: CloudSetup = {}): Promise<TestCloud> {
  const { root, ...folders } = writeFolders(setup);
  const cloud = await startLocalCloud({
    port: 0,
    ...folders,
    control: true,
    verbose: false,
    ...setup.options,
  });
  const { secretId, secretKey, token } = cloud.secret;
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
  });
  const app = tcb.init({
    env: 'local',
    secretId,
    secretKey,
    sessionToken: token,
    serviceUrl: `${cloud.url}/admin`,
    keepalive: true,
  });
  const post: TestCloud['post'] = async (path, body, headers = {}) => {
    const reply = await fetch(cloud.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: reply.status, body: (await reply.json()) as Answer };
  };
  const get: TestCloud['get'] = async (path) => (await (await fetch(cloud.url + path)).json()) as Answer;
  if (setup.options?.control !== false) await post('/control/seed', { identities: [WORKER, RESIDENT] });
  const close = async (): Promise<void> => {
    await cloud.close();
    rmSync(root, { recursive: true, force: true });
  };
  const call: TestCloud['call'] = (name, event, openid = WORKER.openid) =>
    post(`/invoke/${name}`, event, { 'x-wanjia-openid': openid });
  return {
    ...cloud,
    home: folders.home,
    functions: folders.functions,
    app,
    db: databaseOf(app),
    post,
    get,
    call,
    close,
  };
}
