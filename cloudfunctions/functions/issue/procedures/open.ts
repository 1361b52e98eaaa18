import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import type { ReadContext } from '../../../kernel/context';
import { nextIssueState } from '@domain/issue/issue-state';
import { decideAction, decideObject } from '../../../policies/permit';
import { placeOfDoor } from '../../../records/census-gateway';
import { findContent } from '../../../records/contents';
import { addressesOf } from '../../../records/pictures';
import type { IssueDocument } from '../../../repositories/documents';
import { findIssue } from '../../../repositories/issues';
import { placeOf } from '../issue-step';
import { viewOpened, type Opened } from '../issue-views';

type Input = ProcedureParsed<(typeof issueContract)['open']>;
type Output = ProcedureOutput<(typeof issueContract)['open']>;

async function checkOf(
  { store }: ReadContext,
  { _id, state, checkState, isOnBoard, isHidden }: IssueDocument,
): Promise<Opened['check']> {
  if (checkState !== 'asked') return checkState;
  if (isOnBoard || isHidden || nextIssueState(state, 'release') === undefined) return 'none';
  return (await findContent(store, 'issue', _id))?.check ?? 'due';
}

/** A door that nobody answered at may have been taken out of its unit since. */
async function standingDoor(
  { store }: ReadContext,
  doorId: string,
): Promise<Awaited<ReturnType<typeof placeOfDoor>> | undefined> {
  try {
    return await placeOfDoor(store, doorId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}

/** The way to the door, where the seat may read what is behind it. Whoever wants no name is not to be found by their door. */
async function visitOf(
  context: ReadContext,
  { visit, isAnonymous }: IssueDocument,
): Promise<Opened['visit']> {
  if (visit === undefined) return undefined;
  const { doorId: id, number } = visit;
  const { seat, userId } = context.caller;
  const decision = decideAction('household.read', seat, context.today);
  if (isAnonymous || !decision.ok) return { number };
  const door = await standingDoor(context, id);
  if (door === undefined) return { number };
  const { place, plate } = door;
  if (!decideObject({ cell: decision.cell, seat, userId }, place)) return { number };
  return { number, door: { id, buildingId: place.buildingId, plate } };
}

/** Whoever handles it sees its pictures before anybody else does. */
export async function open(context: ReadContext, { issueId }: Input): Promise<Output> {
  const issue = await findIssue(context.store, issueId);
  if (issue === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOf(issue));
  const [check, shownPictures, visit] = await Promise.all([
    checkOf(context, issue),
    addressesOf(context.files, issue.pictures),
    visitOf(context, issue),
  ]);
  context.look({ subjects: [issueId], fields: ['text'] });
  const viewer = { keyring: context.keyring, today: context.today };
  return viewOpened(viewer, issue, { check, userId: context.caller.userId, shownPictures, visit });
}
