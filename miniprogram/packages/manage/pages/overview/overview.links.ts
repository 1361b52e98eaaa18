/** Ways from the overview into the work of the community and the street, by what they are for. */
import { COUNTED_MAX, DESKS, type Desk } from '@domain/work/desks';
import { DEVICE_ROLES, type Role } from '@domain/identity/role';
import { OVERVIEW_GROUPS, OVERVIEW_WORDS } from '../../../../messages/manage';

type Word = Exclude<
  {
    [Key in keyof typeof OVERVIEW_WORDS]: (typeof OVERVIEW_WORDS)[Key] extends string ? Key : never;
  }[keyof typeof OVERVIEW_WORDS],
  undefined
>;

interface Way {
  readonly word: Word;
  readonly url: string;
  /** Takes the place that is shown along under this name. */
  readonly takes?: string;
  readonly roles?: readonly Role[];
}

export interface WayGroup {
  key: string;
  title: string;
  /** `waiting`: how much waits there; '' where nobody counts. */
  ways: readonly { url: string; label: string; waiting: string }[];
}

const OFFICE: readonly Role[] = ['CA', 'SA'];

const EXPORT: Way = { word: 'export', url: '/packages/manage/pages/exports/exports', takes: 'area' };
const TACTIC: Way = { word: 'tactic', url: '/packages/manage/pages/tactic/tactic', takes: 'area' };

/** Of a street or a community. */
const GROUPS: Readonly<Record<keyof typeof OVERVIEW_GROUPS, readonly Way[]>> = {
  waiting: [
    { word: 'tasks', url: '/packages/worker/pages/tasks/tasks', roles: ['CA'] },
    { word: 'content', url: '/packages/manage/pages/content/content' },
    { word: 'wishes', url: '/packages/manage/pages/wish-review/wish-review' },
    { word: 'ledger', url: '/packages/ledger/pages/ledger/ledger' },
    { word: 'gifts', url: '/packages/ledger/pages/gift-desk/gift-desk' },
  ],
  written: [
    { word: 'notices', url: '/packages/manage/pages/notice-edit/notice-edit' },
    { word: 'activities', url: '/packages/manage/pages/activity-edit/activity-edit' },
    { word: 'guides', url: '/packages/manage/pages/writing/writing' },
    { word: 'courses', url: '/packages/manage/pages/writing/writing?shelf=courses' },
    { word: 'poster', url: '/packages/ledger/pages/poster/poster' },
  ],
  people: [
    { word: 'volunteers', url: '/packages/manage/pages/volunteers/volunteers' },
    { word: 'staff', url: '/packages/manage/pages/people/people', roles: ['CA', 'SA', 'AU'] },
    { word: 'phones', url: '/packages/seat/pages/phones/phones', roles: DEVICE_ROLES },
  ],
  census: [TACTIC, EXPORT],
};

const OF_COMPOUND: readonly Way[] = [
  { word: 'build', url: '/packages/manage/pages/skeleton/skeleton', takes: 'compound' },
  { word: 'units', url: '/packages/manage/pages/units/units', takes: 'compound' },
  TACTIC,
  EXPORT,
];

function waitingAt(word: Word, desks: Here['desks']): string {
  const desk = DESKS.find((one) => one === word);
  if (desk === undefined || desks === undefined) return '';
  const count = desks[desk];
  return count > COUNTED_MAX ? OVERVIEW_WORDS.deskMore(COUNTED_MAX) : OVERVIEW_WORDS.desk(count);
}

export interface Here {
  readonly role: Role | undefined;
  readonly isCompound: boolean;
  readonly areaId: string;
  readonly desks: Readonly<Record<Desk, number>> | undefined;
}

/** Whoever may not do a thing is shown no way to it. */
export function waysFrom({ role, isCompound, areaId, desks }: Here): WayGroup[] {
  if (role === undefined) return [];
  const shown = (ways: readonly Way[]) =>
    ways
      .filter(({ roles = OFFICE }) => roles.includes(role))
      .map(({ word, url, takes }) => ({
        label: OVERVIEW_WORDS[word],
        waiting: waitingAt(word, desks),
        url: takes === undefined ? url : `${url}?${takes}=${areaId}`,
      }));
  const groups = isCompound ? { census: OF_COMPOUND } : GROUPS;
  return Object.entries(groups)
    .map(([key, ways]) => ({
      key,
      title: OVERVIEW_GROUPS[key as keyof typeof OVERVIEW_GROUPS],
      ways: shown(ways),
    }))
    .filter(({ ways }) => ways.length > 0);
}
