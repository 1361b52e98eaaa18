/** Where the filling for a family stands: an invitation, a draft, a code to say, or a plain way for whom it is not meant. */
import type { familyContract } from '@domain/contract/family';
import type { Campaign } from '@domain/contract/session';
import type { Helper } from '@domain/census/household-form';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { PROBLEM_SENTENCES, type ProblemCode } from '@domain/kernel/problem';
import { nameSentence, readName } from '@domain/register/person-name';
import { RELATION_CODES } from '@domain/census/codes';
import { relationWords } from '@domain/codes/tables';
import { DONE_WORDS, ENTRY_WORDS } from '../../../../messages/census';
import { INVITATION_WORDS } from '../../../../messages/family';

export type Opened = ProcedureOutput<(typeof familyContract)['openInvitation']>;
export type Own = ProcedureOutput<(typeof familyContract)['readInvitation']>;

type Asker = Pick<Campaign, 'streetName' | 'publicPhone'>;
type Shown = Pick<Opened, 'verdict' | 'plate'> & { readonly campaign: Asker };

/** What the phone knows beside the answer. */
interface Around {
  readonly isBegun: boolean;
  readonly campaign: Asker | undefined;
  /** What the way back is called. */
  readonly home: string;
}

/** ask: to be accepted · filling: a draft to go on with · code: to be said · end: one sentence and one way on. */
export interface InvitationView {
  face: 'ask' | 'filling' | 'code' | 'end';
  /** Who asks, and the number to ask back. */
  office: string;
  phone: string;
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
  office: '',
  phone: '',
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

/** Why the household is asked, and for how long it is kept: the lines of the notice that decide. */
export const NOTICE = [
  { key: 'why', label: ENTRY_WORDS.why, value: ENTRY_WORDS.whyText },
  { key: 'whoSees', label: ENTRY_WORDS.whoSees, value: ENTRY_WORDS.whoSeesText },
  { key: 'howLong', label: ENTRY_WORDS.howLong, value: ENTRY_WORDS.howLongText },
];

interface Said {
  readonly name: string;
  readonly relation: string;
  readonly isAgreed: boolean;
}

/** Who fills, as the form keeps it; undefined while something of it is missing. */
export function helperOf({ name: typed, relation: chosen }: Said): Helper | undefined {
  const name = readName(typed);
  const relation = RELATION_CODES.find((code) => String(code) === chosen);
  return name === undefined || relation === undefined ? undefined : { name, relation };
}

/** What is missing before the filling starts, in the order of the page: by its field, in one sentence each. */
export type Missing = Partial<Record<keyof Said, string>>;

export function missingOf({ name, relation, isAgreed }: Said): Missing {
  const { nameMissing, relationMissing } = INVITATION_WORDS;
  const nameWrong = nameSentence(name, nameMissing);
  return {
    ...(nameWrong === undefined ? {} : { name: nameWrong }),
    ...(relation === '' ? { relation: relationMissing } : {}),
    ...(isAgreed ? {} : { isAgreed: PROBLEM_SENTENCES.CONSENT_REQUIRED }),
  };
}

function askerOf(campaign: Asker | undefined): Pick<InvitationView, 'office' | 'phone'> {
  return { office: campaign?.streetName ?? '', phone: campaign?.publicPhone ?? '' };
}

export function viewOpened({ verdict, plate, campaign }: Shown): InvitationView {
  if (verdict !== 'plain') return { ...EMPTY, ...plate, ...askerOf(campaign) };
  const { plain, plainDetail, plainGo } = INVITATION_WORDS;
  return { ...EMPTY, ...plate, face: 'end', sentence: plain, detail: plainDetail, action: plainGo };
}

export function viewOwn(own: Own, { isBegun, campaign, home }: Around): InvitationView {
  const { stage, plate, spokenCode = '', receipt } = own;
  const slip =
    receipt === undefined ? {} : { receipt: receipt.code, note: DONE_WORDS.receiptOf(receipt.day) };
  // For a neighbour the code goes on a slip, for a family far away through the telephone.
  const said = own.isAloud === true ? { ...INVITATION_WORDS, ...INVITATION_WORDS.aloud } : INVITATION_WORDS;
  const { codeTitle, codeDetail } = said;
  const base = { ...EMPTY, ...plate, ...slip, codeTitle, codeDetail };
  if (stage === 'filling') return { ...base, ...askerOf(campaign), face: isBegun ? 'filling' : 'ask' };
  if (stage === 'sent') return { ...base, face: 'code', code: spokenCode, action: home };
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
  if (code === 'NOT_FOUND' || code === 'VALIDATION') {
    return { ...EMPTY, face: 'end', sentence: lost, detail: lostDetail, action: home };
  }
  const isOffline = code === 'OFFLINE';
  return {
    ...EMPTY,
    face: 'end',
    kind: isOffline ? 'offline' : 'problem',
    sentence: isOffline ? offline : sentence,
    detail: isOffline ? offlineDetail : '',
    action: again,
  };
}
