/** Work that waits for people, and what they are told. */
import type { MessageKind, MessageValues } from '@domain/inbox/message';
import type { TaskKind, TaskState } from '@domain/work/task';
import type { Path } from './places';

/** One thing to do at a door or in a unit. `_id` follows from what asks for it, so that asking twice is asking once. */
export interface TaskDocument extends Path {
  readonly _id: string;
  readonly version: number;
  readonly kind: TaskKind;
  readonly state: TaskState;
  /** Empty where the task is about the whole unit or building. */
  readonly doorId: string;
  readonly plate: { readonly compound: string; readonly line: string };
  readonly routeKey: string;
  /** The user who has it; empty: whoever has the grid. */
  readonly assigneeId: string;
  /** What the task is about beside the door: a household, a form, a conflict; empty where there is none. */
  readonly subjectId: string;
  readonly dueOn: string;
  readonly at: number;
  readonly madeBy: string;
  readonly closedAt?: number;
  readonly closedBy?: string;
}

/** One entry of a person's inbox. Values name places and days, never people. */
export interface MessageDocument {
  readonly _id: string;
  readonly version: number;
  readonly userId: string;
  readonly kind: MessageKind;
  /** Sealed JSON of MessageValues where a value is a secret of the reader (a spoken code); else absent. */
  readonly sealedValues?: string;
  readonly values: MessageValues;
  /** Where a tap leads: a page of the mini-program with its query, or ''. */
  readonly link: string;
  readonly at: number;
  readonly isRead: boolean;
  /** `due`: a WeChat message may go out; `sent` · `none`: no grant was left; the inbox holds it all the same. */
  readonly pushState: 'due' | 'sent' | 'none';
  readonly purgeOn: string;
}

/** Somebody's practice, kept for a week and read by nobody else. It names no door of the street. `_id` follows from the person. */
export interface PracticeDocument {
  readonly _id: string;
  readonly version: number;
  readonly userId: string;
  /** Drawn doors whose right outcome was found. */
  readonly done: readonly number[];
  readonly formDone: boolean;
  readonly quizRight: number;
  readonly purgeOn: string;
}
