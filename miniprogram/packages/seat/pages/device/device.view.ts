/** Binding a phone to a seat, or typing the PIN again on one that is bound. */
import type { PinVerdict } from '@domain/contract/session';
import { PIN_LENGTH } from '@domain/identity/pledge';
import { minuteOf } from '@domain/kernel/day';
import { DEVICE_WORDS } from '../../../../messages/seat';

export interface DeviceView {
  title: string;
  detail: string;
  hint: string;
  /** A new PIN is typed twice. */
  isNew: boolean;
  action: string;
}

/** `isNew`: the seat has no phone yet, so that the PIN is set here. */
export function viewDevice({ isPin, isNew }: { isPin: boolean; isNew: boolean }): DeviceView {
  const { bindTitle, bindDetail, pinTitle, pinDetail, pinHint, bind, enter } = DEVICE_WORDS;
  return isPin
    ? { title: pinTitle, detail: pinDetail, hint: '', isNew: false, action: enter }
    : { title: bindTitle, detail: bindDetail, hint: pinHint, isNew, action: bind };
}

const MODEL_MAX = 20;

/** By what a phone is known among those of a seat: one word of what the platform tells of it, and no more is kept. */
export function phoneLabel(model: string): string {
  const [word = ''] = model.trim().split(/[\s<]/);
  return DEVICE_WORDS.label(word.slice(0, MODEL_MAX));
}

/** What is wrong with what was typed; empty when it may be sent. */
export function typedProblem({ pin, again, isNew }: { pin: string; again: string; isNew: boolean }): string {
  if (pin.length !== PIN_LENGTH) return DEVICE_WORDS.short;
  return isNew && pin !== again ? DEVICE_WORDS.different : '';
}

/** What the cloud says of a PIN that did not open; empty for a right one. */
export function verdictWords(verdict: PinVerdict): string {
  if (verdict.verdict === 'right') return '';
  if (verdict.verdict === 'wrong') return DEVICE_WORDS.wrong(verdict.left);
  return DEVICE_WORDS.locked(minuteOf(verdict.until));
}
