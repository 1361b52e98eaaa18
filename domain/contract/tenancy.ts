import { defineContract } from './define';
import * as z from '../kernel/zod';
import { cursorSchema, daySchema, idSchema } from '../kernel/identifier';
import { plateSchema } from '../census/door';
import { LANDLORD_ANSWERS, TENANCY_STATES, TENANCY_VERDICTS } from '../tenancy/tenancy-state';

/** What a tenancy says to whom it concerns: the door, a masked name, days. No number, no other member. */
const tenancyFacts = {
  id: idSchema,
  version: z.int(),
  plate: plateSchema,
  /** 王*国; empty where the head is a minor. */
  tenant: z.string(),
  startOn: daySchema,
  endOn: z.optional(daySchema),
  hasContract: z.boolean(),
  state: z.enum(TENANCY_STATES),
  dueOn: z.optional(daySchema),
  answer: z.optional(z.strictObject({ word: z.enum(LANDLORD_ANSWERS), on: daySchema })),
};

const proofSchema = z.string().check(z.maxLength(64));

const askedSchema = z.strictObject(tenancyFacts);
export type AskedTenancy = z.output<typeof askedSchema>;

const openSchema = z.strictObject({
  ...tenancyFacts,
  doorId: idSchema,
  buildingId: idSchema,
  /** Masked, as the tenant wrote it. */
  landlord: z.string(),
  landlordPhone: z.string(),
  /** True where somebody was found who could be asked. */
  isFound: z.boolean(),
});
export type OpenTenancy = z.output<typeof openSchema>;

export const tenancyContract = defineContract({
  /**
   * What the caller is asked as a landlord, newest first. Without the proof of `phone.exchangeCode` that the number which was named
   * is the caller's own, a question is no more than one of `hidden`. With the number itself, what tenants said before its holder
   * registered is found as well.
   */
  listAsked: {
    kind: 'read',
    permission: 'tenancy.answer',
    input: z.strictObject({
      proof: z.optional(proofSchema),
      phone: z.optional(z.string().check(z.maxLength(24))),
    }),
    output: z.strictObject({ tenancies: z.array(askedSchema), hidden: z.int() }),
    problems: [],
  },
  /** The word of the landlord, who holds the number that was named. `no` and `movedOut` become a worker's task; nobody is removed by any of them. */
  answer: {
    kind: 'change',
    permission: 'tenancy.answer',
    input: z.strictObject({
      tenancyId: idSchema,
      version: z.int(),
      word: z.enum(LANDLORD_ANSWERS),
      proof: proofSchema,
    }),
    output: z.strictObject({ state: z.enum(TENANCY_STATES) }),
    problems: ['NOT_FOUND', 'EXPIRED', 'WRONG_STATE', 'STALE_VERSION'],
  },
  /** Tenancies of the territory that a worker has to settle, oldest first; the look is recorded. */
  listOpen: {
    kind: 'read',
    permission: 'tenancy.decide',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ tenancies: z.array(openSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /**
   * The worker settles: it is so, it is not, they have moved out (which closes the household), or another landlord is named and
   * asked. `isAsked` is false where nobody is bound under that number.
   */
  decide: {
    kind: 'change',
    permission: 'tenancy.decide',
    input: z.strictObject({
      tenancyId: idSchema,
      version: z.int(),
      verdict: z.enum(TENANCY_VERDICTS),
      movedOutOn: z.optional(daySchema),
      landlordPhone: z.optional(z.string().check(z.maxLength(24))),
    }),
    output: z.strictObject({ state: z.enum(TENANCY_STATES), isAsked: z.boolean() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'STALE_VERSION'],
  },
});
