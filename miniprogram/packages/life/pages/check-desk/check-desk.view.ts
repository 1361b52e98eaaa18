/** The organiser's screen at an activity: the code of the half minute, and how many have come. */
import { textOfCode } from '@domain/activity/shown-code';
import type { activityContract } from '@domain/contract/activity';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { minuteOf } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { ACTIVITY_WORDS, CHECK_DESK_WORDS } from '../../../../messages/activity';
import type { Picture, Shape } from '../../../../services/picture';
import { codeModules } from '../../services/code-modules';
import { CONTENT_FACE, faceWithoutRows, type ShelfFace } from '../../services/shelf-face';

export interface ShownDesk {
  readonly title: string;
  readonly code: string;
  readonly until: number;
  readonly inside: number;
  readonly expected: number;
}

export interface DeskView extends ShelfFace {
  title: string;
  /** Six digits in two groups, for eyes; the bare ones for ears. */
  digits: string;
  spoken: string;
  count: string;
  /** The code may be of another half minute. */
  stale: string;
  mayOpen: boolean;
}

const NOTHING: DeskView = {
  ...CONTENT_FACE,
  title: '',
  digits: '',
  spoken: '',
  count: '',
  stale: '',
  mayOpen: false,
};

const WINDOW = 12;
/** Light around a code, without which no camera finds it. */
const EDGE = 4;
/** The same by day and by night: a camera wants dark on light. */
const COLORS = { paper: '#ffffff', ink: '#182233' } as const;

/** Dark windows of a row that touch are one box. */
function boxesOf(line: readonly boolean[], row: number): Shape[] {
  const boxes: Shape[] = [];
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] !== true) continue;
    const first = at;
    while (line[at + 1] === true) at += 1;
    const [x, y, width] = [first + EDGE, row + EDGE, at - first + 1].map((count) => count * WINDOW);
    boxes.push({ kind: 'box', x: x ?? 0, y: y ?? 0, width: width ?? 0, height: WINDOW, color: COLORS.ink });
  }
  return boxes;
}

export function codePicture(activityId: string, code: string): Picture {
  const modules = codeModules(textOfCode({ activityId, code }));
  const size = (modules.length + 2 * EDGE) * WINDOW;
  const paper: Shape = { kind: 'box', x: 0, y: 0, width: size, height: size, color: COLORS.paper };
  return { width: size, height: size, shapes: [paper, ...modules.flatMap(boxesOf)] };
}

export function viewDesk({ title, code, inside, expected }: ShownDesk, stale = ''): DeskView {
  return {
    ...NOTHING,
    title,
    digits: `${code.slice(0, 3)} ${code.slice(3)}`,
    spoken: CHECK_DESK_WORDS.spoken(code),
    count: CHECK_DESK_WORDS.count(inside, expected),
    stale,
  };
}

/** Before the organiser has said to be there. */
export function viewOpening(): DeskView {
  return { ...NOTHING, mayOpen: true };
}

type Person = ProcedureOutput<(typeof activityContract)['roster']>['people'][number];

export interface PersonRow {
  key: string;
  name: string;
  note: string;
}

/** Where somebody stands as the one at the door wants to know it. */
function standOf({ phase, number, inAt, outAt }: Person): string {
  const { here, gone, expected, inLine, offAgain } = CHECK_DESK_WORDS;
  if (outAt > 0) return gone(minuteOf(outAt));
  if (inAt > 0) return here(minuteOf(inAt));
  if (phase === 'placed') return expected;
  return phase === 'offered' || phase === 'waiting' ? inLine(number) : offAgain;
}

/** `from`: so many stand before them. */
export function viewRoster(people: readonly Person[], from: number): PersonRow[] {
  return people.map((person, at) => ({ key: String(from + at), name: person.name, note: standOf(person) }));
}

const CLOSED: Readonly<Record<string, string>> = {
  cancelled: ACTIVITY_WORDS.cancelled,
  over: ACTIVITY_WORDS.over,
};

/** Why there is no code. */
export function noDesk(problem: ProblemReport | undefined): DeskView {
  const { denied, deniedDetail, notYet, toActivity } = CHECK_DESK_WORDS;
  if (problem === undefined || problem.code === 'NOT_FOUND' || problem.code === 'FORBIDDEN') {
    return { ...NOTHING, face: 'empty', sentence: denied, detail: deniedDetail, action: toActivity };
  }
  if (problem.code === 'WRONG_STATE') {
    const sentence = CLOSED[String(problem.details['state'])] ?? notYet;
    return { ...NOTHING, face: 'empty', sentence, detail: '', action: toActivity };
  }
  return { ...NOTHING, ...faceWithoutRows({ problem }, { empty: denied, emptyDetail: deniedDetail }) };
}
