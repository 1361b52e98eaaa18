/** The end of a registration, as far as it came: on the phone, on its way, with the street. */
import type { Receipt } from '@domain/contract/census';
import type { ReturnReason } from '@domain/census/return-reason';
import { sentenceFor } from '@domain/kernel/problem';
import { CHINESE, type Language } from '../../../messages/language';
import { isPassing, type OutboxEntry } from '../../../services/outbox-entry';
import { isRecord } from '../../../services/storage';

/**
 * waiting: on its way · offline: safe on the phone, no network · problem: the person must look, or it came back · receipt: with the
 * street · empty: nothing comes of it any more.
 */
export type DoneFace = 'waiting' | 'offline' | 'problem' | 'receipt' | 'empty';

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

/** over: the street has it no longer, and nobody ever decided about it. */
type Standing = 'waiting' | 'submitted' | 'returned' | 'closed' | 'over';

interface Submitted {
  receipt: Receipt;
  state: Standing;
  invitationId?: string;
  reason?: ReturnReason;
  /** The sender has changed it elsewhere: the receipt is that of the newer one. */
  isReplaced?: boolean;
  closedOn?: string | undefined;
  /** It ended since its people are listed in another registration: to register once more would be once too often. */
  isMerged?: boolean | undefined;
}

const NOTHING = {
  action: '',
  compound: '',
  line: '',
  code: '',
  note: '',
  invitationId: '',
  steps: [],
  isLit: false,
};

export function viewDone(entry: OutboxEntry, language: Language = CHINESE): DoneView {
  const { done } = language.words;
  const submitted = submittedOf(entry);
  if (submitted !== undefined) return viewEnd(submitted, language) ?? viewReceipt(submitted, language);
  const { problem } = entry;
  if (problem !== undefined && !isPassing(problem.code)) {
    return {
      ...NOTHING,
      face: 'problem',
      sentence: language.say(sentenceFor(problem)),
      detail: done.refusedDetail,
      action: done.mend,
    };
  }
  if (problem !== undefined) {
    const { queued: sentence, queuedDetail: detail, again: action } = done;
    return { ...NOTHING, face: 'offline', sentence, detail, action };
  }
  return { ...NOTHING, face: 'waiting', sentence: done.sending, detail: done.queuedDetail };
}

/** What submitForm answered; undefined while it has not. */
export function submittedOf({ state, answer }: OutboxEntry): Submitted | undefined {
  const isAnswered = state === 'saved' || state === 'confirmed';
  return isAnswered && isRecord(answer) && isRecord(answer['receipt'])
    ? (answer as unknown as Submitted)
    : undefined;
}

/** What became of a form that nothing comes of: what happened, and what to do. Who filled for others goes back to that. */
function viewEnd(submitted: Submitted, { words: { done } }: Language): DoneView | undefined {
  const { state, reason, invitationId = '', isMerged = false } = submitted;
  if (state === 'waiting' || state === 'submitted') return undefined;
  const ends = {
    returned: [done.returned, returnedWords(reason, done)],
    over: [done.over, done.overDetail],
    closed: closedWords(submitted, done),
  } as const;
  const [sentence, detail] = ends[state];
  const action = invitationId === '' && !isMerged ? done.registerAgain : '';
  return { ...NOTHING, face: state === 'closed' ? 'empty' : 'problem', sentence, detail, action };
}

/** Of a home that has ended: what happened, and what that means for its people. */
export function closedWords(
  { closedOn = '', isMerged = false }: Pick<Submitted, 'closedOn' | 'isMerged'>,
  done: Language['words']['done'],
): readonly [sentence: string, detail: string] {
  if (isMerged) return [done.merged, done.mergedDetail];
  return [closedOn === '' ? done.closed : done.closedOn(closedOn), done.closedDetail];
}

/** Why a form came back, as far as the street says it. */
export function returnedWords(
  reason: ReturnReason | undefined,
  { returnedFor, returnedDetail }: Language['words']['done'],
): string {
  return reason === undefined ? returnedDetail : returnedFor[reason];
}

function viewReceipt(submitted: Submitted, language: Language): DoneView {
  const { receipt, state, invitationId = '' } = submitted;
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
    note: noteOf(submitted, done),
    isLit: isBound,
    invitationId,
    steps: isBound ? done.nextStepsBound : steps,
  };
}

function noteOf(
  { receipt, invitationId = '', isReplaced }: Submitted,
  done: Language['words']['done'],
): string {
  if (isReplaced === true) return done.receiptAnew(receipt.day);
  return invitationId === '' ? done.receiptNote(receipt.day) : done.receiptOf(receipt.day);
}
