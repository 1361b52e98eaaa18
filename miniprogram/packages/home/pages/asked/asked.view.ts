/** What a landlord is asked: the door, a masked name, days; nothing else of anybody is shown. */
import type { AskedTenancy } from '@domain/contract/tenancy';
import { dayWords, fullDayWords } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { isSettledByWorker, nextTenancyState } from '@domain/tenancy/tenancy-state';
import { ASKED_STATES, ASKED_WORDS } from '../../../../messages/tenancy';
import { problemFace } from '../../problem-face';

interface Line {
  key: string;
  label: string;
  value: string;
  note: string;
  editable: boolean;
}

export interface AskedCard {
  id: string;
  compound: string;
  line: string;
  state: string;
  detail: string;
  lines: readonly Line[];
  canAnswer: boolean;
  canReport: boolean;
}

export interface AskedView {
  face: 'content' | 'empty' | 'offline' | 'problem';
  sentence: string;
  detail: string;
  action: string;
  /** What is shown only to the number that was named, and why it is asked for; empty once that has shown everything. */
  locked: string;
  lockedDetail: string;
  cards: readonly AskedCard[];
}

interface Asked {
  readonly tenancies: readonly AskedTenancy[];
  readonly hidden: number;
}

const NOTHING: AskedView = {
  face: 'content',
  sentence: '',
  detail: '',
  action: '',
  locked: '',
  lockedDetail: '',
  cards: [],
};

function line(key: string, value: string): Line {
  return { key, label: ASKED_WORDS[key as 'tenant'], value, note: '', editable: false };
}

function viewCard(tenancy: AskedTenancy): AskedCard {
  const { id, plate, tenant, startOn, endOn, hasContract, state, dueOn, answer } = tenancy;
  const canAnswer = nextTenancyState(state, 'yes') !== undefined;
  return {
    id,
    ...plate,
    state: isSettledByWorker(state, answer?.word) ? ASKED_WORDS.settled : ASKED_STATES[state],
    detail: dueOn === undefined ? '' : ASKED_WORDS.dueOn(dayWords(dueOn)),
    lines: [
      line('tenant', tenant === '' ? ASKED_WORDS.child : tenant),
      line('from', fullDayWords(startOn)),
      line('until', endOn === undefined ? ASKED_WORDS.openEnd : fullDayWords(endOn)),
      line('contract', hasContract ? ASKED_WORDS.signed : ASKED_WORDS.unsigned),
    ],
    canAnswer,
    canReport: nextTenancyState(state, 'movedOut') !== undefined,
  };
}

/** `hasNumber`: the phone's own number was shown. What was said before its holder registered is found by nothing else. */
export function viewAsked({ tenancies, hidden }: Asked, hasNumber: boolean): AskedView {
  const { before, beforeDetail, ownNumberDetail } = ASKED_WORDS;
  const cards = tenancies.map(viewCard);
  if (hidden > 0) {
    return { ...NOTHING, locked: ASKED_WORDS.hidden(hidden), lockedDetail: ownNumberDetail, cards };
  }
  if (!hasNumber) return { ...NOTHING, locked: before, lockedDetail: beforeDetail, cards };
  if (cards.length > 0) return { ...NOTHING, cards };
  const { empty, emptyDetail, toHome } = ASKED_WORDS;
  return { ...NOTHING, face: 'empty', sentence: empty, detail: emptyDetail, action: toHome };
}

/** Whoever is bound to no home of their own cannot be recognised as a landlord. */
export function viewUnknown(): AskedView {
  const { lost, lostDetail, toHome } = ASKED_WORDS;
  return { ...NOTHING, face: 'empty', sentence: lost, detail: lostDetail, action: toHome };
}

export function viewProblem(problem: Pick<ProblemReport, 'code' | 'details'>): AskedView {
  return { ...NOTHING, ...problemFace(problem, ASKED_WORDS) };
}
