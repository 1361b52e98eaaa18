/** Where the filling for a family stands: an invitation, a draft, a code to say, or a plain way for whom it is not meant. */
import type { familyContract } from '@domain/contract/family';
import type { ProcedureOutput } from '@domain/kernel/contract';
import type { ProblemCode } from '@domain/kernel/problem';
import { dayWords } from '@domain/kernel/day';
import { relationWords } from '@domain/codes/tables';
import { DONE_WORDS } from '../../../../messages/census';
import { INVITATION_WORDS } from '../../../../messages/family';

export type Opened = ProcedureOutput<(typeof familyContract)['openInvitation']>;
export type Own = ProcedureOutput<(typeof familyContract)['readInvitation']>;

/** ask: to be accepted · filling: a draft to go on with · code: to be said · end: one sentence and one way on. */
export interface InvitationView {
  face: 'ask' | 'filling' | 'code' | 'end';
  compound: string;
  line: string;
  code: string;
  receipt: string;
  note: string;
  kind: 'done' | 'empty' | 'problem' | 'offline';
  sentence: string;
  detail: string;
  action: string;
}

const EMPTY: InvitationView = {
  face: 'ask',
  compound: '',
  line: '',
  code: '',
  receipt: '',
  note: '',
  kind: 'empty',
  sentence: '',
  detail: '',
  action: '',
};

/** What the filler may be to the head, in the words of the roster. */
export const RELATIONS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((value) => ({
  value,
  label: relationWords(value),
}));

export function viewOpened({ verdict, plate }: Pick<Opened, 'verdict' | 'plate'>): InvitationView {
  if (verdict !== 'plain') return { ...EMPTY, ...plate };
  const { plain, plainDetail, plainGo } = INVITATION_WORDS;
  return { ...EMPTY, ...plate, face: 'end', sentence: plain, detail: plainDetail, action: plainGo };
}

export function viewOwn({ stage, plate, spokenCode = '', receipt }: Own, isBegun: boolean): InvitationView {
  const slip =
    receipt === undefined
      ? {}
      : { receipt: receipt.code, note: DONE_WORDS.receiptNote(dayWords(receipt.day)) };
  const base = { ...EMPTY, ...plate, ...slip };
  const { home } = INVITATION_WORDS;
  if (stage === 'filling') return { ...base, face: isBegun ? 'filling' : 'ask' };
  if (stage === 'sent') return { ...base, face: 'code', code: spokenCode };
  const words = {
    locked: [INVITATION_WORDS.locked, INVITATION_WORDS.lockedDetail],
    confirmed: [INVITATION_WORDS.confirmed, INVITATION_WORDS.confirmedDetail],
    returned: [INVITATION_WORDS.returned, INVITATION_WORDS.returnedDetail],
  }[stage];
  const kind = stage === 'confirmed' ? 'done' : 'empty';
  return { ...base, face: 'end', kind, sentence: words[0] ?? '', detail: words[1] ?? '', action: home };
}

/** The page has nothing to show. */
export function viewProblem(code: ProblemCode, sentence: string): InvitationView {
  const { lost, lostDetail, offline, offlineDetail, again, home } = INVITATION_WORDS;
  if (code === 'NOT_FOUND') {
    return { ...EMPTY, face: 'end', sentence: lost, detail: lostDetail, action: home };
  }
  const isOffline = code === 'OFFLINE';
  return {
    ...EMPTY,
    face: 'end',
    kind: isOffline ? 'offline' : 'problem',
    sentence: isOffline ? offline : sentence,
    detail: offlineDetail,
    action: again,
  };
}
