/** Who sits for what: offices and their hours, never a private person's number. */
import * as z from '../kernel/zod';
import { BODIES } from './body';
import { officePhoneSchema } from './guide';
import { OFFICE_LINE_WORDS } from './guide-lines';

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

/** What others read of an office, and what its release is decided on; the number is an office's by its shape. */
export function wordsOfOffice({ name, seats, where, hours }: DirectoryText): string {
  const lines = Object.entries({ seats, where, hours });
  return [
    name,
    ...lines.map(([line, words]) => `${OFFICE_LINE_WORDS[line as keyof typeof OFFICE_LINE_WORDS]}：${words}`),
  ].join('\n');
}
