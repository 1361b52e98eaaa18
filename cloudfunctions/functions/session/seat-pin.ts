/** A PIN is tried inside the transaction that counts it: five wrong ones, from wherever they come, lock it for half an hour. */
import type { PinVerdict } from '@domain/contract/session';
import type { ChangeContext } from '../../kernel/context';
import { atWorkTicket } from '../../policies/device';
import type { AssignmentDocument, SeatPin } from '../../repositories/documents';

const WRONG_MAX = 5;
const LOCKED_FOR_MS = 30 * 60_000;

export function pinDigest({ keyring }: Pick<ChangeContext, 'keyring'>, seatId: string, pin: string): string {
  return keyring.digestOf('pin', `${seatId}|${pin}`);
}

interface Trial {
  readonly pin: SeatPin;
  readonly verdict: PinVerdict['verdict'];
}

export function tryPin(
  context: ChangeContext,
  { seatId, typed }: { readonly seatId: string; readonly typed: string },
  known: SeatPin,
): Trial {
  if (known.lockedUntil > context.now) return { pin: known, verdict: 'locked' };
  if (pinDigest(context, seatId, typed) === known.digest) {
    return { pin: { ...known, wrong: 0, lockedUntil: 0 }, verdict: 'right' };
  }
  const wrong = known.wrong + 1;
  if (wrong < WRONG_MAX) return { pin: { ...known, wrong }, verdict: 'wrong' };
  return { pin: { ...known, wrong: 0, lockedUntil: context.now + LOCKED_FOR_MS }, verdict: 'locked' };
}

/** What the phone hears; a right PIN brings the ticket for `device`. */
export function answerOf(
  { keyring, now }: ChangeContext,
  { seat, device }: { readonly seat: AssignmentDocument; readonly device: string },
  { pin, verdict }: Trial,
): PinVerdict {
  if (verdict === 'right') {
    return { verdict, ticket: atWorkTicket(keyring, { seat: { ...seat, pin }, device }, now) };
  }
  if (verdict === 'wrong') return { verdict, left: WRONG_MAX - pin.wrong };
  return { verdict, until: pin.lockedUntil };
}
