/** P17: what a function costs before its first call, in fresh processes, beside the SDK required from its package. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { programPath } from '../cloud/build';
import { BARE_FUNCTION, BENCH_FUNCTIONS, ROOT } from '../cloud/places';
import { numberText } from '../kit/measure';
import { median } from '../kit/statistics';
import type { Bench } from './group';

interface Started {
  readonly cpuMs: number;
  readonly bytes: number;
  readonly modules: number;
}

const BUNDLE_BYTES = 3_000_000;
/** Most procedures, and the heaviest work: taken as often as the floor; the others a few times. */
const JUDGED = ['census', 'export'];
const OTHERS_SHARE = 5;

const PROBE = `const before = process.cpuUsage(), memory = process.memoryUsage().rss;
require(process.argv[1]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({
  cpuMs: (user + system) / 1000,
  bytes: process.memoryUsage().rss - memory,
  modules: Object.keys(require.cache).length,
}));
process.exit(0);`;

function startOnce(target: string): Started {
  const text = execFileSync(process.execPath, ['-e', PROBE, target], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(text) as Started;
}

function middle(starts: readonly Started[]): Started {
  return {
    cpuMs: median(starts.map(({ cpuMs }) => cpuMs)),
    bytes: median(starts.map(({ bytes }) => bytes)),
    modules: median(starts.map(({ modules }) => modules)),
  };
}

/** Fresh processes in turns, so that the machine's moods fall on all alike. */
function startInTurns(targets: Readonly<Record<string, string>>, rounds: number): Record<string, Started> {
  const starts = new Map(Object.keys(targets).map((name) => [name, [] as Started[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, target] of Object.entries(targets)) starts.get(name)?.push(startOnce(target));
  }
  return Object.fromEntries([...starts].map(([name, taken]) => [name, middle(taken)]));
}

function words({ cpuMs, bytes, modules }: Started): string {
  return `${numberText(cpuMs)} ms cpu, +${(bytes / 1e6).toFixed(1)} MB, ${modules} modules`;
}

export async function startGroup({ report, neighbours, settings }: Bench): Promise<void> {
  const folderOf = (name: string): string => join(BENCH_FUNCTIONS, name);
  const names = readdirSync(BENCH_FUNCTIONS).filter((name) => name !== BARE_FUNCTION);
  const judged = Object.fromEntries(JUDGED.map((name) => [name, folderOf(name)]));
  const targets = { f8: '@cloudbase/node-sdk', sdk: programPath('sdk-alone'), ...judged };
  neighbours.cores();
  const rounds = neighbours.areLoud() && !settings.isQuick ? 2 * settings.starts : settings.starts;
  const taken = startInTurns(targets, rounds);
  const isNoisy = neighbours.areLoud();
  const f8 = taken['f8'];
  const sdk = taken['sdk'];
  if (f8 === undefined || sdk === undefined) throw new Error('the floor was not taken');

  report.remark(`floor f8 ${words(f8)}; the SDK bundled alone ${words(sdk)}`);
  for (const name of JUDGED) {
    const start = taken[name];
    if (start === undefined) continue;
    report.remark(`${name} ${words(start)}`);
    const own = start.cpuMs - sdk.cpuMs;
    const grown = (start.bytes - sdk.bytes) / 1e6;
    report.measure({
      name: `start.${name}.cpu`,
      value: start.cpuMs / f8.cpuMs,
      unit: 'xF8',
      limit: { atMost: 0.65 },
      isNoisy,
    });
    report.measure({ name: `start.${name}.own`, value: own, unit: 'ms', limit: { atMost: 25 }, isNoisy });
    report.measure({ name: `start.${name}.memory`, value: grown, unit: 'MB', limit: { atMost: 8 } });
  }
  const others = names.filter((name) => !JUDGED.includes(name));
  const rest = startInTurns(
    Object.fromEntries(others.map((name) => [name, folderOf(name)])),
    Math.max(1, Math.floor(rounds / OTHERS_SHARE)),
  );
  for (const [name, start] of Object.entries(rest)) report.remark(`${name} ${words(start)}`);
  const largest = Math.max(...names.map((name) => statSync(join(folderOf(name), 'index.js')).size));
  report.measure({ name: 'start.bundle', value: largest, unit: 'B', limit: { atMost: BUNDLE_BYTES } });
}
