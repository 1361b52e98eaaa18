// npm run bench: takes the figures of the product beside the floors of the same minutes and exits non-zero when one is missed.
//   npm run bench -- save size     these groups only
//   npm run bench -- quick         a short round on a small street: do the groups still run, and are the counts right
//   BENCH_VERBOSE=1 npm run bench  with the lines that functions log
import { machineLines, Neighbours } from './kit/machine';
import { closeConnections } from './kit/load';
import { PrintedReport } from './kit/measure';
import { buildForBench } from './cloud/build';
import { BENCH_SEED } from './street/cut';
import { Streets } from './street/bench-street';
import { GROUPS, isGroupName, QUICK_GROUPS, settingsOf, type GroupName } from './groups';

function readNames(words: readonly string[]): { names: GroupName[]; isQuick: boolean } {
  const isQuick = words.includes('quick');
  const names = words.filter((word) => word !== 'quick');
  const unknown = names.find((name) => !isGroupName(name));
  if (unknown !== undefined) {
    throw new Error(`no such group: ${unknown}; there are ${Object.keys(GROUPS).join(' ')} and quick`);
  }
  const all = isQuick ? QUICK_GROUPS : Object.keys(GROUPS).filter(isGroupName);
  return { names: names.length > 0 ? names.filter(isGroupName) : [...all], isQuick };
}

async function main(): Promise<void> {
  const { names, isQuick } = readNames(process.argv.slice(2));
  const report = new PrintedReport((line) => console.log(line));
  const neighbours = new Neighbours();
  for (const line of machineLines(BENCH_SEED)) report.remark(line);
  await buildForBench();
  const streets = new Streets((text) => report.remark(text));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      streets.remove();
      process.exit(1);
    });
  }
  try {
    for (const name of names) {
      const startedAt = performance.now();
      const group = await GROUPS[name]();
      await group({ report, streets, neighbours, settings: settingsOf(isQuick) });
      report.remark(`${name} took ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
    }
  } finally {
    closeConnections();
    streets.remove();
  }
  if (report.failed > 0) process.exitCode = 1;
  report.remark(`${report.failed} failed`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
