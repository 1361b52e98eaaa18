import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../cloud-error';
import { LIMITS } from '../limits';
import { parseCron, type Cron } from './cron';

export interface Trigger {
  name: string;
  cron: Cron;
}

/** What `config.json` beside a function says: MB, seconds, timers, and whether clients may call it. */
export interface FunctionConfig {
  memory: number;
  timeout: number;
  client: boolean;
  variables: Record<string, string>;
  triggers: Trigger[];
}

const MEMORY = { least: 64, most: 3_072, usual: 256 };
const TIMEOUT = { least: 1, most: LIMITS.functionSeconds, usual: 3 };

/** Names of the built functions; none at all means that nothing has been built. */
export function functionNames(folder: string): string[] {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.js')))
    : [];
  if (names.length === 0) {
    throw new StartProblem(`在 ${folder} 里没有找到构建好的云函数，请先运行 npm run build。`);
  }
  return names;
}

/** Reads the configuration of one function; an impossible one is a start problem. */
export function readFunctionConfig(folder: string, name: string): FunctionConfig {
  const path = join(folder, name, 'config.json');
  const raw = readRaw(path);
  const memory = within(raw['memory'] ?? MEMORY.usual, MEMORY, path);
  const timeout = within(raw['timeout'] ?? TIMEOUT.usual, TIMEOUT, path);
  const variables = (raw['variables'] ?? raw['envVariables'] ?? {}) as Record<string, string>;
  if (Buffer.byteLength(JSON.stringify(variables)) > LIMITS.functionVariablesBytes) {
    refuse(path, '环境变量合计超过 4 KB');
  }
  const bundle = join(folder, name, 'index.js');
  if (statSync(bundle).size > LIMITS.functionPackageBytes) refuse(bundle, '云函数代码包超过 50 MB');
  const triggers = ((raw['triggers'] ?? []) as { name: string; type: string; config: string }[]).map(
    (trigger) => {
      const cron = trigger.type === 'timer' ? parseCron(trigger.config) : undefined;
      return cron === undefined
        ? refuse(path, `触发器 ${trigger.name} 不是七段的定时器`)
        : { name: trigger.name, cron };
    },
  );
  return { memory, timeout, client: raw['client'] !== false, variables, triggers };
}

/** Whether there is a built function of that name. */
export function isFunction(folder: string, name: string): boolean {
  return /^[\w-]+$/.test(name) && existsSync(join(folder, name, 'index.js'));
}

function readRaw(path: string): Record<string, unknown> {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    return refuse(path, '不是合规的 JSON');
  }
}

function within(value: unknown, { least, most }: { least: number; most: number }, path: string): number {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  return refuse(path, `数值 ${String(value)} 不在 ${least} 到 ${most} 之间`);
}

function refuse(path: string, sentence: string): never {
  throw new StartProblem(`${path}：${sentence}，请改正后再启动。`);
}
