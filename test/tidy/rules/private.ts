import { findMatches, type Finding, type SourceFile } from '../tree';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Examples printed in GB 11643 itself. */
const PUBLISHED = new Set(['11010519491231002X', '440524188001010014']);
/** Regions in which nobody was registered: the reserved one, and the documents for residents of other registers. */
const NOBODY = /^(?:000000|8[123]0000|9[1-9]\d{4})/;

const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  /\bAKID[A-Za-z0-9]{28,40}\b/g,
  /\bAKIA[A-Z0-9]{16}\b/g,
  /\bwx(?!([0-9a-f])\1{15})[0-9a-f]{16}\b/g,
  /\b(?:ghp|gho|github_pat|npm|sk)_[A-Za-z0-9_]{20,}\b/g,
  /\b(?:secret|password|passwd|token|api_?key)\w*['"]?\s*[:=]\s*['"](?=[^'"]*\d)(?=[^'"]*[a-z])[a-z0-9+/_-]{20,}={0,2}['"]/gi,
];

const TRACES =
  /(?<![\w.$}])\/(?:work|home|root|Users|tmp|private|farm)\/[A-Za-z0-9._-]+|[A-Z]:\\\\?Users|https?:\/\/(?:registry|deb|mirrors?)\.[\w.]+/g;

/** Numbers that could be the identity number or the mobile number of a real person. */
export function findPersonalData(files: readonly SourceFile[]): Finding[] {
  return [
    ...findMatches(
      files,
      /(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])/g,
      () => 'a mobile number that may be somebody’s',
    ),
    ...findMatches(files, /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g, ([number]) =>
      isSomebody(number.toUpperCase()) ? 'an identity number that may be somebody’s' : undefined,
    ),
  ];
}

/** Keys, tokens and real application ids. */
export function findSecrets(files: readonly SourceFile[]): Finding[] {
  return SECRETS.flatMap((pattern) => findMatches(files, pattern, () => 'looks like a secret'));
}

/** Paths of one machine and hosts of package mirrors. */
export function findTraces(files: readonly SourceFile[]): Finding[] {
  return findMatches(files, TRACES, ([trace]) => `“${trace}” is true on one machine only`);
}

function isSomebody(number: string): boolean {
  if (PUBLISHED.has(number) || NOBODY.test(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17];
}
