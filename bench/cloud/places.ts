import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');
export const DATABASE = join(ROOT, 'cloudfunctions/database');
/** Built for the bench alone: a build of somebody else's does not change what is measured half-way. */
export const BENCH_DIST = join(ROOT, 'dist/bench');
export const BENCH_FUNCTIONS = join(BENCH_DIST, 'cloudfunctions');
/** Of the floor that is a function; copied beside the product's. */
export const BARE_FUNCTION = 'bare';
