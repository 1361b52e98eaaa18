/** Activities as they are made: those of the territory by state, and the one at hand with everybody who comes. */
import type { ProcedureOutput } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { dayOf, dayWords, minuteOf } from '@domain/kernel/day';
import {
  ACTIVITY_EDIT_WORDS as WORDS,
  ACTIVITY_STATE_WORDS,
  ROSTER_PHASES,
  ROSTER_WORDS,
} from '../../../../messages/activity-edit';
import type { WrittenRow } from '../../../../components/written-list/written-list';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { NOTHING_SEEN, type Seen } from '../../services/seen';
import { seenActivity, seenForm } from './activity-seen';
import { NO_TEAM, viewForm, type ActivityForm, type DeskActivity, type FormView } from './activity-form';

export type Roster = ProcedureOutput<(typeof activityContract)['roster']>;

export interface EditState {
  activities: readonly DeskActivity[];
  next: string | undefined;
  communities: readonly { readonly id: string; readonly name: string }[];
  teams: readonly { readonly id: string; readonly name: string }[] | undefined;
  chosenId: string;
  roster: Roster | undefined;
  rosterShown: number;
  form: ActivityForm | undefined;
}

export const PEOPLE_A_PAGE = 20;

export const EMPTY_STATE: EditState = {
  activities: [],
  next: undefined,
  communities: [],
  teams: undefined,
  chosenId: '',
  roster: undefined,
  rosterShown: PEOPLE_A_PAGE,
  form: undefined,
};

interface Line {
  key: string;
  label: string;
  value: string;
}

interface Chosen {
  id: string;
  title: string;
  state: string;
  lines: readonly Line[];
  body: string;
  mayShowCode: boolean;
  mayEdit: boolean;
  mayRelease: boolean;
  mayCancel: boolean;
  stars: string;
  people: readonly Line[];
  hasMorePeople: boolean;
}

export interface EditView extends FaceView {
  heading: string;
  rows: readonly WrittenRow[];
  chosenId: string;
  more: string;
  isWriting: boolean;
  form: FormView | null;
  communities: readonly { value: string; label: string }[];
  /** null until somebody asks for them. */
  teams: readonly { value: string; label: string }[] | null;
  chosen: Chosen | null;
  /** As residents see it: what is being written, what is at hand, or the first of the list. */
  seen: Seen;
  hasSeen: boolean;
}

function whenWords({ startAt, endAt }: DeskActivity): string {
  return `${dayWords(dayOf(startAt))} ${minuteOf(startAt)}–${minuteOf(endAt)}`;
}

function placesWords({ capacity, left, waiting }: DeskActivity): string {
  return WORDS.placesWords(capacity, capacity - left, waiting);
}

const titleOf = ({ title }: DeskActivity): string => (title === '' ? WORDS.untitled : title);

function rowOf(activity: DeskActivity): WrittenRow {
  const { id } = activity;
  return { id, title: titleOf(activity), detail: whenWords(activity), state: placesWords(activity) };
}

function personOf({ name, phase, number, inAt, outAt, minutes }: Roster['people'][number], at: number): Line {
  const words = [
    ROSTER_PHASES[phase](number),
    inAt === 0 ? '' : ROSTER_WORDS.came(minuteOf(inAt)),
    outAt === 0 ? '' : ROSTER_WORDS.left(minuteOf(outAt)),
    minutes === undefined ? '' : ROSTER_WORDS.minutes(minutes),
  ];
  return { key: String(at), label: name, value: words.filter((word) => word !== '').join('，') };
}

function linesOf(activity: DeskActivity): Line[] {
  const line = (label: string, value: string): Line => ({ key: label, label, value });
  const lines = [line(WORDS.when, whenWords(activity)), line(WORDS.places, placesWords(activity))];
  return activity.place === '' ? lines : [line(WORDS.where, activity.place), ...lines];
}

function starsWords(activity: DeskActivity, roster: Roster | undefined): string {
  const { count, average } = roster?.stars ?? { count: 0, average: 0 };
  if (count > 0) return WORDS.stars(count, average);
  return activity.state === 'over' ? WORDS.noStars : '';
}

function hasMorePeople({ roster, rosterShown }: EditState): boolean {
  return roster !== undefined && roster.all > Math.min(rosterShown, roster.people.length);
}

function chosenOf(activity: DeskActivity, state: EditState): Chosen {
  const { id, body } = activity;
  const isOpen = activity.state !== 'cancelled' && activity.state !== 'over';
  return {
    id,
    title: titleOf(activity),
    state: ACTIVITY_STATE_WORDS[activity.state],
    lines: linesOf(activity),
    body,
    mayShowCode: activity.state === 'published',
    mayEdit: isOpen,
    mayRelease: activity.state === 'checking',
    mayCancel: isOpen,
    stars: starsWords(activity, state.roster),
    people: (state.roster?.people ?? []).slice(0, state.rosterShown).map(personOf),
    hasMorePeople: hasMorePeople(state),
  };
}

function seenOf({ form, activities, chosenId, teams }: EditState): Seen {
  if (form !== undefined) return seenForm(form, teams?.find(({ id }) => id === form.teamId)?.name ?? '');
  const activity = activities.find(({ id }) => id === chosenId) ?? activities[0];
  return activity === undefined ? NOTHING_SEEN : seenActivity(activity);
}

const tile = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name });

export function viewEdit(state: EditState): EditView {
  const { activities, next, chosenId, form, communities, teams } = state;
  const chosen = activities.find(({ id }) => id === chosenId);
  const isNew = form?.id === '';
  const seen = seenOf(state);
  return {
    ...CONTENT,
    heading: activities.length > 0 ? WORDS.list : WORDS.none,
    rows: activities.map(rowOf),
    chosenId,
    more: next === undefined ? '' : WORDS.more,
    isWriting: form !== undefined,
    form: form === undefined ? null : viewForm(form),
    communities: isNew && communities.length > 1 ? communities.map(tile) : [],
    teams: teams === undefined ? null : [{ value: NO_TEAM, label: WORDS.noTeam }, ...teams.map(tile)],
    chosen: chosen === undefined || form !== undefined ? null : chosenOf(chosen, state),
    seen,
    hasSeen: seen !== NOTHING_SEEN,
  };
}
