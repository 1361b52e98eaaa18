import { defineContract } from './define';
import * as z from '../kernel/zod';
import { idSchema } from '../kernel/identifier';
import { certificateFactsSchema } from '../certificate/certificate-facts';

const codeSchema = z.string().check(z.maxLength(24));

const paperSchema = z.strictObject({ ...certificateFactsSchema.shape, code: z.string() });
export type CertificatePaper = z.output<typeof paperSchema>;

export const certificateContract = defineContract({
  /** Names of the own registration that a resident may have put on a certificate; a volunteer's is the volunteer's own. */
  listNames: {
    kind: 'read',
    permission: 'certificate.issue',
    input: z.strictObject({}),
    output: z.strictObject({ names: z.array(z.strictObject({ key: idSchema, name: z.string() })) }),
    problems: ['NOT_FOUND'],
  },
  /**
   * The paper for a course that was passed, or for all hours that count by now. The same facts are one certificate, however often
   * they are asked for. `nameKey` is one of `listNames`; without it no name stands on the paper.
   */
  issue: {
    kind: 'change',
    permission: 'certificate.issue',
    input: z.strictObject({ courseId: z.optional(idSchema), nameKey: z.optional(idSchema) }),
    output: z.strictObject({ certificateId: idSchema }),
    problems: ['NOT_FOUND'],
  },
  /** The own paper with its code, which is stored nowhere. */
  readPaper: {
    kind: 'read',
    permission: 'certificate.issue',
    input: z.strictObject({ certificateId: idSchema }),
    output: paperSchema,
    problems: ['NOT_FOUND'],
  },
  /** Exactly the facts on the paper, the name masked. A code with a wrong check character is refused before anything is looked up. */
  verify: {
    kind: 'read',
    permission: 'certificate.verify',
    input: z.strictObject({ code: codeSchema }),
    output: certificateFactsSchema,
    problems: ['NOT_FOUND'],
  },
});
