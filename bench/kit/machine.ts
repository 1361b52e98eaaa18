/** What the figures were taken on, and whether others used it meanwhile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpus, loadavg, totalmem } from 'node:os';
import { busySeconds, cpuOfTree } from './process-tree';

/** Above this load average before the start, ratios are marked and taken twice as often. */
const LOAD_MAX = 1.5;
/** The same while measuring, where our own work is part of every load average: cores kept busy by others. */
const OTHERS_MAX = 0.5;

export function machineLines(seed: string): string[] {
  const [first] = cpus();
  const gigabytes = (totalmem() / 2 ** 30).toFixed(1);
  return [
    `machine ${cpus().length} x ${first?.model.trim() ?? 'unknown'}, ${gigabytes} GiB, ${process.platform}`,
    `node ${process.version}, libsql ${versionOf('libsql')}, sdk ${versionOf('@cloudbase/node-sdk')}`,
    `seed ${seed}`,
    `load average ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  ];
}

function versionOf(name: string): string {
  const path = join(__dirname, '../../node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

/** Watches what others do from its making on. */
export class Neighbours {
  private readonly loadBefore = loadavg()[0] ?? 0;
  private busy = busySeconds();
  private own = cpuOfTree(process.pid);
  private at = performance.now();

  /** Cores kept busy by others since the last look. */
  cores(): number {
    const [busy, own, at] = [busySeconds(), cpuOfTree(process.pid), performance.now()];
    const seconds = (at - this.at) / 1000;
    const cores = seconds < 0.1 ? 0 : (busy - this.busy - (own - this.own)) / seconds;
    [this.busy, this.own, this.at] = [busy, own, at];
    return Math.max(0, cores);
  }

  /** Whether what was measured since the last look is to be doubted. */
  areLoud(): boolean {
    const cores = this.cores();
    return this.loadBefore > LOAD_MAX || cores > OTHERS_MAX;
  }
}
