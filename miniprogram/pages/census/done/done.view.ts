/** The end of a registration, as far as it came: on the phone, on its way, with the street. */
import type { Receipt } from '@domain/contract/census';
import { dayWords } from '@domain/kernel/day';
import { sentenceFor } from '@domain/kernel/problem';
import { DONE_WORDS } from '../../../messages/census';
import { isPassing, type OutboxEntry } from '../../../services/outbox-entry';
import { isRecord } from '../../../services/storage';

/** sending: on its way · kept: safe on the phone, no network · refused: the person must look · receipt: with the street. */
export type DoneFace = 'sending' | 'kept' | 'refused' | 'receipt';

export interface DoneView {
  face: DoneFace;
  sentence: string;
  detail: string;
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

export function viewDone(entry: OutboxEntry): DoneView {
  const submitted = submittedOf(entry);
  if (submitted !== undefined) return viewReceipt(submitted);
  const { problem } = entry;
  const base = { compound: '', line: '', code: '', note: '', invitationId: '', steps: [], isLit: false };
  if (problem !== undefined && !isPassing(problem.code)) {
    return { ...base, face: 'refused', sentence: sentenceFor(problem), detail: DONE_WORDS.refusedDetail };
  }
  if (problem !== undefined) {
    return { ...base, face: 'kept', sentence: DONE_WORDS.queued, detail: DONE_WORDS.queuedDetail };
  }
  return { ...base, face: 'sending', sentence: DONE_WORDS.sending, detail: DONE_WORDS.queuedDetail };
}

/** What submitForm answered; undefined while it has not. */
export function submittedOf({ state, answer }: OutboxEntry): Submitted | undefined {
  const isAnswered = state === 'saved' || state === 'confirmed';
  return isAnswered && isRecord(answer) && isRecord(answer['receipt'])
    ? (answer as unknown as Submitted)
    : undefined;
}

function viewReceipt({ receipt, state, invitationId = '' }: Submitted): DoneView {
  const steps = invitationId === '' ? DONE_WORDS.nextSteps : DONE_WORDS.nextStepsProxy;
  const isBound = state === 'submitted';
  return {
    face: 'receipt',
    sentence: isBound ? DONE_WORDS.submitted : DONE_WORDS.waiting,
    detail: '',
    compound: receipt.plate.compound,
    line: receipt.plate.line,
    code: receipt.code,
    note: DONE_WORDS.receiptNote(dayWords(receipt.day)),
    isLit: isBound,
    invitationId,
    steps: isBound ? DONE_WORDS.nextStepsBound : steps,
  };
}
