/** The end of a registration, as far as it came: on the phone, on its way, with the street. */
import type { Receipt } from '@domain/contract/census';
import { sentenceFor } from '@domain/kernel/problem';
import { CHINESE, type Language } from '../../../messages/language';
import { isPassing, type OutboxEntry } from '../../../services/outbox-entry';
import { isRecord } from '../../../services/storage';

/** waiting: on its way · offline: safe on the phone, no network · problem: the person must look · receipt: with the street. */
export type DoneFace = 'waiting' | 'offline' | 'problem' | 'receipt';

export interface DoneView {
  face: DoneFace;
  sentence: string;
  detail: string;
  /** What the person may do about it; '' where nothing is to be done. */
  action: string;
  compound: string;
  line: string;
  code: string;
  note: string;
  steps: readonly string[];
  /** Where the code to say at the door stands, for whoever filled for others; '' for anybody else. */
  invitationId: string;
  /** Confirmed and lit, or about to light. */
  isLit: boolean;
}

interface Submitted {
  receipt: Receipt;
  state: 'waiting' | 'submitted';
  invitationId?: string;
}

export function viewDone(entry: OutboxEntry, language: Language = CHINESE): DoneView {
  const { done } = language.words;
  const submitted = submittedOf(entry);
  if (submitted !== undefined) return viewReceipt(submitted, language);
  const { problem } = entry;
  const base = {
    action: '',
    compound: '',
    line: '',
    code: '',
    note: '',
    invitationId: '',
    steps: [],
    isLit: false,
  };
  if (problem !== undefined && !isPassing(problem.code)) {
    return {
      ...base,
      face: 'problem',
      sentence: language.say(sentenceFor(problem)),
      detail: done.refusedDetail,
      action: done.mend,
    };
  }
  if (problem !== undefined) {
    const { queued: sentence, queuedDetail: detail, again: action } = done;
    return { ...base, face: 'offline', sentence, detail, action };
  }
  return { ...base, face: 'waiting', sentence: done.sending, detail: done.queuedDetail };
}

/** What submitForm answered; undefined while it has not. */
export function submittedOf({ state, answer }: OutboxEntry): Submitted | undefined {
  const isAnswered = state === 'saved' || state === 'confirmed';
  return isAnswered && isRecord(answer) && isRecord(answer['receipt'])
    ? (answer as unknown as Submitted)
    : undefined;
}

function viewReceipt({ receipt, state, invitationId = '' }: Submitted, language: Language): DoneView {
  const { done } = language.words;
  const isOwn = invitationId === '';
  const steps = isOwn ? done.nextSteps : done.nextStepsProxy;
  const isBound = state === 'submitted';
  return {
    face: 'receipt',
    sentence: isBound ? done.submitted : done.waiting,
    detail: '',
    action: '',
    compound: receipt.plate.compound,
    line: receipt.plate.line,
    code: receipt.code,
    note: isOwn ? done.receiptNote(receipt.day) : done.receiptOf(receipt.day),
    isLit: isBound,
    invitationId,
    steps: isBound ? done.nextStepsBound : steps,
  };
}
