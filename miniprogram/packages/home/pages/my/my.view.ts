/** The household's own page: what is stored, in whose hands it is, and who looked. */
import type { Receipt, HouseholdView as StoredHousehold } from '@domain/contract/census';
import type { Plate } from '@domain/census/door';
import type { ReturnReason } from '@domain/census/return-reason';
import { ROLE_WORDS, type Role } from '@domain/identity/role';
import { dayWords, momentWords, type Day } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { DONE_WORDS } from '../../../../messages/census';
import { actWords, HOUSEHOLD_STATE_WORDS, HOUSEHOLD_WORDS } from '../../../../messages/household';
import { closedWords, returnedWords } from '../../../../pages/census/done/done.view';
import { linesOf, type Line } from '../../../../pages/census/review/review.view';
import { problemFace } from '../../problem-face';

export interface Stored {
  doorId: string;
  plate: Plate;
  household: StoredHousehold;
  consent: { withdrawnOn?: string | undefined };
}

export interface Look {
  id: string;
  at: number;
  role: Role;
  act: string;
  fields: readonly string[];
  reason?: string | undefined;
}

export type SentState = 'queued' | 'waiting' | 'submitted' | 'returned' | 'closed' | 'over';

/**
 * stored: bound, everything is shown · sent: a receipt and its state, no answer · settled: the same once it was confirmed ·
 * else one sentence.
 */
export type MyFace = 'stored' | 'sent' | 'settled' | 'empty' | 'offline' | 'problem';

export interface MyView {
  face: MyFace;
  /** How a form that was sent looks: on its way, or come back. */
  sentFace: 'waiting' | 'problem';
  compound: string;
  line: string;
  code: string;
  sentence: string;
  detail: string;
  action: string;
  lines: readonly Line[];
  canChange: boolean;
}

const NOTHING = {
  sentFace: 'waiting' as const,
  compound: '',
  line: '',
  code: '',
  sentence: '',
  detail: '',
  action: '',
  lines: [],
  canChange: false,
};

export function viewStored({ plate, household, consent }: Stored): MyView {
  const { withdrawnOn } = consent;
  return {
    ...NOTHING,
    ...plate,
    face: 'stored',
    sentence: HOUSEHOLD_STATE_WORDS[household.state],
    detail:
      withdrawnOn === undefined ? detailOf(household) : HOUSEHOLD_WORDS.withdrawn(dayWords(withdrawnOn)),
    lines: linesOf(household.form)
      .filter(({ value }) => value !== '')
      .map((line) => ({ ...line, editable: false })),
    canChange: withdrawnOn === undefined && household.state !== 'closed',
  };
}

/** When it was filled in, and where its tenancy stands. */
function detailOf({ filledOn, tenancyState, isTenancySettled }: StoredHousehold): string {
  const words = HOUSEHOLD_WORDS.filledOn(dayWords(filledOn));
  if (tenancyState === undefined) return words;
  const { asked, settled, others } = HOUSEHOLD_WORDS.tenancy;
  const confirmed = isTenancySettled === true ? settled : HOUSEHOLD_WORDS.tenancy.confirmed;
  const state = { asked, confirmed, refused: others, ended: '' }[tenancyState as string] ?? others;
  return state === '' ? words : `${words}，${state}`;
}

/** What is stored after the household said that nothing changed. */
export function afterSame(stored: Stored, today: Day): Stored {
  const { household } = stored;
  return { ...stored, household: { ...household, version: household.version + 1, filledOn: today } };
}

/** What is left after the consent was withdrawn: the ways to reach and to help this home are erased. */
export function afterWithdrawal(stored: Stored, today: Day): Stored {
  const { household, consent } = stored;
  const form = { ...household.form, phone: { number: '' }, vehicles: [], care: [], contactOk: false };
  delete form.suggestion;
  return {
    ...stored,
    household: { ...household, version: household.version + 1, form },
    consent: { ...consent, withdrawnOn: today },
  };
}

const SENT_ACTIONS: Readonly<Record<SentState, string>> = {
  queued: '',
  waiting: HOUSEHOLD_WORDS.correct,
  submitted: '',
  returned: HOUSEHOLD_WORDS.toEntry,
  closed: HOUSEHOLD_WORDS.toEntry,
  over: HOUSEHOLD_WORDS.toEntry,
};

/** When the home that came of a form ended, and whether it is listed with another one; or why the form came back. */
interface FormEnd {
  closedOn?: Day | undefined;
  isMerged?: boolean | undefined;
  reason?: ReturnReason | undefined;
}

/** Not bound yet: nothing that was answered is shown, only that it arrived, and the way to what was typed while it waits. */
export function viewSent(state: SentState, receipt: Receipt | undefined, end: FormEnd = {}): MyView {
  const code = receipt?.code ?? '';
  const sent = {
    ...NOTHING,
    ...receipt?.plate,
    face: 'sent' as const,
    code,
    sentence: HOUSEHOLD_WORDS[state],
  };
  const action = SENT_ACTIONS[state];
  if (state === 'returned' || state === 'over') {
    const detail = state === 'over' ? DONE_WORDS.overDetail : returnedWords(end.reason, DONE_WORDS);
    return { ...sent, sentFace: 'problem', action, detail };
  }
  if (state !== 'closed') return { ...sent, action, canChange: state === 'waiting' };
  const [sentence, detail] = closedWords(end, DONE_WORDS);
  return { ...sent, action: end.isMerged === true ? '' : action, sentence, detail };
}

/** For whom the street has confirmed a home that is not theirs to read: whoever filled for family, and the holder of a bed. */
export type SettledFor = keyof typeof HOUSEHOLD_WORDS.settled;

export function viewSettled(of: SettledFor, { code, plate }: Receipt): MyView {
  const { settled, settledDetail } = HOUSEHOLD_WORDS;
  return { ...NOTHING, ...plate, face: 'settled', code, sentence: settled[of], detail: settledDetail[of] };
}

export function viewNothing(): MyView {
  return {
    ...NOTHING,
    face: 'empty',
    sentence: HOUSEHOLD_WORDS.empty,
    detail: HOUSEHOLD_WORDS.emptyDetail,
    action: HOUSEHOLD_WORDS.toEntry,
  };
}

export function viewProblem(problem: Pick<ProblemReport, 'code' | 'details'>): MyView {
  return { ...NOTHING, ...problemFace(problem, HOUSEHOLD_WORDS) };
}

/** 谁看过: role, act, day and reason; never a name. */
export function viewLooks(looks: readonly Look[]): Line[] {
  return looks.map(({ id, at, role, act, fields, reason = '' }) => ({
    key: id,
    label: momentWords(at),
    value: `${ROLE_WORDS[role]}${actWords(act, fields)}`,
    note: reason,
    editable: false,
  }));
}
