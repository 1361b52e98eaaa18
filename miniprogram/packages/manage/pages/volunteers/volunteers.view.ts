/** Who offers to help and who helps, state by state, and one of them at hand with what may be decided. */
import type { ListedVolunteer } from '@domain/contract/volunteer';
import { momentWords } from '@domain/kernel/day';
import type { VolunteerState } from '@domain/volunteer/volunteer-state';
import { HELP_TIME_WORDS, SKILL_WORDS } from '../../../../messages/helping';
import { VOLUNTEERS_WORDS as WORDS } from '../../../../messages/volunteers';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

export type Verdict = keyof typeof WORDS.acts;

export interface DeskState {
  show: VolunteerState;
  volunteers: readonly ListedVolunteer[];
  next: string | undefined;
  chosenId: string;
}

interface Row {
  key: string;
  name: string;
  note: string;
  isChosen: boolean;
}

interface Act {
  name: Verdict;
  label: string;
  style: string;
}

export interface DeskView extends FaceView {
  show: VolunteerState;
  rows: readonly Row[];
  nothing: string;
  hasMore: boolean;
  chosen: string;
  lines: readonly string[];
  acts: readonly Act[];
}

export const NOBODY_YET: DeskState = { show: 'applied', volunteers: [], next: undefined, chosenId: '' };

const ACTS: Readonly<Record<VolunteerState, readonly Verdict[]>> = {
  applied: ['approve', 'return'],
  approved: ['pause', 'end'],
  paused: ['resume', 'end'],
  returned: [],
  ended: [],
};
const STYLES: Readonly<Record<Verdict, string>> = {
  approve: 'button--primary',
  resume: 'button--primary',
  return: '',
  pause: '',
  end: 'button--danger',
};

/** These are told with a reason. */
export function takesReason(verdict: Verdict): verdict is 'return' | 'pause' | 'end' {
  return verdict in WORDS.asks;
}

const listed = (words: readonly string[]): string => words.join('、');
const skillsOf = ({ skills }: ListedVolunteer): string => listed(skills.map((skill) => SKILL_WORDS[skill]));

function linesOf(volunteer: ListedVolunteer): string[] {
  const { phone, isAdult, hasGuardian, isReused, times, compounds, at } = volunteer;
  const minor = hasGuardian ? WORDS.minor : WORDS.minorAlone;
  const lines = [
    WORDS.phone(phone),
    isAdult ? '' : minor,
    WORDS.can(skillsOf(volunteer)),
    WORDS.free(listed(times.map((time) => HELP_TIME_WORDS[time]))),
    WORDS.near(listed(compounds)),
    isReused ? WORDS.reused : WORDS.typed,
    WORDS.since(momentWords(at)),
  ];
  return lines.filter((line) => line !== '');
}

export function viewDesk({ show, volunteers, next, chosenId }: DeskState): DeskView {
  const chosen = volunteers.find(({ id }) => id === chosenId);
  const acts = chosen === undefined ? [] : ACTS[chosen.state];
  return {
    ...CONTENT,
    show,
    rows: volunteers.map((one) => ({
      key: one.id,
      name: one.name,
      note: skillsOf(one),
      isChosen: one === chosen,
    })),
    nothing: volunteers.length === 0 ? WORDS.none[show] : '',
    hasMore: next !== undefined,
    chosen: chosen?.name ?? '',
    lines: chosen === undefined ? [] : linesOf(chosen),
    acts: acts.map((name) => ({ name, label: WORDS.acts[name], style: STYLES[name] })),
  };
}
