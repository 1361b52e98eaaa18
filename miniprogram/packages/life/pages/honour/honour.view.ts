/** What everybody may read of a community's volunteers: figures, names of those who allowed it, and every entry by hand. */
import type { VolunteerBoard } from '@domain/contract/volunteer';
import { dayWords, momentWords } from '@domain/kernel/day';
import { minutesWords, type HoursState, type ManualGround } from '@domain/volunteer/service-hours';
import { HOURS_STATE_WORDS, MANUAL_GROUND_WORDS } from '../../../../messages/helping';
import { HONOUR_WORDS } from '../../../../messages/volunteer';
import { CONTENT_FACE, emptyFace, type WishFace } from '../../services/wish-face';

export type Part = keyof typeof HONOUR_WORDS.parts;
export interface Thanked {
  readonly name: string;
  readonly since: string;
}
export interface ManualEntry {
  readonly day: string;
  readonly minutes: number;
  readonly ground: ManualGround;
  readonly state: HoursState;
}

export interface HonourState {
  boards: readonly VolunteerBoard[];
  chosenId: string;
  part: Part;
  names: readonly Thanked[] | undefined;
  entries: readonly ManualEntry[] | undefined;
  next: string | undefined;
}

export const NOTHING: HonourState = {
  boards: [],
  chosenId: '',
  part: 'names',
  names: undefined,
  entries: undefined,
  next: undefined,
};

interface Row {
  key: string;
  title: string;
  note: string;
}

export interface HonourView extends WishFace {
  communities: readonly { value: string; label: string }[];
  chosenId: string;
  figures: string;
  hours: string;
  asOf: string;
  part: Part;
  hint: string;
  rows: readonly Row[];
  nothing: string;
  hasMore: boolean;
}

function rowsOf({ part, names, entries }: HonourState): Row[] | undefined {
  if (part === 'names') {
    return names?.map(({ name, since }, at) => ({
      key: String(at),
      title: name,
      note: HONOUR_WORDS.since(dayWords(since)),
    }));
  }
  return entries?.map(({ day, minutes, ground, state }, at) => ({
    key: String(at),
    title: `${dayWords(day)} · ${minutesWords(minutes)}`,
    note: `${MANUAL_GROUND_WORDS[ground]} · ${HOURS_STATE_WORDS[state]}`,
  }));
}

export function viewHonour(state: HonourState): HonourView {
  const { boards, chosenId, part, next } = state;
  const { empty, emptyDetail, toVolunteer, noNames, noManual, namesHint, manualHint } = HONOUR_WORDS;
  const board = boards.find(({ id }) => id === chosenId);
  const rows = rowsOf(state);
  return {
    ...(boards.length > 0 ? CONTENT_FACE : emptyFace(empty, emptyDetail, toVolunteer)),
    communities: boards.map(({ id, name }) => ({ value: id, label: name })),
    chosenId,
    figures: board === undefined ? '' : HONOUR_WORDS.figures(board.volunteers, board.teams),
    hours: board === undefined ? '' : HONOUR_WORDS.hours(board.grantedHours),
    asOf: board === undefined ? '' : HONOUR_WORDS.asOf(momentWords(board.asOf)),
    part,
    hint: part === 'names' ? namesHint : manualHint,
    rows: rows ?? [],
    nothing: rows?.length === 0 ? (part === 'names' ? noNames : noManual) : '',
    hasMore: next !== undefined,
  };
}
