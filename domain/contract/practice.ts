import { defineContract } from './define';
import * as z from '../kernel/zod';
import { daySchema } from '../kernel/identifier';
import { VISIT_RESULTS } from '../census/codes';

/** Where somebody's practice stands. Doors and stories are drawn on the phone; the cloud keeps what was got right, for a week. */
const practiceSchema = z.strictObject({
  /** Doors whose right outcome was found. */
  done: z.array(z.int()),
  formDone: z.boolean(),
  /** The most questions of the quiz that were right at once. */
  quizRight: z.int(),
  /** Day on which the acting seat passed the quiz. */
  passedOn: z.optional(daySchema),
  keptUntil: daySchema,
});
export type PracticeProgress = z.output<typeof practiceSchema>;

export const practiceContract = defineContract({
  /** The caller's practice stairwell: opened when there is none, or anew when asked so. */
  open: {
    kind: 'change',
    permission: 'practice.open',
    input: z.strictObject({ anew: z.boolean() }),
    output: practiceSchema,
    problems: [],
  },
  read: {
    kind: 'read',
    permission: 'practice.read',
    input: z.strictObject({}),
    output: practiceSchema,
    problems: ['NOT_FOUND'],
  },
  /** One outcome at one drawn door. A wrong one is no refusal: it is explained, and nothing is kept of it. */
  submitVisit: {
    kind: 'change',
    permission: 'practice.submit',
    input: z.strictObject({ slot: z.int(), result: z.enum(VISIT_RESULTS) }),
    output: z.strictObject({ isRight: z.boolean(), progress: practiceSchema }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  /** The practice form by the keys of its questions; answers are compared and forgotten. */
  submitForm: {
    kind: 'change',
    permission: 'practice.submit',
    input: z.strictObject({
      answers: z.record(z.string().check(z.maxLength(20)), z.string().check(z.maxLength(20))),
    }),
    output: z.strictObject({ mistakes: z.array(z.string()), progress: practiceSchema }),
    problems: ['NOT_FOUND'],
  },
  /** The five questions at once. All right: the acting seat has passed, from this day. */
  submitQuiz: {
    kind: 'change',
    permission: 'practice.submit',
    input: z.strictObject({ answers: z.array(z.int()).check(z.minLength(5), z.maxLength(5)) }),
    output: z.strictObject({ wrong: z.array(z.int()), progress: practiceSchema }),
    problems: ['NOT_FOUND'],
  },
});
