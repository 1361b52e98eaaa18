import * as z from '../kernel/zod';

/** States of a door (mission.md §4) in the order of the wall's legend. */
export const DOOR_STATES = [
  'missing',
  'pending',
  'filled',
  'verified',
  'vacantGuess',
  'vacant',
  'refused',
  'inaccessible',
  'notExist',
  'business',
] as const;
export type DoorState = (typeof DOOR_STATES)[number];

/** What the enamel plate shows: the compound small, `3-2-502` large. */
export const plateSchema = z.strictObject({ compound: z.string(), line: z.string() });
export type Plate = z.output<typeof plateSchema>;

/** Door counts of any scope. due = doors that must be accounted for (notExist and business stand outside). */
export const doorCountsSchema = z.strictObject({
  due: z.int(),
  done: z.int(),
  waiting: z.int(),
  vacant: z.int(),
  left: z.int(),
});
export type DoorCounts = z.output<typeof doorCountsSchema>;
