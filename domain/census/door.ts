import * as z from '../kernel/zod';
import { idSchema } from '../kernel/identifier';
import { DOOR_STATES } from './codes';

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

/** One door of a wall: number in its unit, room, floor, state, forms waiting; whether a person is to look at one, and to ask the household. */
const wallDoorSchema = z.strictObject({
  slot: z.int(),
  room: z.string(),
  floor: z.string(),
  state: z.enum(DOOR_STATES),
  waiting: z.int(),
  flagged: z.boolean(),
  inPerson: z.optional(z.boolean()),
});
export const wallUnitSchema = z.strictObject({
  id: idSchema,
  label: z.string(),
  doors: z.array(wallDoorSchema),
});
export type WallUnit = z.output<typeof wallUnitSchema>;
