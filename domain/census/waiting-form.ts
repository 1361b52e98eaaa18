import * as z from '../kernel/zod';
import { daySchema, idSchema } from '../kernel/identifier';
import { CHANNELS } from './codes';
import { plateSchema } from './door';
import { householdFormSchema } from './household-form';
import { RETURN_REASONS } from './return-reason';

/** Proof of a submission: code with check character, day and door, nothing else. */
export const receiptSchema = z.strictObject({ code: z.string(), day: daySchema, plate: plateSchema });
export type Receipt = z.output<typeof receiptSchema>;

/**
 * What the sender reads of a form. closed: the home that came of it has ended; isMerged: its people are listed in another one.
 * returned: `reason` says why, where it may be said.
 */
export const sentFormSchema = z.strictObject({
  formId: idSchema,
  receipt: receiptSchema,
  state: z.enum(['waiting', 'submitted', 'returned', 'closed']),
  closedOn: z.optional(daySchema),
  isMerged: z.optional(z.boolean()),
  reason: z.optional(z.enum(RETURN_REASONS)),
});

/** A form as a viewer may see it: sealed values masked or opened before they get here. `findings` are sentences. */
export const formViewSchema = z.strictObject({
  ...householdFormSchema.shape,
  findings: z.array(z.string()),
});
export type FormView = z.output<typeof formViewSchema>;

export const joinAnswerSchema = z.enum(['ours', 'notOurs']);

export const waitingFormSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  submittedAt: z.int(),
  channel: z.enum(CHANNELS),
  form: formViewSchema,
  /** What the household that stands behind the door says of the sender; absent where it was not asked or has not answered. */
  joinAnswer: z.optional(joinAnswerSchema),
  /** Filled for the household, which confirms it by a spoken code. */
  proxy: z.optional(z.strictObject({ triesLeft: z.int() })),
});
export type WaitingForm = z.output<typeof waitingFormSchema>;
