/** Work that waits for people, and what they are told. */
import type { MessageKind, MessageValues } from '@domain/inbox/message';
import type { MessageTemplate } from '@domain/inbox/message-template';
import type { VacancySign, VisitResult } from '@domain/census/codes';
import type { TaskKind, TaskResult, TaskState } from '@domain/work/task';
import type { NextVisit, VisitState } from '@domain/work/visit';
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
  /** The door had answered when somebody asked to look at it. */
  readonly isTaken?: boolean;
  /** What was agreed on is a call. */
  readonly isCall?: boolean;
  readonly dueOn: string;
  /** The hour of the day that was agreed on. */
  readonly hour?: number;
  /** Day, hour and walking order in one, for lists. */
  readonly dueKey: string;
  readonly at: number;
  readonly madeBy: string;
  readonly closedAt?: number;
  readonly closedBy?: string;
  /** What the person who had it found; absent where another change ended it. */
  readonly result?: TaskResult;
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
  /**
   * `due`: a WeChat message may go out · `sending`: one permission is spent on it and nobody has answered yet · `sent` ·
   * `none`: no permission was left, it was read first, or a day passed. The inbox holds it all the same.
   */
  readonly pushState: 'due' | 'sending' | 'sent' | 'none';
  /** Not before, UTC ms: a night, or the pause before the next attempt. */
  readonly pushAt: number;
  /** Attempts so far. */
  readonly pushes: number;
  readonly purgeOn: string;
}

/**
 * The messages that a person allowed WeChat to bring, and those that went out: granted − sent is what is left. `_id` is the
 * person's.
 */
export interface GrantDocument {
  readonly _id: string;
  readonly version: number;
  /** The platform's own name of the person: without it nothing can be sent, and it is opened for sending alone. */
  readonly sealedReader: string;
  readonly templates: Readonly<Partial<Record<MessageTemplate, GrantTally>>>;
}

export interface GrantTally {
  readonly granted: number;
  readonly sent: number;
}

/** What would have gone to WeChat, where a deployment allows test numbers. `_id` is the message's, so that twice is once. */
export interface OutboxDocument {
  readonly _id: string;
  readonly userId: string;
  readonly template: MessageTemplate;
  readonly title: string;
  readonly at: number;
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
  /** Day on which the quiz was passed, as the seat keeps it for good. */
  readonly passedOn?: string;
  readonly purgeOn: string;
}

/** One knock, or a day that was agreed on. `_id` follows from the door and the number. No place beside the door, ever. */
export interface VisitDocument extends Path {
  readonly _id: string;
  readonly version: number;
  readonly doorId: string;
  readonly number: number;
  readonly state: VisitState;
  /** Absent where a day was agreed on without a knock. */
  readonly result?: VisitResult;
  readonly signs: readonly VacancySign[];
  readonly slipLeft: boolean;
  readonly next?: NextVisit;
  /** Server time; for a knock made without network, the phone's time corrected by the error of its clock. */
  readonly at: number;
  readonly isSkewed: boolean;
  /** How long and how often something was changed, for the visit alone. */
  readonly paradata?: { readonly seconds: number; readonly edits: number };
  readonly by: string;
}

/** A practical note on a building or stairwell. Its text names nobody. */
export interface NoteDocument extends Path {
  readonly _id: string;
  readonly version: number;
  readonly isWholeBuilding: boolean;
  readonly text: string;
  readonly state: 'standing' | 'removed';
  readonly at: number;
  readonly day: string;
  readonly writtenBy: string;
}

/** A record that a phone could no longer read; its text is sealed to this place. */
export interface BrokenRecordDocument extends Path {
  readonly _id: string;
  readonly sealedText: string;
  readonly sentBy: string;
  readonly at: number;
  readonly purgeOn: string;
}
