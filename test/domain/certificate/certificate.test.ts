import { certificateLines } from '@domain/certificate/certificate';
import type { CertificateFacts } from '@domain/certificate/certificate-facts';

const HOURS: CertificateFacts = {
  ...{ kind: 'hours', holder: '', course: '', right: 0, total: 0, minutes: 120, services: 1 },
  ...{ from: '2026-11-30', until: '2026-11-30', issuer: '金果街道办事处', issuedOn: '2026-12-01' },
};

const daysOf = (facts: CertificateFacts) => certificateLines(facts).find(({ key }) => key === 'day')?.value;

describe('the lines of a certificate of hours', () => {
  it('name one day once, and of several the first and the last', () => {
    expect(daysOf(HOURS)).toBe('2026年11月30日');
    expect(daysOf({ ...HOURS, from: '2026-11-01' })).toBe('2026年11月1日 至 2026年11月30日');
  });
});
