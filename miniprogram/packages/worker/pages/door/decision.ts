/** A decision about a waiting form: what is sent of it, and what it came to. */
import type { HouseholdView, WaitingForm } from '@domain/contract/census';
import { DOOR_WORDS } from '../../../../messages/worker';
import type { DoorCase } from './door.view';

export type Verdict = 'confirm' | 'sameHousehold' | 'secondHousehold' | 'bedHolder' | 'reject';

/** Verdicts that speak of the household looked at. */
const BESIDE: readonly Verdict[] = ['sameHousehold', 'bedHolder'];

interface Decision {
  formId: string;
  version: number;
  verdict: Verdict;
  householdId?: string;
  reason?: string;
  doubtSeen?: boolean;
}

export function decisionOf(
  { verdict, reason }: Required<Pick<Decision, 'verdict' | 'reason'>>,
  { id: formId, version }: Pick<WaitingForm, 'id' | 'version'>,
  { door: { households, isDoubted = false }, householdIndex }: Pick<DoorCase, 'door' | 'householdIndex'>,
): Decision {
  const household = households[householdIndex];
  return {
    formId,
    version,
    verdict,
    ...(BESIDE.includes(verdict) && household !== undefined ? { householdId: household.id } : {}),
    ...(reason === '' ? {} : { reason }),
    ...(verdict === 'confirm' && isDoubted ? { doubtSeen: true } : {}),
  };
}

/**
 * Which household is looked at once it is decided: the one that the form has become, which has the last number; before that the
 * one that was meant.
 */
export function lookedAtAfter(
  verdict: Verdict | undefined,
  households: readonly Pick<HouseholdView, 'id'>[],
  meantId: string,
): number {
  if (verdict === 'secondHousehold') return Math.max(0, households.length - 1);
  return Math.max(
    0,
    households.findIndex(({ id }) => id === meantId),
  );
}

export function decidedWords(verdict: Verdict, conflicts: number): string {
  if (verdict === 'reject') return DOOR_WORDS.returned;
  if (verdict === 'confirm') return DOOR_WORDS.confirmed;
  if (verdict === 'bedHolder') return DOOR_WORDS.bedded;
  return verdict === 'sameHousehold' ? DOOR_WORDS.joined(conflicts) : DOOR_WORDS.seconded;
}
