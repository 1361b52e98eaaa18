/** Who sits for what: offices and their hours, never a private person's number. */
import * as z from '../kernel/zod';
import { officePhoneSchema } from './guide';

/** 党组织 居委会 业委会 物业 两代表一委员 */
export const BODIES = ['branch', 'committee', 'owners', 'property', 'deputies'] as const;
export type Body = (typeof BODIES)[number];

export const BODY_WORDS: Readonly<Record<Body, string>> = {
  branch: '党组织',
  committee: '居委会',
  owners: '业委会',
  property: '物业',
  deputies: '两代表一委员',
};

export const directoryTextSchema = z.strictObject({
  body: z.enum(BODIES),
  /** `苹果花园业主委员会` */
  name: z.string().check(z.minLength(2), z.maxLength(30)),
  /** Who is there, as an office and no person: 主任、值班委员. */
  seats: z.string().check(z.minLength(1), z.maxLength(40)),
  where: z.string().check(z.minLength(2), z.maxLength(60)),
  hours: z.string().check(z.minLength(2), z.maxLength(60)),
  phone: officePhoneSchema,
});
export type DirectoryText = z.output<typeof directoryTextSchema>;
