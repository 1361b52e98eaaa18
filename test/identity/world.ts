import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionName } from '@domain/identity/permission';
import type { Role } from '@domain/identity/role';
import type { AssignmentDocument } from '../../cloudfunctions/repositories/documents';
import type { decideAction, decideObject, Place } from '../../cloudfunctions/policies/permit';
import {
  readMatrix,
  ROLE_ORDER,
  type Position,
  type SecondMatrix,
  type Situation,
  type Standing,
  type Verdict,
} from './second-interpreter';

export const TODAY = '2024-11-24';
export const ME = 'me';
export const ROLES = ROLE_ORDER as readonly Role[];

export const matrix: SecondMatrix = readMatrix(
  readFileSync(join(__dirname, '../../domain/identity/permissions.matrix'), 'utf8'),
);

/** Every seat holds its own place on every level, so that a cell that is one step too wide or narrow shows. */
const SCOPE: AssignmentDocument['scope'] = {
  householdId: 'h1',
  buildingId: 'b1',
  compoundIds: ['x1', 'x9'],
  gridIds: ['g9', 'g1'],
  communityIds: ['c1'],
  streetId: 's1',
};

const OWN: Place = {
  householdId: 'h1',
  buildingId: 'b1',
  compoundId: 'x1',
  gridId: 'g1',
  communityId: 'c1',
  streetId: 's1',
};

/** Where an object stands at each of the eight positions of permissions.md §3. */
const GROUND: Readonly<Record<Position, Place>> = {
  p0: { ...OWN, madeBy: ME },
  p1: OWN,
  p2: { ...OWN, householdId: 'h2' },
  p3: { ...OWN, householdId: 'h3', buildingId: 'b2' },
  p4: { ...OWN, householdId: 'h4', buildingId: 'b3', compoundId: 'x2' },
  p5: { ...OWN, householdId: 'h5', buildingId: 'b4', compoundId: 'x3', gridId: 'g2' },
  p6: { ...OWN, householdId: 'h6', buildingId: 'b5', compoundId: 'x4', gridId: 'g3', communityId: 'c2' },
  p7: { ...OWN, householdId: 'h7', buildingId: 'b6', gridId: 'g2' },
};

const STANDING: Readonly<Record<Standing, Partial<AssignmentDocument>>> = {
  active: {},
  notYet: { startsOn: '2024-11-25' },
  expired: { endsOn: '2024-11-23' },
  suspended: { state: 'suspended' },
  ended: { state: 'ended' },
  noPledge: { pledgeSigned: false },
  noDevice: { deviceBound: false },
};

export function seatOf(role: Role, changes: Partial<AssignmentDocument> = {}): AssignmentDocument | null {
  if (role === 'VI') return null;
  return {
    _id: `seat${role}`,
    version: 1,
    userId: ME,
    role,
    label: '',
    state: 'active',
    startsOn: TODAY,
    endsOn: TODAY,
    scope: SCOPE,
    pledgeSigned: true,
    deviceBound: true,
    ...changes,
  };
}

export function seatIn(role: Role, standing: Standing): AssignmentDocument | null {
  return seatOf(role, STANDING[standing]);
}

function placeOf(situation: Situation): Place {
  const { position, isMine, isAboutMe, isAssigned, hasLink, isPublished } = situation;
  return {
    madeBy: isMine ? ME : 'somebody',
    ...GROUND[position],
    about: isAboutMe ? ['somebody', ME] : ['somebody'],
    assignedTo: isAssigned ? ME : 'somebody',
    linkValid: hasLink,
    isPublished,
  };
}

const PLAIN: Situation = {
  position: 'p1',
  standing: 'active',
  isMine: false,
  isAboutMe: false,
  isAssigned: false,
  hasLink: false,
  isPublished: false,
};
const FLAGS = ['isMine', 'isAboutMe', 'isAssigned', 'hasLink', 'isPublished'] as const;

/** Every position with every combination of the five other facts about an object: 256 situations. */
export function allSituations(positions: readonly Position[]): Situation[] {
  return positions.flatMap((position) =>
    Array.from({ length: 2 ** FLAGS.length }, (_, bits) => ({
      ...PLAIN,
      position,
      ...Object.fromEntries(FLAGS.map((flag, at) => [flag, (bits & (1 << at)) !== 0])),
    })),
  );
}

export interface Policy {
  readonly decideAction: typeof decideAction;
  readonly decideObject: typeof decideObject;
}

/** What the product's two questions say together. */
export function verdictOf(
  policy: Policy,
  { action, role }: { action: ActionName; role: Role },
  situation: Situation,
): Verdict {
  const seat = seatIn(role, situation.standing);
  const decision = policy.decideAction(action, seat, TODAY);
  if (!decision.ok) return decision.code;
  const { cell, isOver } = decision;
  const isReached = !isOver && policy.decideObject({ userId: ME, seat, cell }, placeOf(situation));
  return isReached ? 'allowed' : 'NOT_FOUND';
}
