/**
 * A second reading of permissions.matrix, written from permissions.md alone. It shares no code with the product: it reads the
 * file's text itself, and knows positions as a table where the product compares keys.
 */
export const ROLE_ORDER = 'VI RE BH GW GV CL GU VO PR CA SA AU'.split(' ');
export const POSITIONS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'] as const;
export type Position = (typeof POSITIONS)[number];

export const STANDINGS = [
  'active',
  'notYet',
  'expired',
  'suspended',
  'ended',
  'noPledge',
  'noDevice',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** An object and a caller as a test meets them. */
export interface Situation {
  readonly position: Position;
  readonly standing: Standing;
  readonly isMine: boolean;
  readonly isAboutMe: boolean;
  readonly isAssigned: boolean;
  readonly hasLink: boolean;
  readonly isPublished: boolean;
}

/** Who does what, and what the matrix says of it. */
export interface Case {
  readonly action: string;
  readonly role: string;
  readonly cell: string;
}

export type Verdict = 'allowed' | 'FORBIDDEN' | 'PLEDGE_REQUIRED' | 'NOT_FOUND';

/** Action name → cell by role. */
export type SecondMatrix = ReadonlyMap<string, ReadonlyMap<string, string>>;

const NEAR: Readonly<Record<string, string>> = {
  H: 'p0 p1',
  B: 'p0 p1 p2',
  P: 'p0 p1 p2 p3 p7',
  G: 'p0 p1 p2 p3 p4',
  C: 'p0 p1 p2 p3 p4 p5 p7',
  W: 'p0 p1 p2 p3 p4 p5 p6 p7',
};
const SIGNS_PLEDGE = 'BH GW GV CL GU VO PR CA SA AU'.split(' ');
/** Open to a seat that lacks a signature or a device; a seat that is over or stopped does not do even these. */
const STAYS_OPEN = /^(session\..*|inbox\..*|pledge\.sign|device\.bind)$/;
const BINDS_DEVICE = ['CA', 'SA', 'AU'];

export function readMatrix(text: string): SecondMatrix {
  const matrix = new Map<string, Map<string, string>>();
  for (const line of text.split(/\r?\n/)) {
    const bar = line.indexOf('|');
    const name = line.slice(0, Math.max(bar, 0)).trim();
    if (line.startsWith('#') || bar < 0 || name === 'action') continue;
    const cells = line.slice(bar + 1).match(/\S+/g) ?? [];
    matrix.set(name, new Map(ROLE_ORDER.map((role, at) => [role, cells[at] ?? 'missing'])));
  }
  return matrix;
}

/** What somebody of that role in that situation hears who does an action whose cell this is. */
export function judge({ action, role, cell }: Case, situation: Situation): Verdict {
  if (cell === '-' || cell.includes('2') || cell.includes('o')) return 'FORBIDDEN';
  if (handsInLate(action, situation.standing)) return 'NOT_FOUND';
  // An outsider acts in no seat, so there is nothing that could be suspended, unsigned or over.
  if (role !== 'VI' && action !== 'session.whoami') {
    const hindrance = hindranceOf(
      role,
      STAYS_OPEN.test(action) ? gone(situation.standing) : situation.standing,
    );
    if (hindrance !== undefined) return hindrance;
  }
  return isWithinReach(cell, role, situation) ? 'allowed' : 'NOT_FOUND';
}

/** What was recorded in a term that is over may still be handed in; nothing is within reach any more. */
function handsInLate(action: string, standing: Standing): boolean {
  return action === 'form.syncBatch' && (standing === 'expired' || standing === 'ended');
}

function gone(standing: Standing): Standing {
  return standing === 'noPledge' || standing === 'noDevice' ? 'active' : standing;
}

function hindranceOf(role: string, standing: Standing): Verdict | undefined {
  if (['notYet', 'expired', 'suspended', 'ended'].includes(standing)) return 'FORBIDDEN';
  if (standing === 'noPledge' && SIGNS_PLEDGE.includes(role)) return 'PLEDGE_REQUIRED';
  return standing === 'noDevice' && BINDS_DEVICE.includes(role) ? 'FORBIDDEN' : undefined;
}

function isWithinReach(cell: string, role: string, situation: Situation): boolean {
  const scope = cell.charAt(0);
  if (scope === '*') return situation.isPublished;
  if (scope === 'L') return situation.hasLink;
  if (scope === 'T') return situation.isAssigned;
  // p0 is the caller: made by the caller, or the caller's own person.
  if (scope === 'S') return situation.position === 'p0' || situation.isMine || situation.isAboutMe;
  return role !== 'VI' && (NEAR[scope] ?? '').split(' ').includes(situation.position);
}
