/** What a certificate says, in words that the phone draws: the same lines on the paper and behind its code, and nothing else. */
import { fullDayWords } from '../kernel/day';
import { minutesWords } from '../volunteer/service-hours';
import type { CertificateFacts, CertificateKind } from './certificate-facts';

export const CERTIFICATE_TITLES: Readonly<Record<CertificateKind, string>> = {
  course: '学习证明',
  hours: '志愿服务时长证明',
};

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
