/** One door as its building head sees it: number and state, a reminder, and a neighbour's word. Nobody's answer, nobody's name. */
import { doorLine } from '@domain/area/plate';
import type { DoorState } from '@domain/census/codes';
import type { ProblemReport } from '@domain/kernel/problem';
import { sentenceFor } from '@domain/kernel/problem';
import { HEAD_DOOR_WORDS, HEAD_WORDS } from '../../../../messages/building';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, faceOf, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';
import type { DoorMemory } from '../../services/door-memory';
import type { HeadWallAnswer } from '../wall/wall.view';

export type LivesHere = 'yes' | 'no' | 'unsure';

export interface HeadDoorState {
  kept: Kept<HeadWallAnswer>;
  doorId: string;
  /** What came of the reminder. */
  reminded: string;
  /** Why it did not go out, where another touch may still bring it. */
  notReminded: string;
  /** What the head said, and what comes of it. */
  livesHere: LivesHere | '';
  said: string;
  /** A number that a household behind this door allowed to be shown, and for a minute. */
  phone: string;
  /** What was done here before, from this phone. */
  memory: DoorMemory;
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
  notReminded: string;
  /** What a neighbour may know of this door; nothing where nobody asks. */
  ask: string;
  tiles: readonly LivesTile[];
  livesHere: string;
  said: string;
}

interface LivesTile {
  value: LivesHere;
  label: string;
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
  notReminded: '',
  ask: '',
  tiles: [],
  livesHere: '',
  said: '',
};

const TAKEN: readonly DoorState[] = ['filled', 'verified'];

const WORDS = HEAD_DOOR_WORDS;

/** At an open door whether somebody lives there, at a registered one whether it is still they. */
function askedAt(state: DoorState): Pick<HeadDoorView, 'ask' | 'tiles'> {
  const isTaken = TAKEN.includes(state);
  if (!isTaken && state !== 'missing') return { ask: '', tiles: [] };
  const labels = isTaken ? WORDS.stays : WORDS.lives;
  const tiles = (['yes', 'no', 'unsure'] as const).map((value) => ({ value, label: labels[value] }));
  return { ask: isTaken ? WORDS.askTaken : WORDS.ask, tiles };
}

export function viewHeadDoor(at: HeadDoorState): HeadDoorView {
  const { data, problem, at: keptAt } = at.kept;
  if (data === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  const unit = data.units.find(({ id }) => at.doorId.startsWith(`${id}-`));
  const door = unit?.doors.find(({ slot }) => at.doorId === `${unit.id}-${slot}`);
  if (unit === undefined || door === undefined) {
    return { ...NOTHING, ...faceOf({ code: 'NOT_FOUND', details: {} }) };
  }
  const state = HEAD_WORDS.states[door.state];
  return {
    ...NOTHING,
    stale: staleWords(problem, keptAt),
    compound: data.plate.compound,
    line: doorLine(data.plate.line, unit.label, door.room),
    state,
    isOpen: door.state === 'missing',
    isTaken: TAKEN.includes(door.state),
    ...askedAt(door.state),
    phone: at.phone,
    reminded: at.reminded === '' && at.memory.reminded.includes(at.doorId) ? WORDS.tooSoon : at.reminded,
    notReminded: at.notReminded,
    ...saidOf(at, state, TAKEN.includes(door.state)),
  };
}

/** What was said a moment ago, else what was said of the door as it stands. */
function saidOf({ memory, doorId, livesHere, said }: HeadDoorState, state: string, isTaken: boolean) {
  const before = memory.said[doorId];
  if (said !== '' || before?.state !== state) return { livesHere, said };
  return { livesHere: before.word, said: saidWords(before.word, isTaken) };
}

export function saidWords(word: string, isTaken: boolean): string {
  if (word === 'yes') return WORDS.saidYes;
  return isTaken ? WORDS.askedTaken : WORDS.asked;
}

/** When it was last reminded, from wherever, where that is why it is not now. */
export function remindedSince({ code, details }: ProblemReport): number | undefined {
  const { hindrance, since } = details;
  return code === 'WRONG_STATE' && hindrance === 'tooSoon' && typeof since === 'number' ? since : undefined;
}

/** No network, or the night: the door may be reminded as soon as that is over. */
export function passesBy({ code, details }: ProblemReport): boolean {
  return code !== 'WRONG_STATE' || details['hindrance'] === 'night';
}

/** Why this door was not reminded; whether anybody said no is not among the answers. */
export function hindranceWords({ code, details }: ProblemReport): string {
  if (code !== 'WRONG_STATE') return sentenceFor({ code, details });
  if (details['hindrance'] === 'night') return WORDS.night;
  if (details['hindrance'] === 'enough') return WORDS.enough;
  return details['hindrance'] === 'tooSoon' ? WORDS.tooSoon : WORDS.answered;
}

/** Why no number is shown: nobody behind the door said that they may be called, whoever they are. */
export function unrevealedWords(problem: ProblemReport): string {
  return problem.code === 'NOT_FOUND' ? WORDS.notAllowed : sentenceFor(problem);
}
