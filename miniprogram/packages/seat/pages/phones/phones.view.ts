/** The phones that are bound to the acting seat, the one in the hand first. */
import type { sessionContract } from '@domain/contract/session';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { dayWords } from '@domain/kernel/day';
import { PHONES_WORDS } from '../../../../messages/seat';
import { STAFF_WORDS } from '../../../../messages/staff';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

export type Phone = ProcedureOutput<(typeof sessionContract)['listDevices']>['devices'][number];

interface PhoneCard {
  key: string;
  label: string;
  facts: string;
  /** '' but for the phone in the hand. */
  own: string;
  spoken: string;
}

export interface PhonesView extends FaceView {
  cards: readonly PhoneCard[];
}

export const NO_PHONES: PhonesView = { ...CONTENT, cards: [] };

export function viewPhones(phones: readonly Phone[]): PhonesView {
  const { none, noneDetail } = PHONES_WORDS;
  if (phones.length === 0) {
    return { ...NO_PHONES, face: 'empty', sentence: none, detail: noneDetail, action: STAFF_WORDS.back };
  }
  const ownFirst = [...phones].sort((one, other) => Number(other.isThis) - Number(one.isThis));
  return { ...NO_PHONES, cards: ownFirst.map(cardOf) };
}

/** What is asked before a phone is ended. */
export function questionOf(phone: Phone | undefined): string {
  if (phone === undefined) return '';
  return phone.isThis ? PHONES_WORDS.meansOwn : PHONES_WORDS.means;
}

function cardOf({ id, label, boundOn, usedOn, isThis }: Phone): PhoneCard {
  const bound = dayWords(boundOn);
  return {
    key: id,
    label,
    facts: PHONES_WORDS.facts(bound, dayWords(usedOn)),
    own: isThis ? PHONES_WORDS.own : '',
    spoken: PHONES_WORDS.spoken(label, bound),
  };
}
