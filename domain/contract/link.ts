import { defineContract } from './define';
import * as z from '../kernel/zod';
import { idSchema } from '../kernel/identifier';
import { plateSchema } from '../census/door';
import { campaignSchema } from './session';

export const sceneSchema = z.string().check(z.maxLength(32));

export const linkContract = defineContract({
  /**
   * What a code points at: a place by name, never its state. A building or compound code leads to picking a door. The same
   * answer, byte for byte, whether or not anybody has registered there.
   */
  openLink: {
    kind: 'read',
    permission: 'link.open',
    input: z.strictObject({ scene: sceneSchema }),
    output: z.strictObject({
      kind: z.enum(['door', 'building', 'compound']),
      plate: plateSchema,
      doorId: z.optional(idSchema),
      buildingId: z.optional(idSchema),
      compoundId: z.optional(idSchema),
      campaign: campaignSchema,
    }),
    problems: ['NOT_FOUND', 'REVOKED_CODE'],
  },
  /** Ends the codes of a door; the next printing draws a new one. */
  revokeDoorCode: {
    kind: 'change',
    permission: 'link.revoke',
    input: z.strictObject({ doorId: idSchema }),
    output: z.strictObject({ revoked: z.int() }),
    problems: ['NOT_FOUND'],
  },
});
