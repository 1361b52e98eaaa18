/**
 * Runs inside the process of one instance of a function. `<runner> <folder of the function>`; requests come over the
 * channel to the parent, one at a time, as on the platform. It sets the identity of each call and shifts the clock
 * before the function is loaded, so the function's own code cannot tell where it runs. It imports nothing of ours.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

interface ServeMessage {
  id: string;
  event: string;
  /** Identity of this call; every other identity variable is removed. */
  identity: Record<string, string>;
  context: Record<string, unknown> & { time_limit_in_ms: number };
  clock: { offset: number; frozenAt: number | undefined };
  /** The function is loaded anew before it answers: what it remembered of earlier requests is gone. */
  afresh: boolean;
}

type Main = (event: unknown, context: unknown) => unknown;

const IDENTITY = ['WX_OPENID', 'WX_APPID', 'WX_UNIONID', 'TCB_SOURCE', 'LOGINTYPE'];
const KEPT = ['WX_CONTEXT_KEYS', 'TCB_CONTEXT_KEYS', 'TCB_ENV'];
const folder = process.argv[2] ?? '';
const RealDate = Date;
let clock: ServeMessage['clock'] = { offset: 0, frozenAt: undefined };
let script: vm.Script | undefined;
let main: Main | undefined;
let keepCode: (() => void) | undefined;
/** What was printed since the last turn of the loop. */
let printed = '';

shiftDate();
holdPrinted();
process.on('message', (message) => void serve(message as ServeMessage));
process.on('disconnect', () => process.exit(0));

async function serve(message: ServeMessage): Promise<void> {
  clock = message.clock;
  for (const name of IDENTITY) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, message.identity);
  const kept = Object.fromEntries(KEPT.map((name) => [name, process.env[name]]));
  const environment = JSON.stringify({ ...message.identity, ...kept });
  try {
    if (message.afresh) main = undefined;
    if (main === undefined) {
      main = load();
      process.send?.({ id: message.id, loaded: true });
    }
    const result = await main(JSON.parse(message.event), { ...message.context, environment });
    reply({ id: message.id, answer: JSON.stringify(result ?? null) });
    keepCode?.();
    keepCode = undefined;
  } catch (error) {
    reply({ id: message.id, error: String((error instanceof Error && error.stack) || error).slice(0, 4000) });
  }
}

/** Loads the function as `require` does. */
function load(): Main {
  const file = path.join(folder, 'index.js');
  script ??= compile(file);
  const module: { exports: object } = { exports: {} };
  const wrapper = script.runInThisContext() as (...given: unknown[]) => void;
  wrapper(module.exports, createRequire(file), module, file, folder);
  return (module.exports as { main: Main }).main;
}

/**
 * Keeps what V8 made of the function's text after the first answer: the next process of the same build starts in half the time.
 * V8 knows a text by its length alone, so the kept code is named by the time of the build too.
 */
function compile(file: string): vm.Script {
  const name = `${path.basename(folder)}-${fs.statSync(file).mtimeMs}.code`;
  const kept = path.join(__dirname, name);
  const cachedData = fs.existsSync(kept) ? fs.readFileSync(kept) : undefined;
  const text = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(file, 'utf8')}\n})`;
  const compiled = new vm.Script(text, { filename: file, ...(cachedData && { cachedData }) });
  if (cachedData === undefined || compiled.cachedDataRejected === true) keepCode = () => keep(compiled, name);
  return compiled;
}

/** Written whole or not at all, in the place of what an older build left. */
function keep(compiled: vm.Script, name: string): void {
  const unfinished = path.join(__dirname, `${name}.${process.pid}`);
  fs.writeFileSync(unfinished, compiled.createCachedData());
  fs.renameSync(unfinished, path.join(__dirname, name));
  const prefix = `${path.basename(folder)}-`;
  const older = fs.readdirSync(__dirname).filter((one) => one.startsWith(prefix) && !one.startsWith(name));
  for (const one of older) fs.rmSync(path.join(__dirname, one), { force: true });
}

function reply(message: object): void {
  process.send?.({ ...message, rss: process.memoryUsage.rss(), printed });
  printed = '';
}

/**
 * What a function prints last goes with its answer: a write of its own costs both processes as much as a call of the database.
 * What it prints before goes at the end of the turn, so that a process which is killed later has said it.
 */
function holdPrinted(): void {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  const letGo = (): void => {
    if (printed !== '') write(printed);
    printed = '';
  };
  stdout.write = (text: string | Uint8Array): boolean => {
    if (printed === '') setImmediate(letGo);
    printed += typeof text === 'string' ? text : Buffer.from(text).toString();
    return true;
  };
  process.on('exit', letGo);
}

/** A `Date` whose present is the clock's; values made by it are plain dates. */
function shiftDate(): void {
  const now = (): number => clock.frozenAt ?? RealDate.now() + clock.offset;
  const shifted = new Proxy(RealDate, {
    construct: (real, parts: unknown[], made) =>
      Reflect.construct(real, parts.length === 0 ? [now()] : parts, made) as object,
    apply: () => new RealDate(now()).toString(),
    get: (real, name, receiver): unknown => (name === 'now' ? now : Reflect.get(real, name, receiver)),
  });
  RealDate.prototype.constructor = shifted;
  globalThis.Date = shifted;
}

export type { ServeMessage };
