/**
 * A number drawn as a building: as many lit windows as doors are done, from the ground up. Where a window stands says nothing
 * about any door. Up to WINDOWS_MAX doors there is a window for each; above, it is drawn to scale and never full too early.
 */
import { LAST_DOORS } from './share-card';

export interface FacadeFloor {
  readonly key: number;
  readonly windows: number;
  readonly lit: number;
}

const WINDOWS_MAX = 96;
const COLUMNS_MIN = 4;
const COLUMNS_MAX = 10;

function columnsFor(windows: number): number {
  return Math.min(COLUMNS_MAX, Math.max(COLUMNS_MIN, Math.ceil(Math.sqrt(windows))));
}

function litWindows(done: number, due: number, windows: number): number {
  if (due - done <= LAST_DOORS) return windows;
  if (windows === due) return done;
  return Math.min(windows - 1, done === 0 ? 0 : Math.max(1, Math.floor((done / due) * windows)));
}

/** Floors from the top down; the ground floor is lit first, and the top floor holds what is left over. */
export function facadeOf(done: number, due: number): { floors: FacadeFloor[]; columns: number } {
  const windowCount = Math.min(due, WINDOWS_MAX);
  const columns = columnsFor(windowCount);
  const lit = litWindows(done, due, windowCount);
  const floors: FacadeFloor[] = [];
  for (let below = 0; below < windowCount; below += columns) {
    const windows = Math.min(columns, windowCount - below);
    floors.unshift({ key: below, windows, lit: Math.max(0, Math.min(windows, lit - below)) });
  }
  return { floors, columns };
}
