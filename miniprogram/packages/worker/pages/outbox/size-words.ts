const KB_A_MB = 1024;

/** 320 kB, 1.2 MB */
export function sizeWords(kb: number): string {
  return kb < KB_A_MB ? `${kb}\u00a0kB` : `${Math.round((kb * 10) / KB_A_MB) / 10}\u00a0MB`;
}
