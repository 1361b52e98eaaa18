import * as z from '../kernel/zod';

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
