/** The next doors, hardest first: what was recorded at each, who can be sent, and which are chosen. */
import { plateWords } from '@domain/area/plate';
import type { HardDoor } from '@domain/contract/tactic';
import { ROLE_WORDS, type Role } from '@domain/identity/role';
import { dayWords } from '@domain/kernel/day';
import { DOOR_STATE_WORDS, STAFF_WORDS } from '../../../../messages/staff';
import { HARD_DOORS_WORDS } from '../../../../messages/tactic';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';

export interface HardDoorsAnswer {
  doors: HardDoor[];
  workers: { seatId: string; role: Role; label: string }[];
  asOf: number;
}

export interface HardDoorsState {
  kept: Kept<HardDoorsAnswer>;
  rowsShown: number;
  /** Place of the chosen worker; -1 where there is none. */
  worker: number;
  chosen: ReadonlySet<string>;
}

interface Row {
  key: string;
  label: string;
  facts: string;
  /** Why it cannot be chosen; empty where it can. */
  hindrance: string;
  isChosen: boolean;
}

export interface HardDoorsView extends FaceView {
  stale: string;
  workers: readonly { value: string; label: string; hint: string }[];
  worker: string;
  mine: string;
  rows: readonly Row[];
  more: string;
  all: string;
  give: string;
  canGive: boolean;
}

export const ROWS_A_PAGE = 20;

const NOTHING: HardDoorsView = {
  ...CONTENT,
  stale: '',
  workers: [],
  worker: '',
  mine: '',
  rows: [],
  more: '',
  all: '',
  give: HARD_DOORS_WORDS.give(0),
  canGive: false,
};

export function viewHardDoors(state: HardDoorsState): HardDoorsView {
  const { data, problem, at } = state.kept;
  if (data === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  if (data.doors.length === 0) return { ...NOTHING, ...emptyFace() };
  const { doors, workers } = data;
  const able = choosable(state);
  const chosen = able.filter(({ id }) => state.chosen.has(id)).length;
  const left = doors.length - state.rowsShown;
  return {
    ...NOTHING,
    stale: staleWords(problem, at),
    workers: workers.map(({ role, label }, place) => ({
      value: String(place),
      label,
      hint: ROLE_WORDS[role],
    })),
    worker: state.worker < 0 ? '' : String(state.worker),
    mine: workers.length === 0 ? HARD_DOORS_WORDS.noWorkers : HARD_DOORS_WORDS.mine(able.length),
    rows: doors.slice(0, state.rowsShown).map((door) => rowOf(door, state)),
    more: left > 0 ? HARD_DOORS_WORDS.more(left) : '',
    all: allWords(able.length, chosen),
    give: HARD_DOORS_WORDS.give(chosen),
    canGive: chosen > 0,
  };
}

/** Doors that the chosen worker can be sent to, and that nobody is sent to yet. */
export function choosable({ kept, worker }: Pick<HardDoorsState, 'kept' | 'worker'>): HardDoor[] {
  return (kept.data?.doors ?? []).filter(({ hasTask, workers }) => !hasTask && workers.includes(worker));
}

/** The worker who can be sent to most of them, the hardest deciding between equals; -1 where nobody can. */
export function firstWorker({ doors, workers }: HardDoorsAnswer): number {
  const reach = workers.map(
    (_, place) => doors.filter((door) => !door.hasTask && door.workers.includes(place)).length,
  );
  return reach.length === 0 ? -1 : reach.indexOf(Math.max(...reach));
}

function allWords(able: number, chosen: number): string {
  if (able === 0) return '';
  return chosen === able ? HARD_DOORS_WORDS.chooseNone : HARD_DOORS_WORDS.chooseAll(able);
}

function rowOf(door: HardDoor, { worker, chosen }: HardDoorsState): Row {
  const { id, plate, workers } = door;
  const canGo = workers.includes(worker);
  const unreachable = workers.length === 0 ? HARD_DOORS_WORDS.nobody : HARD_DOORS_WORDS.otherWorker;
  const hindrance = door.hasTask ? HARD_DOORS_WORDS.hasTask : canGo ? '' : unreachable;
  return {
    key: id,
    label: plateWords(plate),
    facts: factsOf(door).join('，'),
    hindrance,
    isChosen: hindrance === '' && chosen.has(id),
  };
}

function factsOf({ state, attempts, refusals, triedOn }: HardDoor): string[] {
  return [
    ...(state === 'missing' ? [] : [DOOR_STATE_WORDS[state] ?? '']),
    ...(attempts === 0 ? [] : [HARD_DOORS_WORDS.attempts(attempts)]),
    ...(refusals === 0 ? [] : [HARD_DOORS_WORDS.refusals(refusals)]),
    triedOn === undefined ? HARD_DOORS_WORDS.never : HARD_DOORS_WORDS.tried(dayWords(triedOn)),
  ];
}

function emptyFace(): FaceView {
  const { empty, emptyDetail } = HARD_DOORS_WORDS;
  return { face: 'empty', sentence: empty, detail: emptyDetail, action: STAFF_WORDS.back };
}
