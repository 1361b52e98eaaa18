/** What each of four readers may know of an issue: everybody, its reporter, the desk, who handles it. */
import type { DeskIssue, IssueStepView, OpenedIssue, OwnIssue, PublicIssue } from '@domain/contract/issue';
import { dayOf } from '@domain/kernel/day';
import type { IssueDocument } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';
import { numberOf } from './issue-step';
import { openNote, openWords, wholeText } from '../../records/issue-words';

const due = ({ dueOn }: Pick<IssueDocument, 'dueOn'>): { dueOn?: string } => (dueOn === '' ? {} : { dueOn });

export function viewPublic(issue: IssueDocument): PublicIssue {
  const { _id, kind, state, aspect, plate, publicText, followers, boardAt } = issue;
  return {
    id: _id,
    number: numberOf(issue),
    kind,
    state,
    aspect,
    place: plate,
    text: publicText,
    followers,
    ...due(issue),
    day: dayOf(boardAt),
  };
}

/** Steps as everybody may see them: what happened and when, without a word that was written. */
export function viewPublicSteps({ history }: IssueDocument): Omit<IssueStepView, 'note'>[] {
  return history.map(({ step, at, role, dueOn }) => ({
    step,
    at,
    ...(role === undefined ? {} : { role }),
    ...(dueOn === undefined ? {} : { dueOn }),
  }));
}

/** A plan as everybody may see it: its days, and its words once they are released. */
export function viewPlan({ milestones, isPlanShown = false }: IssueDocument): OpenedIssue['milestones'] {
  return milestones.map((milestone) => (isPlanShown ? milestone : { ...milestone, words: '' }));
}

function viewSteps(keyring: Keyring, issue: IssueDocument): IssueStepView[] {
  return viewPublicSteps(issue).map((step, at) => ({ ...step, note: openNote(keyring, issue, at) }));
}

function textOf(keyring: Keyring, issue: IssueDocument): string {
  return wholeText(openWords(keyring, issue));
}

/** Who looks at it first: what the street alone sees, and what lies outside it, is in no community. */
export function handlerOf({ communityId }: Pick<IssueDocument, 'communityId'>): string {
  return communityId === '' ? '街道' : '社区';
}

export function viewOwn(keyring: Keyring, issue: IssueDocument): OwnIssue {
  const { _id, version, kind, state, isAnonymous, isHidden, isOnBoard, plate, department } = issue;
  const { track, milestones, pictures, followers, rating } = issue;
  return {
    id: _id,
    version,
    number: numberOf(issue),
    kind,
    state,
    handler: handlerOf(issue),
    isAnonymous,
    isHidden,
    isOnBoard,
    place: plate,
    text: textOf(keyring, issue),
    department,
    ...due(issue),
    ...(track === undefined ? {} : { track }),
    milestones: [...milestones],
    pictures: pictures.length,
    followers,
    rating,
    history: viewSteps(keyring, issue),
  };
}

interface Viewer {
  readonly keyring: Keyring;
  readonly today: string;
}

export function viewDesk({ keyring, today }: Viewer, issue: IssueDocument): DeskIssue {
  const { _id, version, kind, state, stage, aspect, plate, department, dueOn } = issue;
  const { isOnBoard, isHidden, isStreetOnly, followers, pictures, at } = issue;
  return {
    id: _id,
    version,
    number: numberOf(issue),
    kind,
    state,
    stage,
    aspect,
    place: plate,
    text: textOf(keyring, issue),
    department,
    ...due(issue),
    isOverdue: stage === 'work' && dueOn < today,
    isOnBoard,
    isHidden,
    isStreetOnly,
    followers,
    pictures: pictures.length,
    at,
  };
}

export interface Opened {
  readonly check: OpenedIssue['check'];
  readonly userId: string;
  readonly shownPictures: string[];
  readonly visit: OpenedIssue['visit'];
}

export function viewOpened(
  viewer: Viewer,
  issue: IssueDocument,
  { check, userId, shownPictures, visit }: Opened,
): OpenedIssue {
  const { reporter, reporterIds, isOutside, track, firstDueOn, milestones, reference, rating } = issue;
  return {
    ...viewDesk(viewer, issue),
    reporter,
    hasAccount: reporterIds.length > 0,
    isOutside,
    check,
    ...(track === undefined ? {} : { track }),
    ...(firstDueOn === '' ? {} : { firstDueOn }),
    milestones: [...milestones],
    reference,
    rating,
    isMine: issue.assigneeId === userId,
    ...(visit === undefined ? {} : { visit }),
    history: viewSteps(viewer.keyring, issue),
    shownPictures,
  };
}
