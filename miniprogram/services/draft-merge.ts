/** Two phones of one person, one draft: what this phone changed since both last agreed stays, everything else is the other's. */
import type { UnfinishedMember } from '@domain/census/form-draft';
import type { Answers } from './household-answers';

type Fields = Readonly<Record<string, unknown>>;

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

/** Field by field: mine where I changed it. */
function mergeFields(base: Fields, mine: Fields, theirs: Fields): Record<string, unknown> {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const merged: Record<string, unknown> = {};
  for (const name of names) {
    const value = isSame(mine[name], base[name]) ? theirs[name] : mine[name];
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

type Members = readonly UnfinishedMember[];

/** People by their key: one whom either phone took away is gone, unless the other changed something about that person. */
function mergeMembers(base: Members, mine: Members, theirs: Members): UnfinishedMember[] {
  const find = (members: Members, key: string): UnfinishedMember | undefined =>
    members.find((member) => member.key === key);
  const keys = new Set([...mine, ...theirs].map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const [was, own, other] = [find(base, key), find(mine, key), find(theirs, key)];
    const kept = own ?? other;
    if (own !== undefined && other !== undefined) {
      return [{ ...mergeFields({ ...was }, { ...own }, { ...other }), key }];
    }
    return kept === undefined || (was !== undefined && isSame(was, kept)) ? [] : [kept];
  });
}

export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): Answers {
  const members = mergeMembers(base.members ?? [], mine.members ?? [], theirs.members ?? []);
  return { ...mergeFields({ ...base }, { ...mine }, { ...theirs }), members };
}
