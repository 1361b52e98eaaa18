/** What a change does to one slot of a wall; the wall's other slots are nobody else's to overwrite. */
import { nextDoorState } from '@domain/census/door-state';
import { increase, type Change } from '../../kernel/store';
import type { HouseholdDocument, WallSlot } from '../../repositories/documents';

export interface SlotChange {
  readonly slot: number;
  readonly after: WallSlot;
}

/** A form waits from now on; beside a household or another form it is a comparison and wants a look. */
export function withFormWaiting(slot: WallSlot, wantsALook: boolean): WallSlot {
  const isComparison = slot.waiting > 0 || slot.households > 0;
  return {
    ...slot,
    state: nextDoorState(slot.state, 'formArrived') ?? slot.state,
    former: slot.former ?? slot.state,
    waiting: slot.waiting + 1,
    flagged: slot.flagged || wantsALook || isComparison,
  };
}

/** One waiting form less; a door that nothing waits at any more is again what it was, unless a household is behind it now. */
export function withFormDecided(slot: WallSlot): WallSlot {
  const waiting = Math.max(0, slot.waiting - 1);
  const { former, ...rest } = slot;
  const backTo = waiting === 0 ? nextDoorState(slot.state, 'formsGone', former) : undefined;
  return {
    ...rest,
    state: backTo ?? slot.state,
    ...(waiting > 0 && former !== undefined ? { former } : {}),
    waiting,
    flagged: waiting > 0 && slot.flagged,
  };
}

/**
 * An accepted answer behind the door: one household more, or, where it says that nobody lives there, a vacant door whose
 * owner is on record.
 */
export function withHousehold(
  slot: WallSlot,
  { kind, members }: Pick<HouseholdDocument, 'kind' | 'members'>,
): WallSlot {
  const isVacant = kind === 'vacant';
  return {
    ...slot,
    state: nextDoorState(slot.state, isVacant ? 'vacancyAccepted' : 'formAccepted') ?? slot.state,
    households: slot.households + (isVacant ? 0 : 1),
    lastSeq: slot.lastSeq + 1,
    people: slot.people + members.length,
  };
}

export function wallChange(changes: readonly SlotChange[]): Change {
  const slots = changes.map(({ slot, after }) => [`slots.${slot}`, after] as const);
  return { ...Object.fromEntries(slots), version: increase(1) };
}
