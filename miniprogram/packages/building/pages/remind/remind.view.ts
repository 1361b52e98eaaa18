/** What a building head may send to the group: a card and a text, both of figures alone. */
import { plateWords } from '@domain/area/plate';
import { cardTitle, LAST_DOORS, reminderText } from '@domain/building/share-card';
import type { BuildingCard } from '@domain/contract/building';
import type { ProblemReport } from '@domain/kernel/problem';
import { sentenceFor } from '@domain/kernel/problem';
import { dayWords } from '@domain/kernel/day';
import { REMIND_WORDS } from '../../../../messages/building';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';

export interface GroupLine {
  id: string;
  boundOn: string;
  reach: number;
}

export interface RemindState {
  kept: Kept<BuildingCard>;
  /** What was just done, or why it was not. */
  said: string;
  /** Undefined until somebody asks. */
  groups: readonly GroupLine[] | undefined;
  /** What became of a group. */
  notice: string;
}

export interface RemindView extends FaceView {
  stale: string;
  building: string;
  title: string;
  done: number;
  due: number;
  isDone: boolean;
  text: string;
  said: string;
  groups: readonly { key: string; label: string; reach: string }[];
  notice: string;
  noGroups: string;
}

const NOTHING: RemindView = {
  ...CONTENT,
  stale: '',
  building: '',
  title: '',
  done: 0,
  due: 0,
  isDone: false,
  text: '',
  said: '',
  groups: [],
  notice: '',
  noGroups: '',
};

/** A façade of which no number is said: all of it lit. */
const QUIET = { handedIn: 30 - LAST_DOORS, due: 30 };

export function viewRemind({ kept, said, groups, notice }: RemindState): RemindView {
  const { data, problem, at } = kept;
  if (data === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  const { handedIn, due } = data.counts ?? QUIET;
  // The façade says building and figures itself.
  const isCounted = data.state === 'open' && data.counts !== undefined;
  return {
    ...NOTHING,
    stale: staleWords(problem, at),
    building: plateWords(data.plate),
    title: isCounted ? '' : cardTitle(data),
    done: handedIn,
    due,
    isDone: data.state === 'all',
    text: reminderText(data),
    said,
    notice,
    groups: (groups ?? []).map(({ id, boundOn, reach }) => ({
      key: id,
      label: REMIND_WORDS.group(dayWords(boundOn)),
      reach: REMIND_WORDS.reach(reach),
    })),
    noGroups: groups?.length === 0 ? REMIND_WORDS.noGroups : '',
  };
}

/** Why no text was given: too soon after the last one, or in the night. */
export function refusedWords({ code, details }: ProblemReport): string {
  if (code !== 'WRONG_STATE') return sentenceFor({ code, details });
  return details['hindrance'] === 'night' ? REMIND_WORDS.night : REMIND_WORDS.tooSoon;
}
