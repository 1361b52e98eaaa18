/** What the page offers to choose from: people, days, and other issues that may be the same. */
import { plateWords } from '@domain/area/plate';
import type { DeskIssue, OpenedIssue } from '@domain/contract/issue';
import type { Person } from '@domain/contract/user';
import type { Role } from '@domain/identity/role';
import { leavesIssues, likeness } from '@domain/issue/issue';
import { ISSUE_STATE_WORDS } from '@domain/issue/issue-state';
import type { Day } from '@domain/kernel/day';
import { PEOPLE_WORDS } from '../../../../messages/people';

export interface Tile {
  value: string;
  label: string;
  hint?: string;
}

const DAY_MS = 86_400_000;
/** Most likely to be the one who can, first. */
const OF_COMMUNITY: readonly Role[] = ['PR', 'GW', 'BH', 'GV', 'GU', 'CA'];

export function dayAfter(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** What lies in no community is the street's own work. */
export function rolesFor({ isOutside, isStreetOnly }: OpenedIssue): readonly Role[] {
  return isOutside || isStreetOnly ? ['SA'] : OF_COMMUNITY;
}

/** Those who may be given an issue: at work, and with a duty that leaves it to them. */
export function tilesOfPeople(people: readonly Person[]): Tile[] {
  return people
    .filter(({ state, duty }) => state === 'active' && leavesIssues(duty))
    .map(({ id, name, label }) => ({
      value: id,
      label: name === '' ? PEOPLE_WORDS.noName : name,
      hint: label,
    }));
}

/** Others of a stage, the likest on top. */
export function likestFirst(
  issues: readonly DeskIssue[],
  { id: ownId, text: ownText }: { readonly id: string; readonly text: string },
): Tile[] {
  return issues
    .filter(({ id }) => id !== ownId)
    .map((issue) => ({ issue, share: likeness(issue.text, ownText) }))
    .sort((left, right) => right.share - left.share)
    .map(({ issue: { id, text, place, number, state } }) => ({
      value: id,
      label: text,
      hint: [plateWords(place), ISSUE_STATE_WORDS[state], number].join(' · '),
    }));
}
