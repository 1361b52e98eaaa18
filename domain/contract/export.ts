import { defineContract } from './define';
import * as z from '../kernel/zod';
import { EXPORT_KINDS, EXPORT_STATES } from '../export/export-state';
import { cursorSchema, idSchema } from '../kernel/identifier';

const exportRowSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(EXPORT_KINDS),
  areaId: idSchema,
  scopeName: z.string(),
  clear: z.boolean(),
  reason: z.string(),
  state: z.enum(EXPORT_STATES),
  /** The office that asks, in words: whoever decides has to know. */
  requester: z.string(),
  isMine: z.boolean(),
  mayDecide: z.boolean(),
  requestedAt: z.int(),
  /** Compounds made and to be made; rows written so far. */
  partsDone: z.int(),
  parts: z.int(),
  rows: z.int(),
  asOf: z.optional(z.int()),
  expiresAt: z.optional(z.int()),
  refusal: z.optional(z.string()),
});
export type ExportRow = z.output<typeof exportRowSchema>;

export const exportContract = defineContract({
  /** Asks for a file. `areaId` is a compound, a community or the street; a clear file is one compound, at most 2,500 rows. */
  requestExport: {
    kind: 'change',
    permission: 'export.request',
    input: z.strictObject({
      kind: z.enum(EXPORT_KINDS),
      areaId: idSchema,
      clear: z.boolean(),
      reason: z.optional(z.string().check(z.maxLength(100))),
    }),
    output: z.strictObject({ exportId: idSchema }),
    problems: ['NOT_FOUND', 'CONTENT_REJECTED'],
  },
  /** The second person's act: yes or no by a street administrator who did not ask. */
  decideExport: {
    kind: 'change',
    permission: 'export.approve',
    input: z.strictObject({
      exportId: idSchema,
      verdict: z.enum(['approve', 'refuse']),
      reason: z.optional(z.string().check(z.maxLength(100))),
    }),
    output: z.strictObject({ state: z.enum(EXPORT_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
  listExports: {
    kind: 'read',
    permission: 'export.list',
    input: z.strictObject({ cursor: z.optional(cursorSchema) }),
    output: z.strictObject({ exports: z.array(exportRowSchema), next: z.optional(cursorSchema) }),
    problems: [],
  },
  /** The finished file behind a ten-minute address, for its requester alone. */
  openExport: {
    kind: 'reveal',
    permission: 'export.download',
    input: z.strictObject({ exportId: idSchema }),
    output: z.strictObject({ fileName: z.string(), bytes: z.int(), rows: z.int(), url: z.string() }),
    problems: ['NOT_FOUND', 'WRONG_STATE', 'EXPIRED'],
  },
  /** The requester holds the file: it is erased here. */
  acknowledgeExport: {
    kind: 'change',
    permission: 'export.download',
    input: z.strictObject({ exportId: idSchema }),
    output: z.strictObject({ state: z.enum(EXPORT_STATES) }),
    problems: ['NOT_FOUND', 'WRONG_STATE'],
  },
});
