import type { IssueStage } from '@domain/issue/issue-state';
import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import { digestId } from '../vault/random-id';
import type { IssueDocument, IssueFollowDocument, LedgerDocument } from './documents';
import { readPage } from './pages';

const NAME = 'issues';
const FOLLOWS = 'issueFollows';
const GIVEN_MAX = 50;
const NEAR_MAX = 60;
const DUE_MAX = 100;
const FOLLOWERS_PAGE = 100;
const COUNTED_PAGE = 1000;

export function findIssue(reader: Pick<Reader, 'find'>, id: string): Promise<IssueDocument | undefined> {
  return reader.find<IssueDocument>(NAME, id);
}

/** What a person reported, newest first. Index reporter_at. */
export function issuesOfReporter(
  reader: Reader,
  userId: string,
  cursor: string | undefined,
): Promise<Page<IssueDocument>> {
  return readPage<IssueDocument>(reader, NAME, {
    where: { reporterIds: userId },
    sort: 'at',
    direction: 'desc',
    cursor,
  });
}

interface StageQuery {
  readonly stage: IssueStage;
  /** One aspect alone; undefined for all. */
  readonly aspect: string | undefined;
  readonly cursor: string | undefined;
}

function areaOf(values: AreaFilter['values']) {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : { in: values };
}

/**
 * One stage of a territory, most urgent first. Indexes building_, compound_, grid_, community_, street_stage_sort, and for the
 * aspects of the grounds that have a ledger community_, street_stage_aspect_sort.
 */
export function issuesInStage(
  reader: Reader,
  { field, values }: AreaFilter,
  { stage, aspect, cursor }: StageQuery,
): Promise<Page<IssueDocument>> {
  return readPage<IssueDocument>(reader, NAME, {
    where: { [field]: areaOf(values), stage, ...(aspect === undefined ? {} : { aspect }) },
    sort: 'sortKey',
    direction: stage === 'ended' ? 'desc' : 'asc',
    cursor,
  });
}

/** Departments of all that should have been done before a day, a thousand a read. The same indexes. */
export async function departmentsBehind(
  reader: Reader,
  { field, values }: AreaFilter,
  { aspect, today }: { readonly aspect: string | undefined; readonly today: string },
): Promise<string[]> {
  const departments: string[] = [];
  let after = '';
  for (;;) {
    const rows = await reader.search<Pick<IssueDocument, '_id' | 'department' | 'sortKey'>>(NAME, {
      where: {
        [field]: areaOf(values),
        stage: 'work',
        ...(aspect === undefined ? {} : { aspect }),
        sortKey: { gt: after, lt: today },
      },
      order: [['sortKey', 'asc']],
      limit: COUNTED_PAGE,
      fields: ['department', 'sortKey'],
    });
    departments.push(...rows.map(({ department }) => department));
    const last = rows[COUNTED_PAGE - 1];
    if (last === undefined) return departments;
    after = last.sortKey;
  }
}

/** What one person was given and has not answered. Index assignee_stage_sort. */
export function issuesGivenTo(reader: Reader, userId: string): Promise<IssueDocument[]> {
  return reader.search<IssueDocument>(NAME, {
    where: { assigneeId: userId, stage: 'work' },
    order: [['sortKey', 'asc']],
    limit: GIVEN_MAX,
  });
}

/** Released ones, newest first. Indexes board_at, compound_board_at. */
export function issuesOnBoard(
  reader: Reader,
  { compoundId, cursor }: { readonly compoundId: string | undefined; readonly cursor: string | undefined },
): Promise<Page<IssueDocument>> {
  return readPage<IssueDocument>(reader, NAME, {
    where: { ...(compoundId === undefined ? {} : { compoundId }), isOnBoard: true },
    sort: 'boardAt',
    direction: 'desc',
    cursor,
  });
}

/** The newest released ones of a compound. Index compound_board_at. */
export function issuesNear(reader: Reader, compoundId: string): Promise<IssueDocument[]> {
  return reader.search<IssueDocument>(NAME, {
    where: { compoundId, isOnBoard: true },
    order: [['boardAt', 'desc']],
    limit: NEAR_MAX,
  });
}

/** Those whose reporter has been silent until a day. Index wake. */
export function silentIssues(reader: Reader, today: string): Promise<IssueDocument[]> {
  return reader.search<IssueDocument>(NAME, {
    where: { wakeOn: { gt: '', lte: today } },
    order: [['wakeOn', 'asc']],
    limit: DUE_MAX,
  });
}

/** Those that ended long enough ago for pictures and numbers to go. Index purge. */
export function expiredIssues(reader: Reader, today: string): Promise<IssueDocument[]> {
  return reader.search<IssueDocument>(NAME, {
    where: { purgeOn: { gt: '', lte: today } },
    order: [['purgeOn', 'asc']],
    limit: DUE_MAX,
  });
}

/** Those whose text has still to go to the check. Index check. */
export function uncheckedIssues(reader: Reader): Promise<IssueDocument[]> {
  return reader.search<IssueDocument>(NAME, { where: { checkState: 'due' }, limit: DUE_MAX });
}

/** Those of which somebody has still to be told. Index news. */
export function issuesWithNews(reader: Reader): Promise<IssueDocument[]> {
  return reader.search<IssueDocument>(NAME, { where: { hasNews: true }, limit: DUE_MAX });
}

/** A thousand issues of the street after an id, with what is counted of them. Index street_id. */
export function countedIssues(reader: Reader, streetId: string, after: string): Promise<IssueDocument[]> {
  return reader.search<IssueDocument>(NAME, {
    where: { streetId, _id: { gt: after } },
    order: [['_id', 'asc']],
    limit: COUNTED_PAGE,
    fields: [
      ...['_id', 'kind', 'state', 'aspect', 'firstDueOn', 'answeredOn', 'rating', 'isHidden'],
      ...['communityId', 'compoundId', 'plate', 'isOnBoard'],
    ],
  });
}

/** One follow of one person, however often they ask. */
function followId(issueId: string, userId: string): string {
  return digestId('issueFollow', issueId, userId);
}

export function newFollow(issueId: string, userId: string, at: number): IssueFollowDocument {
  return { _id: followId(issueId, userId), issueId, userId, at };
}

export function findFollow(
  reader: Pick<Reader, 'find'>,
  issueId: string,
  userId: string,
): Promise<IssueFollowDocument | undefined> {
  return reader.find<IssueFollowDocument>(FOLLOWS, followId(issueId, userId));
}

/** Followers of an issue after an id. Index issue_id. */
export function followersOf(reader: Reader, issueId: string, after: string): Promise<IssueFollowDocument[]> {
  return reader.search<IssueFollowDocument>(FOLLOWS, {
    where: { issueId, _id: { gt: after } },
    order: [['_id', 'asc']],
    limit: FOLLOWERS_PAGE,
  });
}

export function findLedger(
  reader: Pick<Reader, 'find'>,
  areaId: string,
): Promise<LedgerDocument | undefined> {
  return reader.find<LedgerDocument>('ledgers', areaId);
}

/** Ledgers of some areas. By `_id`. */
export function ledgersOf(reader: Reader, areaIds: readonly string[]): Promise<LedgerDocument[]> {
  return reader.search<LedgerDocument>('ledgers', { where: { _id: { in: areaIds } }, limit: areaIds.length });
}
