/** Where the filling for a family stands: an invitation, a draft, a code to say, or a plain way for whom it is not meant. */
import type { familyContract } from '@domain/contract/family';
import type { ProcedureOutput } from '@domain/kernel/contract';
import type { ProblemCode } from '@domain/kernel/problem';
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
  codeTitle: string;
  codeDetail: string;
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
  codeTitle: '',
  codeDetail: '',
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

export function viewOwn(own: Own, isBegun: boolean): InvitationView {
  const { stage, plate, spokenCode = '', receipt } = own;
  const slip =
    receipt === undefined ? {} : { receipt: receipt.code, note: DONE_WORDS.receiptNote(receipt.day) };
  // For a neighbour the code goes on a slip, for a family far away through the telephone.
  const said = own.isAloud === true ? { ...INVITATION_WORDS, ...INVITATION_WORDS.aloud } : INVITATION_WORDS;
  const { codeTitle, codeDetail, home } = said;
  const base = { ...EMPTY, ...plate, ...slip, codeTitle, codeDetail };
  if (stage === 'filling') return { ...base, face: isBegun ? 'filling' : 'ask' };
  if (stage === 'sent') return { ...base, face: 'code', code: spokenCode };
  const words = {
    locked: [said.locked, said.lockedDetail],
    confirmed: [said.confirmed, said.confirmedDetail],
    returned: [said.returned, said.returnedDetail],
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
