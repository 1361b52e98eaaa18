/** What a certificate says: the same lines on the paper and behind its code, and nothing else. */
import { daySchema } from '../kernel/identifier';
import { fullDayWords } from '../kernel/day';
import * as z from '../kernel/zod';
import { minutesWords } from '../volunteer/service-hours';

const CERTIFICATE_KINDS = ['course', 'hours'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

export const CERTIFICATE_TITLES: Readonly<Record<CertificateKind, string>> = {
  course: '学习证明',
  hours: '志愿服务时长证明',
};

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

export interface CertificateLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

function daysWords(from: string, until: string): string {
  const last = fullDayWords(until);
  return from === until ? last : `${fullDayWords(from)} 至 ${last}`;
}

function provenLines(facts: CertificateFacts): CertificateLine[] {
  const { kind, course, right, total, minutes, services, from, until } = facts;
  if (kind === 'course') {
    return [
      { key: 'course', label: '学完课程', value: course },
      { key: 'result', label: '测验', value: `${total} 题答对 ${right} 题` },
      { key: 'day', label: '通过日期', value: fullDayWords(until) },
    ];
  }
  return [
    { key: 'minutes', label: '服务时长', value: `${minutesWords(minutes)}，共 ${services} 次` },
    { key: 'day', label: '服务日期', value: daysWords(from, until) },
  ];
}

/** The lines of the paper, which are the lines of the check. */
export function certificateLines(facts: CertificateFacts): CertificateLine[] {
  const { holder, issuer, issuedOn } = facts;
  return [
    ...(holder === '' ? [] : [{ key: 'holder', label: '姓名', value: holder }]),
    ...provenLines(facts),
    { key: 'issuer', label: '出具单位', value: issuer },
    { key: 'issuedOn', label: '出具日期', value: fullDayWords(issuedOn) },
  ];
}
