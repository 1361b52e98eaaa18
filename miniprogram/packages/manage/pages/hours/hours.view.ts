/** Hours that wait for somebody's word, and the entry of hours by hand, for which a third person has to agree. */
import type { ListedHours, ListedVolunteer } from '@domain/contract/volunteer';
import { dayWords } from '@domain/kernel/day';
import type { ManualGround } from '@domain/volunteer/service-hours';
import { HOURS_SOURCE_WORDS, MANUAL_GROUND_WORDS } from '../../../../messages/helping';
import { HOURS_WORDS as WORDS } from '../../../../messages/volunteers';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

export type Show = keyof typeof WORDS.shows;

export interface HoursDesk {
  show: Show;
  hours: readonly ListedHours[];
  next: string | undefined;
  /** The row that is being corrected; '' for none. */
  correctedId: string;
  /** Whom hours may be entered for; undefined while none are being entered. */
  volunteers: readonly ListedVolunteer[] | undefined;
  moreVolunteers: string | undefined;
  volunteerId: string;
  ground: ManualGround | '';
  day: string;
}

interface Row {
  key: string;
  name: string;
  title: string;
  minutes: string;
  note: string;
  /** '' · own: a sentence instead of buttons · decide. */
  way: 'own' | 'decide';
  isCorrecting: boolean;
  mayCorrect: boolean;
}

export interface HoursView extends FaceView {
  show: Show;
  rows: readonly Row[];
  nothing: string;
  hasMore: boolean;
  isEntering: boolean;
  volunteers: readonly { value: string; label: string }[];
  noVolunteers: string;
  hasMoreVolunteers: boolean;
  volunteerId: string;
  ground: string;
  day: string;
  dayLabel: string;
}

export const NO_HOURS: HoursDesk = {
  show: 'waiting',
  hours: [],
  next: undefined,
  correctedId: '',
  volunteers: undefined,
  moreVolunteers: undefined,
  volunteerId: '',
  ground: '',
  day: '',
};

function rowOf(row: ListedHours, { show, correctedId }: HoursDesk): Row {
  const { id, name, title, source, minutes, day, ground, note, isOwn } = row;
  const what = title === '' ? HOURS_SOURCE_WORDS[source] : title;
  const why = ground === undefined ? '' : MANUAL_GROUND_WORDS[ground];
  return {
    key: id,
    name,
    title: `${what} · ${dayWords(day)}`,
    minutes: WORDS.minutesOf(minutes),
    note: [why, WORDS.note(note)].filter((part) => part !== '').join(' '),
    way: isOwn ? 'own' : 'decide',
    isCorrecting: id === correctedId,
    mayCorrect: show === 'disputed' && id !== correctedId,
  };
}

export function viewHours(state: HoursDesk): HoursView {
  const { show, hours, next, volunteers, moreVolunteers, volunteerId, ground, day } = state;
  return {
    ...CONTENT,
    show,
    rows: hours.map((row) => rowOf(row, state)),
    nothing: hours.length === 0 ? WORDS.none[show] : '',
    hasMore: next !== undefined,
    isEntering: volunteers !== undefined,
    volunteers: (volunteers ?? []).map(({ id, name }) => ({ value: id, label: name })),
    noVolunteers: volunteers?.length === 0 ? WORDS.noVolunteers : '',
    hasMoreVolunteers: moreVolunteers !== undefined,
    volunteerId,
    ground,
    day,
    dayLabel: day === '' ? '' : WORDS.day(dayWords(day)),
  };
}

/** Undefined while something is missing. */
export function entryOf(
  { volunteerId, ground, day }: HoursDesk,
  { minutes, reason }: { readonly minutes: string; readonly reason: string },
) {
  const whole = Number(minutes);
  if (volunteerId === '' || ground === '' || !Number.isInteger(whole) || whole < 1) return undefined;
  return { volunteerId, minutes: whole, day, ground, reason: reason.trim() };
}
