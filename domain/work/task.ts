/** Work that waits for a person. A task names a door or a unit and what is to be done there, never who lives there. */
import type { Day } from '../kernel/day';

export const TASK_KINDS = [
  'revisit',
  'verifyDoor',
  'missingDoor',
  'tenancy',
  'conflict',
  'duplicate',
  'question',
  'joinRequest',
  'decideDoor',
  'hardDoor',
  'handedOver',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export type TaskState = 'open' | 'done' | 'void';

const TASK_WORDS: Readonly<Record<TaskKind, string>> = {
  revisit: '约好再去一次',
  verifyDoor: '楼长拿不准，去看看住没住人',
  missingDoor: '有人说少了一户，去看看',
  tenancy: '租住要核实，去问一问',
  conflict: '同一户有两种说法，选一个',
  duplicate: '像是同一个人登记了两次',
  question: '有一项要再问一下',
  joinRequest: '有人说也住这一户，去核实',
  decideDoor: '这一户怎么算，社区来定',
  hardDoor: '还没见到人，再去一趟',
  handedOver: '前一位同事没网时敲过门，看看要不要再去',
};

/** The head of the building doubts a door that has answered: whether anybody lives there was said, and may be over. */
const VERIFY_TAKEN = '楼长拿不准，这户登记过，去对一对是不是还住这儿';

/** A call-back that was agreed on is a call: nobody goes there. */
const CALL_BACK = '约好再打一次电话';

/** What a task's words depend on. */
interface ToldTask {
  readonly kind: TaskKind;
  readonly isTaken?: boolean | undefined;
  readonly isCall?: boolean | undefined;
}

/** What the person who has the task reads. */
export function taskWords({ kind, isTaken = false, isCall = false }: ToldTask): string {
  if (isCall) return CALL_BACK;
  return kind === 'verifyDoor' && isTaken ? VERIFY_TAKEN : TASK_WORDS[kind];
}

/**
 * Where a dispute is decided: that decision alone ends its task. Ended by a word, the task would be gone and the dispute would
 * stay, with nobody to look after it.
 */
const DECIDED_AT: Readonly<Partial<Record<TaskKind, string>>> = {
  tenancy: '先到“租住要核实的”里办，办好了这件事就没了',
  conflict: '先到“差异”里选一个，选完了这件事就没了',
  duplicate: '先到“像登记了两次的”里选，选好了这件事就没了',
  joinRequest: '先到这一户的页上看那份表，确认或退回了这件事就没了',
  decideDoor: '先在这一户的敲门记录里定，社区定好了这件事就没了',
};

/** The sentence that says where a task of this kind is decided; undefined where a word ends it. */
export function decidedAt(kind: TaskKind): string | undefined {
  return DECIDED_AT[kind];
}

/** How a task ends. A result is a word about the task; it changes nothing behind the door by itself. */
export const TASK_RESULTS = [
  'met',
  'nobody',
  'livedIn',
  'empty',
  'found',
  'absent',
  'settled',
  'unsettled',
  'answered',
  'needless',
] as const;
export type TaskResult = (typeof TASK_RESULTS)[number];

/** Ends a task without a visit: there is nothing to do there any more. */
export const NEEDLESS: TaskResult = 'needless';

type ResultWords = readonly (readonly [result: TaskResult, words: string])[];

/** One tap each, the happier end first; none where a decision elsewhere is the end. */
const RESULT_WORDS: Readonly<Record<TaskKind, ResultWords>> = {
  revisit: [
    ['met', '见到了'],
    ['nobody', '还是没人'],
  ],
  verifyDoor: [
    ['livedIn', '住着人'],
    ['empty', '没人住'],
  ],
  missingDoor: [
    ['found', '有这一户'],
    ['absent', '没有这一户'],
  ],
  tenancy: [],
  conflict: [],
  duplicate: [],
  question: [
    ['answered', '问到了'],
    ['unsettled', '没问到'],
  ],
  joinRequest: [],
  decideDoor: [],
  hardDoor: [
    ['met', '见到了'],
    ['nobody', '还是没人'],
  ],
  handedOver: [
    ['settled', '看过了'],
    ['nobody', '去了，没人'],
  ],
};

/** Ends of a call. They are those of a visit, said otherwise. */
const CALL_RESULTS: ResultWords = [
  ['met', '打通了'],
  ['nobody', '没打通'],
];

export function resultWords({ kind, isCall = false }: ToldTask): ResultWords {
  return isCall ? CALL_RESULTS : RESULT_WORDS[kind];
}

/** Whether a task of this kind can end so. */
export function isResultOf(kind: TaskKind, result: TaskResult): boolean {
  return result === NEEDLESS || RESULT_WORDS[kind].some(([own]) => own === result);
}

interface Due {
  readonly dueOn: Day;
  /** Hour of the day that was agreed on. */
  readonly hour?: number;
  readonly routeKey: string;
}

/** After every hour of a day. */
const AT_ANY_TIME = '99';

/** Sorts open tasks: by day; within a day what was agreed on by its hour, then the rest as one walks. */
export function dueKeyOf({ dueOn, hour, routeKey }: Due): string {
  const time = hour === undefined ? AT_ANY_TIME : String(hour).padStart(2, '0');
  return `${dueOn} ${time} ${routeKey}`;
}
