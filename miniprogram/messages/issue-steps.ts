/** The history of an issue in words, for its reporter, for everybody, and for who handles it. */
import type { IssueStepView } from '@domain/contract/issue';
import { ROLE_WORDS } from '@domain/identity/role';
import { STEP_WORDS, type IssueStepName } from '@domain/issue/issue-step';
import { dayWords, momentWords } from '@domain/kernel/day';

export interface StepLine {
  key: string;
  words: string;
  note: string;
  when: string;
}

type Step = Omit<IssueStepView, 'note'> & { readonly note?: string };

/** The same steps as staff say them. */
export const DESK_STEPS: Readonly<Record<IssueStepName, string>> = {
  report: '收到反映',
  classify: '分好类，先不放公开栏',
  release: '放到公开栏',
  assign: '交办',
  start: '开始办',
  milestone: '办好了一步',
  answer: '回话了',
  extend: '改了日子',
  confirm: '反映人说解决了',
  reopen: '反映人说没解决',
  close: '问过以后办结',
  remind: '又问了反映人一次',
  silence: '问不到反映人',
  decline: '不能办',
  transfer: '转上级',
  merge: '并入另一件',
  hide: '不再公开显示',
};

/** Whoever reported it, with a home here or without one, knows that; of others one reads what they are. */
function byWords(role: Step['role']): string {
  return role === undefined || role === 'RE' || role === 'VI' ? '' : ` · ${ROLE_WORDS[role]}`;
}

/** Newest first: what happened last is what is asked about. */
export function stepLines(
  history: readonly Step[],
  names: Readonly<Record<IssueStepName, string>> = STEP_WORDS,
): StepLine[] {
  return history
    .map(({ step, at, role, note = '', dueOn }, place) => ({
      key: String(place),
      words: names[step] + (dueOn === undefined ? '' : `，说好 ${dayWords(dueOn)}前办好`),
      note,
      when: momentWords(at) + byWords(role),
    }))
    .reverse();
}
