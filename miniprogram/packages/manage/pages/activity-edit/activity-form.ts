/** What is written of an activity, between the fields of the page and what is sent. */
import type { ProcedureInput, ProcedureOutput } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { dayOf, dayWords, minuteOf } from '@domain/kernel/day';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { ACTIVITY_EDIT_WORDS as WORDS } from '../../../../messages/activity-edit';

export type DeskActivity = ProcedureOutput<(typeof activityContract)['listDesk']>['activities'][number];
type Written = ProcedureOutput<(typeof activityContract)['readDesk']>;
type Input = ProcedureInput<(typeof activityContract)['edit']>;

const HOUR_MS = 3_600_000;
/** Sign-up ends when it ended before. */
const KEPT = 'kept';
const CAPACITY_MAX = 500;
/** A tile needs a value, where no team is none. */
export const NO_TEAM = 'none';

export interface ActivityForm {
  /** '' for a new one. */
  readonly id: string;
  readonly version: number;
  readonly communityId: string;
  readonly teamId: string;
  readonly title: string;
  readonly place: string;
  readonly body: string;
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly closing: string;
  readonly closesAt: number;
  readonly capacity: string;
  readonly allowance: string;
  /** People have signed up, or may at any moment: neither day nor hour moves. */
  readonly isFixed: boolean;
}

export function newForm(communityId: string, day: string): ActivityForm {
  return {
    ...{ id: '', version: 0, communityId, teamId: NO_TEAM, title: '', place: '', body: '' },
    ...{ day, start: '09:00', end: '11:00', closing: '1', closesAt: 0 },
    ...{ capacity: '20', allowance: '30', isFixed: false },
  };
}

/** In the words that were handed in last, released or not. */
export function formOf(activity: DeskActivity, written: Written): ActivityForm {
  const { id, communityId, teamId, startAt, endAt, closesAt, capacity, left, allowanceMinutes, state } =
    activity;
  const { version, title, place, body } = written;
  const hours = String((startAt - closesAt) / HOUR_MS);
  const isUsual = WORDS.closings.some(({ value }) => value === hours);
  return {
    ...{ id, version, communityId, title, place, body, closesAt },
    teamId: teamId === '' ? NO_TEAM : teamId,
    day: dayOf(startAt),
    start: minuteOf(startAt),
    end: minuteOf(endAt),
    closing: isUsual ? hours : KEPT,
    capacity: String(capacity),
    allowance: String(allowanceMinutes),
    isFixed: state === 'published' || left < capacity,
  };
}

/**
 * What was left unfinished goes before what the cloud has. The version counts from now, and what cannot be chosen any more is as the
 * cloud has it: a day that is over, an hour that is published, another community than one's own.
 */
export function goneOnWith(form: ActivityForm, kept: ActivityForm, earliest: string): ActivityForm {
  const { id, version, isFixed, closesAt, communityId } = form;
  const { day, start, end } = isFixed ? form : kept;
  return {
    ...kept,
    ...{ id, version, isFixed, closesAt, start, end },
    communityId: communityId === '' ? kept.communityId : communityId,
    day: day < earliest ? form.day : day,
  };
}

/** UTC ms of a day and a clock of the street. */
function momentOf(day: string, minute: string): number {
  return Date.parse(`${day}T${minute}:00+08:00`);
}

/** Fields that say for themselves what is wrong, as they stand on the page. */
const FIELDS = ['communityId', 'title', 'place', 'body', 'hours', 'closing', 'capacity', 'teamId'] as const;
type Field = (typeof FIELDS)[number];
/** A sentence a field; '' where nothing is wrong. */
export type Faults = Readonly<Record<Field, string>>;

export const NO_FAULTS: Faults = {
  ...{ communityId: '', title: '', place: '', body: '' },
  ...{ hours: '', closing: '', capacity: '', teamId: '' },
};

function isCapacity(text: string): boolean {
  const count = Number(text);
  return /^\d+$/.test(text) && count >= 1 && count <= CAPACITY_MAX;
}

/** All that a person can mend before anything is sent. */
export function faultsIn({ communityId, title, place, start, end, capacity }: ActivityForm): Faults {
  return {
    ...NO_FAULTS,
    communityId: communityId === '' ? WORDS.communityMissing : '',
    title: title.trim().length < 2 ? WORDS.titleShort : '',
    place: place.trim().length < 2 ? WORDS.placeShort : '',
    hours: end <= start ? WORDS.endWrong : '',
    capacity: isCapacity(capacity) ? '' : WORDS.capacityWrong,
  };
}

/** Where a person begins to mend; undefined where nothing is wrong. */
export function firstFault(faults: Faults): Field | undefined {
  return FIELDS.find((field) => faults[field] !== '');
}

/** What the cloud refuses, by its own names of what it was sent. */
const SENT_AS: Readonly<Record<string, Field>> = { startAt: 'hours', endAt: 'hours', closesAt: 'closing' };

/** A refusal beside the field that it is about; `foot` where it is about none. */
export function refusedIn(problem: Pick<ProblemReport, 'code' | 'details'>): {
  faults: Faults;
  foot: string;
} {
  const named = String(problem.details['field'] ?? '');
  const field = SENT_AS[named] ?? FIELDS.find((one) => one === named);
  const sentence = sentenceFor(problem);
  if (field === undefined) return { faults: NO_FAULTS, foot: sentence };
  return { faults: { ...NO_FAULTS, [field]: sentence }, foot: '' };
}

export function inputOf(form: ActivityForm): Input {
  const { id, version, communityId, teamId, title, place, body, day } = form;
  const startAt = momentOf(day, form.start);
  return {
    ...(id === '' ? {} : { activityId: id, version }),
    communityId,
    ...(teamId === NO_TEAM ? {} : { teamId }),
    ...{ title, place, body },
    startAt,
    endAt: momentOf(day, form.end),
    closesAt: form.closing === KEPT ? form.closesAt : startAt - Number(form.closing) * HOUR_MS,
    capacity: Number(form.capacity),
    allowanceMinutes: Number(form.allowance),
  };
}

export interface FormView {
  community: string;
  day: string;
  dayLabel: string;
  start: string;
  startLabel: string;
  end: string;
  endLabel: string;
  closing: string;
  closings: readonly { value: string; label: string }[];
  allowance: string;
  team: string;
  isFixed: boolean;
}

export function viewForm(form: ActivityForm): FormView {
  const { day, start, end, closing, allowance, teamId, isFixed, communityId, closesAt } = form;
  const kept = closesAt === 0 ? [] : [{ value: KEPT, label: WORDS.closingKept }];
  return {
    community: communityId,
    ...{ day, start, end, closing, allowance, isFixed },
    dayLabel: WORDS.day(dayWords(day)),
    startLabel: WORDS.start(start),
    endLabel: WORDS.end(end),
    closings: [...WORDS.closings, ...kept],
    team: teamId,
  };
}
