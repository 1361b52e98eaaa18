import { defineContract } from './define';
import * as z from '../kernel/zod';
import { daySchema, idSchema } from '../kernel/identifier';
import { DOOR_STATES } from '../census/codes';
import { plateSchema } from '../census/door';
import { ROLES } from '../identity/role';
import { HARD_DOORS_MAX } from '../work/hard-door';
import { TACTIC_WAYS } from '../work/tactic';

const yieldCountSchema = z.strictObject({ total: z.int(), waiting: z.int() });
const countSchema = z.optional(yieldCountSchema);
/** By the groups of channels; one that brought nothing is absent. */
const yieldCountsSchema = z.strictObject({
  group: countSchema,
  code: countSchema,
  paper: countSchema,
  phone: countSchema,
  visit: countSchema,
  own: countSchema,
});

const partSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  left: z.int(),
  /** Of a compound: 0 where no committee has chosen yet. */
  version: z.int(),
  ways: z.array(z.enum(TACTIC_WAYS)),
});
export type TacticPart = z.output<typeof partSchema>;

/** A door with what was recorded there. */
const hardDoorSchema = z.strictObject({
  id: idSchema,
  plate: plateSchema,
  gridId: idSchema,
  state: z.enum(DOOR_STATES),
  attempts: z.int(),
  refusals: z.int(),
  triedOn: z.optional(daySchema),
  hasTask: z.boolean(),
  /** Places in the list of workers: who can be sent there. */
  workers: z.array(z.int()),
});
export type HardDoor = z.output<typeof hardDoorSchema>;

export const tacticContract = defineContract({
  /**
   * What came in by which way and day, from one kept document, and the ways that each compound goes. A grid
   * worker begins at the own grid, whose parts are the other ones of the seat. `asOf` is its freeze time.
   */
  readBoard: {
    kind: 'read',
    permission: 'tactic.read',
    input: z.strictObject({ areaId: z.optional(idSchema) }),
    output: z.strictObject({
      id: idSchema,
      name: z.string(),
      kind: z.enum(['street', 'community', 'compound', 'grid']),
      left: z.int(),
      total: yieldCountsSchema,
      /** Newest first, at most fourteen. */
      days: z.array(z.strictObject({ day: daySchema, counts: yieldCountsSchema })),
      parts: z.array(partSchema),
      asOf: z.int(),
    }),
    problems: ['NOT_FOUND'],
  },
  /** The next doors of a community or compound, hardest first, with who can be sent. */
  listHardDoors: {
    kind: 'read',
    permission: 'tactic.read',
    input: z.strictObject({ areaId: idSchema }),
    output: z.strictObject({
      doors: z.array(hardDoorSchema),
      workers: z.array(z.strictObject({ seatId: idSchema, role: z.enum(ROLES), label: z.string() })),
      asOf: z.int(),
    }),
    problems: ['NOT_FOUND'],
  },
  /** The committee's mix of ways for one compound, whole. */
  editTactic: {
    kind: 'change',
    permission: 'tactic.edit',
    input: z.strictObject({
      compoundId: idSchema,
      version: z.int(),
      ways: z.array(z.enum(TACTIC_WAYS)).check(z.maxLength(TACTIC_WAYS.length)),
    }),
    output: z.strictObject({ version: z.int() }),
    problems: ['NOT_FOUND', 'STALE_VERSION'],
  },
  /** Gives doors to one worker as tasks. Doors that have answered meanwhile, or have such a task, are left out. */
  assignDoors: {
    kind: 'change',
    permission: 'task.assign',
    input: z.strictObject({
      doorIds: z.array(idSchema).check(z.minLength(1), z.maxLength(HARD_DOORS_MAX)),
      seatId: idSchema,
      dueOn: daySchema,
    }),
    output: z.strictObject({ opened: z.int(), leftOut: z.int() }),
    problems: ['NOT_FOUND'],
  },
});
