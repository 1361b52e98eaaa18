/** What a certificate certifies. The phone takes its types alone: it carries no schemas. */
import { daySchema } from '../kernel/identifier';
import * as z from '../kernel/zod';

const CERTIFICATE_KINDS = ['course', 'hours'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

export const certificateFactsSchema = z.strictObject({
  kind: z.enum(CERTIFICATE_KINDS),
  /** Masked for whoever checks; empty where the holder wanted no name on it. */
  holder: z.string(),
  /** A course's title; empty for hours. */
  course: z.string(),
  /** Right answers of how many; 0 of 0 for hours. */
  right: z.int(),
  total: z.int(),
  /** Whole minutes of service and how many services they are; 0 for a course. */
  minutes: z.int(),
  services: z.int(),
  /** First and last day of what is certified; the same for a course. */
  from: daySchema,
  until: daySchema,
  issuer: z.string(),
  issuedOn: daySchema,
});
export type CertificateFacts = z.output<typeof certificateFactsSchema>;
