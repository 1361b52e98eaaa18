import { Identities } from './client/identities';
import type { ClientParts } from './client/invoke';
import { StartProblem } from './cloud-error';
import { Clock } from './host/clock';
import { functionNames } from './host/function-config';
import { Pool, type PoolSettings } from './host/pool';
import { writeRunner } from './host/runner-file';
import { Timers } from './host/timers';
import { Control, type Seed } from './observe/control';
import { Faults } from './observe/faults';
import { leaks } from './observe/leaks';
import { Meter } from './observe/meter';
import { Admin } from './protocol/admin';
import { Credentials, type Caller, type Secret } from './protocol/caller';
import type { Database } from './protocol/database';
import { LocalServer } from './server';
import { Objects } from './storage/objects';
import type { Collection } from './store/collection';
import type { Scope } from './store/query';
import { openStore } from './store/open-store';
import type { Store } from './store/store';
import { Transactions } from './transactions/transactions';

export interface StartOptions {
  /** 0 takes a free port. */
  port: number;
  /** Folder of the data; created when missing. */
  home: string;
  /** Folder of the built functions: `<name>/index.js` with `<name>/config.json`. */
  functions: string;
  /** Folder with `collections.json` and `indexes.json`. */
  database: string;
  /** Folder of the runner of function processes, which several clouds may share; the data folder unless said. */
  runners?: string;
  /** Opens `/control/*`, for tests only. */
  control?: boolean;
  /** Turns refusals of strict mode into warnings. */
  lenient?: boolean;
  /** Folder of the built phone, served at `/`. */
  phone?: string;
  /** Printed codes that the phone's camera offers, served at `/codes`. */
  codes?: () => readonly { readonly label: string; readonly scene: string }[];
  /** Variables handed to every function process, such as keys. */
  secrets?: Record<string, string>;
  /** Lets timers fire as real time passes. */
  timers?: boolean;
  /** Streets that `/control/seed` can build, by kind. */
  seeds?: Record<string, Seed>;
  /** Prints the lines that functions print; on by default. */
  verbose?: boolean;
}

export interface LocalCloud {
  port: number;
  url: string;
  /** For users of the SDK within this process. */
  secret: Secret;
  close(): Promise<void>;
}

/** Starts the local cloud. A mistake of the person at the keyboard rejects with `StartProblem`. */
export async function startLocalCloud(options: StartOptions): Promise<LocalCloud> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new StartProblem('本地云只用于开发和测试，不能用于生产环境，请去掉 NODE_ENV=production。');
  }
  const names = functionNames(options.functions);
  const store = openStore(options.home, options.database);
  try {
    return await assemble(options, store, names);
  } catch (error) {
    store.close();
    throw error;
  }
}

async function assemble(options: StartOptions, store: Store, names: string[]): Promise<LocalCloud> {
  const { home, functions, seeds = {}, phone, codes = () => [] } = options;
  const address = { url: '' };
  const clock = new Clock();
  const say = (line: string): void => {
    if (options.verbose !== false) process.stdout.write(`${line}\n`);
  };
  const parts = {
    home,
    functions,
    seeds,
    say,
    store,
    clock,
    meter: new Meter(),
    faults: new Faults(),
    credentials: new Credentials(),
    identities: new Identities(home),
    transactions: new Transactions(store),
    objects: new Objects(home, { baseUrl: () => address.url, now: () => clock.now() }),
    limits: () => store.limits,
  };
  const pool = openPool(options, parts, address);
  const timers = new Timers({ ...parts, pool, names });
  const admin = new Admin({ ...parts, pool, database: databaseOf(parts, options.lenient === true) });
  const control = options.control === true ? new Control({ ...parts, pool, timers }) : undefined;
  const server = new LocalServer({ ...parts, pool, admin, control, phone, codes });
  const port = await server.listen(options.port);
  address.url = `http://127.0.0.1:${port}`;
  if (options.timers === true) timers.start();
  const close = async (): Promise<void> => {
    timers.stop();
    pool.close();
    await server.close();
    parts.transactions.abortAll();
    await store.durable();
    store.close();
  };
  return { port, url: address.url, secret: parts.credentials.issue('direct').secret, close };
}

type PoolParts = Pick<PoolSettings, 'credentials' | 'clock' | 'limits'> &
  Pick<ClientParts, 'identities' | 'say'> & { transactions: Transactions };

function openPool(
  { home, functions, runners = home, secrets = {} }: StartOptions,
  parts: PoolParts,
  address: { url: string },
): Pool {
  const onLine = (line: string, name: string, caller: Caller): void => {
    const record = caller.record ?? caller.last;
    if (record !== undefined && leaks(line, parts.identities.all())) record.leakedLines += 1;
    parts.say(`[${name} ${record?.requestId.slice(0, 8) ?? '-'}] ${line}`);
  };
  const onEnd = (caller: Caller): void => {
    parts.transactions.abortOf(caller);
  };
  const { credentials, clock, limits } = parts;
  const adminUrl = (): string => `${address.url}/admin`;
  return new Pool({
    functions,
    runner: writeRunner(runners),
    adminUrl,
    secrets,
    credentials,
    clock,
    limits,
    onLine,
    onEnd,
  });
}

function databaseOf(
  { store, transactions, clock }: { store: Store; transactions: Transactions; clock: Clock },
  lenient: boolean,
): Database {
  const warn = (message: string): void => {
    process.stderr.write(`${message}\n`);
  };
  const { sql } = store;
  const scopeOf = (collection: Collection): Scope => ({ sql, collection, strict: !lenient, warn });
  return { store, transactions, now: () => clock.now(), lenient, scopeOf };
}

export { StartProblem };
