import { Identities } from './client/identities';
import { StartProblem } from './cloud-error';
import { Clock } from './host/clock';
import { functionNames } from './host/function-config';
import { Pool } from './host/pool';
import { writeRunner } from './host/runner-file';
import { Timers } from './host/timers';
import { LIMITS, lowered } from './limits';
import { Control, type Seed } from './observe/control';
import { Faults } from './observe/faults';
import { leaks } from './observe/leaks';
import { Meter } from './observe/meter';
import { Admin } from './protocol/admin';
import { Credentials, type Caller, type Secret } from './protocol/caller';
import type { Database } from './protocol/documents';
import { LocalServer } from './server';
import { Objects } from './storage/objects';
import { openStore, type Store } from './store/store';
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
  if (process.env['NODE_ENV'] === 'production')
    throw new StartProblem('本地云只用于开发和测试，不能用于生产环境，请去掉 NODE_ENV=production。');
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
  const { home, functions, secrets = {}, seeds = {}, lenient = false } = options;
  let url = '';
  const limits = { now: { ...LIMITS } };
  const clock = new Clock();
  const meter = new Meter();
  const faults = new Faults();
  const credentials = new Credentials();
  const identities = new Identities(home);
  const transactions = new Transactions(store);
  const objects = new Objects(
    home,
    () => url,
    () => clock.now(),
  );
  const say = (line: string): void => {
    if (options.verbose !== false) process.stdout.write(`${line}\n`);
  };
  const onLine = (line: string, name: string, caller: Caller): void => {
    const record = caller.record ?? caller.last;
    if (record !== undefined && leaks(line, identities.all())) record.leakedLines += 1;
    say(`[${name} ${record?.requestId.slice(0, 8) ?? '-'}] ${line}`);
  };
  const pool = new Pool({
    functions,
    runner: writeRunner(home),
    adminUrl: () => `${url}/admin`,
    secrets,
    credentials,
    clock,
    limits: () => limits.now,
    onLine,
    onEnd: (caller) => transactions.abortOf(caller),
  });
  const timers = new Timers({ clock, pool, meter, say, functions, names });
  const database: Database = {
    store,
    transactions,
    now: () => clock.now(),
    lenient,
    scopeOf: (collection) => ({
      sql: store.sql,
      collection,
      strict: !lenient,
      warn: (message) => void process.stderr.write(`${message}\n`),
    }),
  };
  const parts = { functions, pool, identities, objects, meter, faults, limits: () => limits.now, say };
  const admin = new Admin({ ...parts, database });
  const lowerLimits = (changes: object): void => {
    limits.now = lowered(changes);
    store.limits = limits.now;
  };
  const control =
    options.control === true
      ? new Control({ ...parts, home, store, transactions, clock, timers, seeds, lowerLimits })
      : undefined;
  const { phone, codes = () => [] } = options;
  const server = new LocalServer({ ...parts, admin, credentials, control, phone, codes });
  const port = await server.listen(options.port);
  url = `http://127.0.0.1:${port}`;
  if (options.timers === true) timers.start();
  const close = async (): Promise<void> => {
    timers.stop();
    pool.close();
    await server.close();
    transactions.abortAll();
    await store.durable();
    store.close();
  };
  return { port, url, secret: credentials.issue('direct').secret, close };
}

export { StartProblem };
