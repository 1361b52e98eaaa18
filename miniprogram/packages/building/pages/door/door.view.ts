/** One door as its building head sees it: number and state, a reminder, and a neighbour's word. Nobody's answer, nobody's name. */
import { doorLine } from '@domain/area/plate';
import type { DoorState } from '@domain/census/codes';
import type { ProblemReport } from '@domain/kernel/problem';
import { sentenceFor } from '@domain/kernel/problem';
import { HEAD_DOOR_WORDS, HEAD_WORDS } from '../../../../messages/building';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, faceOf, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';
import type { HeadWallAnswer } from '../wall/wall.view';

export type LivesHere = 'yes' | 'no' | 'unsure';

export interface HeadDoorState {
  kept: Kept<HeadWallAnswer>;
  doorId: string;
  /** What came of the reminder. */
  reminded: string;
  /** What the head said, and what comes of it. */
  livesHere: LivesHere | '';
  said: string;
  /** A number that a household behind this door allowed to be shown, and for a minute. */
  phone: string;
}

export interface HeadDoorView extends FaceView {
  stale: string;
  compound: string;
  line: string;
  state: string;
  isOpen: boolean;
  /** Somebody is registered behind it; whether they may be called is told to nobody before they are asked why. */
  isTaken: boolean;
  phone: string;
  reminded: string;
  livesHere: string;
  said: string;
}

const NOTHING: HeadDoorView = {
  ...CONTENT,
  stale: '',
  compound: '',
  line: '',
  state: '',
  isOpen: false,
  isTaken: false,
  phone: '',
  reminded: '',
  livesHere: '',
  said: '',
};

const TAKEN: readonly DoorState[] = ['filled', 'verified'];

export const LIVES_TILES = (['yes', 'no', 'unsure'] as const).map((value) => ({
  value,
  label: HEAD_DOOR_WORDS.lives[value],
}));

export function viewHeadDoor(at: HeadDoorState): HeadDoorView {
  const { data, problem, at: keptAt } = at.kept;
  if (data === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  const unit = data.units.find(({ id }) => at.doorId.startsWith(`${id}-`));
  const door = unit?.doors.find(({ slot }) => at.doorId === `${unit.id}-${slot}`);
  if (unit === undefined || door === undefined) {
    return { ...NOTHING, ...faceOf({ code: 'NOT_FOUND', details: {} }) };
  }
  return {
    ...NOTHING,
    stale: staleWords(problem, keptAt),
    compound: data.plate.compound,
    line: doorLine(data.plate.line, unit.label, door.room),
    state: HEAD_WORDS.states[door.state],
    isOpen: door.state === 'missing',
    isTaken: TAKEN.includes(door.state),
    phone: at.phone,
    reminded: at.reminded,
    livesHere: at.livesHere,
    said: at.said,
  };
}

export function isTooSoon({ code, details }: ProblemReport): boolean {
  return code === 'WRONG_STATE' && details['hindrance'] === 'tooSoon';
}

/** Why this door was not reminded; whether anybody said no is not among the answers. */
export function hindranceWords({ code, details }: ProblemReport): string {
  if (code !== 'WRONG_STATE') return sentenceFor({ code, details });
  if (details['hindrance'] === 'night') return HEAD_DOOR_WORDS.night;
  if (details['hindrance'] === 'enough') return HEAD_DOOR_WORDS.enough;
  return details['hindrance'] === 'tooSoon' ? HEAD_DOOR_WORDS.tooSoon : HEAD_DOOR_WORDS.answered;
}

/** Why no number is shown: nobody behind the door said that they may be called, whoever they are. */
export function unrevealedWords(problem: ProblemReport): string {
  return problem.code === 'NOT_FOUND' ? HEAD_DOOR_WORDS.notAllowed : sentenceFor(problem);
}
