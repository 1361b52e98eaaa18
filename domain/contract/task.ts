import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { plateSchema } from '../census/door';
import { nextVisitSchema } from './offline-record';
import { TASK_KINDS, TASK_RESULTS } from '../work/task';

const taskSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  kind: z.enum(TASK_KINDS),
  plate: plateSchema,
  buildingId: idSchema,
  unitId: idSchema,
  /** '' where the task is about the whole unit. */
  doorId: z.string(),
  /** The household whose answers stand in two ways, where that is the task. */
  householdId: z.optional(idSchema),
  /** The door had answered when it was asked about. */
  isTaken: z.optional(z.boolean()),
  /** What was agreed on is a call. */
  isCall: z.optional(z.boolean()),
  dueOn: daySchema,
  /** The hour of the day that was agreed on. */
  hour: nextVisitSchema.shape.hour,
});
export type OpenTask = z.output<typeof taskSchema>;

export const taskContract = defineContract({
  /** Open tasks within the caller's reach, the oldest day first; within a day by the hour agreed on, then as one walks. */
  listTasks: {
    kind: 'read',
    permission: 'task.list',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ tasks: z.array(taskSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /**
   * Ends a task with what was found; `needless` voids it. Nothing behind the door changes by it but that nobody doubts it any more, so a dispute is refused with
   * WRONG_STATE: its own decision ends it.
   */
  closeTask: {
    kind: 'change',
    permission: 'task.close',
    input: z.strictObject({ taskId: idSchema, version: z.int(), result: z.enum(TASK_RESULTS) }),
    output: z.strictObject({}),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
});
