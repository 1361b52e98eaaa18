/** Seats: who may hold which, on what ground, for how long. */
import { STAFF_ROLES, type Role } from './role';

/** A seat counts from its first day to its last, both included, unless somebody ended or suspended it. Days as YYYY-MM-DD. */
export function isInForce(
  seat: {
    readonly state: 'active' | 'suspended' | 'ended';
    readonly startsOn: string;
    readonly endsOn: string;
  },
  today: string,
): boolean {
  return seat.state === 'active' && seat.startsOn <= today && today <= seat.endsOn;
}

export const DUTIES = ['collect', 'upload', 'observe', 'lead', 'operate'] as const;
/** A narrowing of a role. */
export type Duty = (typeof DUTIES)[number];

/** Which narrowing a role may carry. */
const DUTIES_OF: Readonly<Partial<Record<Role, readonly Duty[]>>> = {
  GV: ['collect'],
  PR: ['upload'],
  CA: ['lead'],
  SA: ['observe', 'operate'],
};

export function mayCarry(role: Role, duty: Duty | undefined): boolean {
  return duty === undefined || DUTIES_OF[role]?.includes(duty) === true;
}

export type Ground = 'building' | 'grid' | 'compound' | 'community' | 'street';

/** Roles that somebody is appointed to, and the kind of place each stands on; the others come by registering or applying. */
export const GROUND_OF = {
  BH: 'building',
  GW: 'grid',
  GV: 'community',
  CL: 'community',
  GU: 'compound',
  PR: 'compound',
  CA: 'community',
  SA: 'street',
  AU: 'street',
} as const satisfies Readonly<Partial<Record<Role, Ground>>>;

export type AppointedRole = keyof typeof GROUND_OF;
export const APPOINTED_ROLES = Object.keys(GROUND_OF) as AppointedRole[];

/** Roles that a community gives; the others are given by one administrator of the street and agreed to by another. */
export const FIELD_ROLES: readonly AppointedRole[] = ['BH', 'GW', 'GV', 'CL', 'GU', 'PR'];

export function isFieldRole(role: Role): boolean {
  return (FIELD_ROLES as readonly Role[]).includes(role);
}

/** How many places one seat may stand on. */
export function placesMax(role: AppointedRole): number {
  if (GROUND_OF[role] === 'street') return 0;
  return role === 'BH' ? 1 : 10;
}

export const SEAT_DAYS = 90;
export const SEAT_DAYS_MAX = 366;

/** Who watches is none of those who are watched: the auditor's seat stands beside no other of the office. */
export function mayStandBeside(role: Role, others: readonly Role[]): boolean {
  const staff = others.filter((other) => STAFF_ROLES.includes(other));
  return role === 'AU' ? staff.every((other) => other === 'AU') : !staff.includes('AU');
}
