/**
 * What processes cost, as the kernel counts it. A tree's CPU time holds its children, the living by their own count and the
 * dead by their parents'. Linux only.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessStat {
  readonly parent: number;
  /** Seconds, user and system, with those of children that have ended. */
  readonly cpuSeconds: number;
}

const TICKS_A_SECOND = 100;

/** One line of `/proc/<pid>/stat`; the command's name may hold blanks and brackets. */
export function parseStat(line: string): ProcessStat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  // Behind the name: state, parent, …; then user, system, and both of the ended children.
  const ticks = fields.slice(11, 15).reduce((sum, text) => sum + Number(text), 0);
  return { parent: Number(fields[1]), cpuSeconds: ticks / TICKS_A_SECOND };
}

/** `root` and everything below it. */
export function treeOf(root: number, stats: ReadonlyMap<number, ProcessStat>): number[] {
  const below = [...stats].filter(([, { parent }]) => parent === root).map(([pid]) => pid);
  return [root, ...below.flatMap((pid) => treeOf(pid, stats))];
}

function readStats(): Map<number, ProcessStat> {
  const stats = new Map<number, ProcessStat>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const line = readIfThere(`/proc/${name}/stat`);
    if (line !== undefined) stats.set(Number(name), parseStat(line));
  }
  return stats;
}

/** CPU seconds of a process and all below it since they began. */
export function cpuOfTree(root: number): number {
  const stats = readStats();
  return treeOf(root, stats).reduce((sum, pid) => sum + (stats.get(pid)?.cpuSeconds ?? 0), 0);
}

/** CPU seconds of one process alone. */
export function cpuOf(pid: number): number {
  return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8')).cpuSeconds;
}

/** Most memory that a process ever held, in bytes. */
export function peakBytesOf(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error(`process ${pid} says nothing of its memory`);
  return Number(kilobytes) * 1024;
}

/** Processes below `root` whose command line holds `words`. */
export function findBelow(root: number, words: string): number[] {
  return treeOf(root, readStats()).filter(
    (pid) => pid !== root && (readIfThere(`/proc/${pid}/cmdline`) ?? '').includes(words),
  );
}

/** Seconds for which the machine's cores have been busy since it started, whoever used them. */
export function busySeconds(): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (
    /^cpu .*$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[0] ?? ''
  )
    .split(/\s+/)
    .map(Number);
  return (user + nice + system + irq + softirq) / TICKS_A_SECOND;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended between the list and the look.
    return undefined;
  }
}
