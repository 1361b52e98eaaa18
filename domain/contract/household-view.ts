/** A stored household as a viewer may see it. */
import * as z from '../kernel/zod';
import { daySchema, idSchema } from '../kernel/identifier';
import { CHANNELS, VERIFY_WAY_CODES } from '../census/codes';
import { HOUSEHOLD_KINDS, HOUSEHOLD_STATES } from '../census/household';
import { formViewSchema } from '../census/waiting-form';
import { workerFactsSchema } from '../census/worker-fields';
import { TENANCY_STATES } from '../tenancy/tenancy-state';

export const householdViewSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  seq: z.int(),
  state: z.enum(HOUSEHOLD_STATES),
  channel: z.enum(CHANNELS),
  filledOn: daySchema,
  confirmedOn: z.optional(daySchema),
  kind: z.enum(HOUSEHOLD_KINDS),
  /** The day on which it got its number behind the door. */
  since: z.optional(daySchema),
  /** What landlord or worker said of the tenancy, where the household rents. */
  tenancyState: z.optional(z.enum(TENANCY_STATES)),
  /** It is so by the worker's word and not by the landlord's. */
  isTenancySettled: z.optional(z.literal(true)),
  /** Keys of members who are registered here and counted where they live: not to be asked again. */
  countedElsewhere: z.array(z.string()),
  /** Somebody of it may be registered twice; what is approved or exported waits. */
  isHeld: z.boolean(),
  /** A code of domain/codes/verify-way.json, where the confirmation was more than a worker's word. */
  verifyWay: z.optional(z.literal(VERIFY_WAY_CODES)),
  form: formViewSchema,
  /** How many answers stand in two ways, where somebody who may choose asks. */
  openConflicts: z.optional(z.int()),
  /** What workers wrote of it, for those who work there. */
  facts: z.optional(workerFactsSchema),
});
export type HouseholdView = z.output<typeof householdViewSchema>;
