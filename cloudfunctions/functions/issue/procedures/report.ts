import { contentId, sealAuthor } from '../../../records/contents';
import { homesBehind, ownKnock } from '../../../records/census-gateway';
import { ROLE_WORDS } from '@domain/identity/role';
import { tidyProse } from '@domain/kernel/text-width';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import { ISSUE_TEXT_MIN } from '@domain/issue/issue';
import { checkPhone } from '@domain/register/phone';
import type { ChangeContext } from '../../../kernel/context';
import type { IssueDocument } from '../../../repositories/documents';
import { checkNote, numberOf, recordStep, sortKeyOf } from '../issue-step';
import { sealPhone, sealWords, wholeText } from '../../../records/issue-words';
import { handlerOf } from '../issue-views';
import { findReported, type Ground, type Reported } from '../reported-place';

type Input = ProcedureParsed<(typeof issueContract)['report']>;
type Output = ProcedureOutput<(typeof issueContract)['report']>;

interface Raised {
  readonly reporterIds: readonly string[];
  readonly reporter: string;
  readonly phone?: string;
  readonly householdId?: string;
}

/** Throws NOT_FOUND for a household that does not live behind the door of the visit. */
async function accountsBehind(
  context: ChangeContext,
  doorId: string,
  householdId: string,
): Promise<readonly string[]> {
  const homes = await homesBehind(context.store, doorId);
  const home = homes.find((one) => one.householdId === householdId);
  if (home === undefined) throw new Problem('NOT_FOUND');
  return home.accounts;
}

/** Throws VALIDATION where somebody but a worker at a door names another person. */
async function raisedAtDoor(
  context: ChangeContext,
  { doorId }: Reported,
  raisedBy: NonNullable<Input['raisedBy']>,
): Promise<Raised> {
  if (doorId === undefined) throw new Problem('VALIDATION', { field: 'raisedBy' });
  if (raisedBy.who === 'household') {
    const { householdId } = raisedBy;
    const reporterIds = await accountsBehind(context, doorId, householdId);
    if (reporterIds.length === 0) throw new Problem('VALIDATION', { field: 'raisedBy.householdId' });
    return { reporterIds, reporter: ROLE_WORDS.RE, householdId };
  }
  if (raisedBy.who === 'worker') return raisedByCaller(context);
  const phone = checkPhone(raisedBy.phone, { allowTestNumbers: context.allowTestNumbers });
  if (!phone.ok) throw new Problem('VALIDATION', { field: 'raisedBy.phone', sentence: phone.sentence });
  return { reporterIds: [], reporter: '没有用微信的居民', phone: phone.number };
}

function raisedByCaller({ caller }: ChangeContext): Raised {
  const { seat, userId, role } = caller;
  const label = seat === null ? '' : ` · ${seat.label}`;
  return { reporterIds: [userId], reporter: `${ROLE_WORDS[role]}${label}` };
}

/** What the street alone sees, and what lies outside it, is in no smaller territory. */
function groundFor({ isStreetOnly }: Input, ground: Ground): Ground {
  if (!isStreetOnly) return ground;
  return { ...ground, communityId: '', gridId: '', compoundId: '', buildingId: '' };
}

/** A worker at a door may say what they take it for. Throws VALIDATION for anybody else. */
function guessedAspect({ doorId }: Reported, { aspect = '' }: Input): string {
  if (aspect !== '' && doorId === undefined) throw new Problem('VALIDATION', { field: 'aspect' });
  return aspect;
}

interface Parts {
  readonly input: Input;
  readonly reported: Reported;
  readonly raised: Raised;
  readonly visit: Pick<IssueDocument, 'visit'>;
  readonly streetId: string;
}

async function visitOf(context: ChangeContext, { doorId }: Reported): Promise<Pick<IssueDocument, 'visit'>> {
  return doorId === undefined ? {} : { visit: { doorId, number: await ownKnock(context, doorId) } };
}

function issueOf(context: ChangeContext, { input, reported, raised, visit, streetId }: Parts): IssueDocument {
  const { keyring, now, caller } = context;
  const { kind, isAnonymous, isStreetOnly } = input;
  const _id = context.idFor('issue');
  const isPublishable = !isStreetOnly && !reported.ground.isOutside;
  const words = { text: tidyProse(input.text), spot: tidyProse(input.spot) };
  return {
    _id,
    version: 1,
    kind,
    state: 'received',
    stage: 'review',
    streetId,
    ...groundFor(input, reported.ground),
    isStreetOnly,
    isAnonymous,
    reporterIds: raised.reporterIds,
    reporter: isAnonymous ? '' : raised.reporter,
    ...(raised.phone === undefined ? {} : { sealedPhone: sealPhone(keyring, _id, raised.phone) }),
    sealedWords: sealWords(keyring, { _id, isStreetOnly }, words),
    publicText: '',
    checkState: isPublishable ? 'due' : 'none',
    sealedOpenid: isPublishable ? sealAuthor(context, contentId('issue', _id)) : '',
    aspect: guessedAspect(reported, input),
    dueOn: '',
    firstDueOn: '',
    answeredOn: '',
    milestones: [],
    assigneeId: '',
    department: '',
    assignedBy: '',
    workedBy: raised.reporterIds.includes(caller.userId) ? [] : [caller.userId],
    history: [{ step: 'report', at: now, ...(isAnonymous ? {} : { role: caller.role }) }],
    pictures: [],
    spentFiles: [],
    rating: 0,
    reference: '',
    mergedInto: '',
    isHidden: false,
    isOnBoard: false,
    boardAt: 0,
    followers: 0,
    wakeOn: '',
    purgeOn: '',
    hasNews: true,
    sortKey: sortKeyOf({ _id, stage: 'review', dueOn: '' }, now),
    ...visit,
    at: now,
  };
}

/** An issue is born: sealed, in nobody's sight but the desk's, with the one whose word will close it. */
export async function report(context: ChangeContext, input: Input): Promise<Output> {
  const reported = await findReported(context, input.place);
  context.permit({ madeBy: context.caller.userId, linkValid: reported.linkValid });
  const text = tidyProse(input.text);
  if (text.length < ISSUE_TEXT_MIN) throw new Problem('VALIDATION', { field: 'text' });
  if (!input.isStreetOnly) checkNote(wholeText({ text, spot: tidyProse(input.spot) }));
  const raised =
    input.raisedBy === undefined
      ? raisedByCaller(context)
      : await raisedAtDoor(context, reported, input.raisedBy);
  const { streetId } = await context.campaign();
  const visit = await visitOf(context, reported);
  const issue = issueOf(context, { input, reported, raised, visit, streetId });
  context.write.insert('issues', issue);
  recordStep(context, issue, {
    step: 'report',
    subjects: raised.householdId === undefined ? [] : [raised.householdId],
  });
  return { issueId: issue._id, number: numberOf(issue), handler: handlerOf(issue) };
}
