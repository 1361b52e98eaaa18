/** What a team has done, for its leader and its community: the sum, and each service as it came. */
import type { TeamHours } from '@domain/contract/team';
import { dayWords } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { minutesWords } from '@domain/volunteer/service-hours';
import { STAFF_WORDS } from '../../../../messages/staff';
import { HOURS_SOURCE_WORDS } from '../../../../messages/helping';
import { TEAM_HOURS_WORDS as WORDS, TEAM_WORDS } from '../../../../messages/team';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { lostFace } from '../../services/team-face';

export interface HoursRead {
  readonly name: string;
  readonly grantedMinutes: number;
  readonly hours: readonly TeamHours[];
  readonly next?: string | undefined;
}

interface Row {
  key: string;
  title: string;
  note: string;
}

export interface HoursView extends FaceView {
  name: string;
  sum: string;
  rows: readonly Row[];
  hasMore: boolean;
}

const NOTHING: HoursView = { ...CONTENT, name: '', sum: '', rows: [], hasMore: false };

export function lostHours(problem: Pick<ProblemReport, 'code' | 'details'> | undefined): HoursView {
  return { ...NOTHING, ...lostFace(problem) };
}

/** Of the office, which is no member: what is not there is not there. */
export function refusedHours(face: FaceView): HoursView {
  return { ...NOTHING, ...face };
}

function rowOf({ id, name, source, title, minutes, day }: TeamHours): Row {
  const who = name === '' ? WORDS.former : name;
  return {
    key: id,
    title: title === '' ? HOURS_SOURCE_WORDS[source] : title,
    note: [who, minutesWords(minutes), dayWords(day)].join(' · '),
  };
}

export function viewHours({ name, grantedMinutes, hours, next }: HoursRead, isOffice = false): HoursView {
  if (hours.length === 0) {
    const { none: sentence, noneDetail: detail } = WORDS;
    return {
      ...NOTHING,
      face: 'empty',
      sentence,
      detail,
      action: isOffice ? STAFF_WORDS.back : TEAM_WORDS.back,
    };
  }
  const sum = WORDS.sum(minutesWords(grantedMinutes));
  return { ...NOTHING, name, sum, rows: hours.map(rowOf), hasMore: next !== undefined };
}
