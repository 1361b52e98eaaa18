/** Work that waits for a person. A task names a door or a unit and what is to be done there, never who lives there. */

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
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_STATES = ['open', 'done', 'void'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What the person who has the task reads. */
export const TASK_WORDS: Readonly<Record<TaskKind, string>> = {
  revisit: '约好再去一次',
  verifyDoor: '楼长拿不准，去看看住没住人',
  missingDoor: '有人说少了一户，去看看',
  tenancy: '房东和租户说的不一样，去问一问',
  conflict: '同一户有两种说法，选一个',
  duplicate: '像是同一个人登记了两次',
  question: '有一项要再问一下',
  joinRequest: '有人说也住这一户，去核实',
  decideDoor: '去了三次没结果，社区来定',
  hardDoor: '还没见到人，再去一趟',
};
