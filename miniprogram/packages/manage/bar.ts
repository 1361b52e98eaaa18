/** First pages of community, street and audit. */
import type { Role } from '@domain/identity/role';
import { MANAGE_TABS } from '../../messages/manage';
import { barFor, goByBar, type BarEntry, type BarItem } from '../../services/workspace-bar';

const PAGES = '/packages/manage/pages';
const OVERVIEW = {
  key: 'overview',
  label: MANAGE_TABS.overview,
  icon: 'chart',
  url: `${PAGES}/overview/overview`,
};
const SKELETON = {
  key: 'skeleton',
  label: MANAGE_TABS.skeleton,
  icon: 'building',
  url: `${PAGES}/skeleton/skeleton`,
};
const EXPORTS = { key: 'exports', label: MANAGE_TABS.exports, icon: 'file', url: `${PAGES}/exports/exports` };
const VERIFY = { key: 'verify', label: MANAGE_TABS.verify, icon: 'shield', url: `${PAGES}/verify/verify` };

const ENTRIES: readonly BarEntry[] = [
  { ...VERIFY, roles: ['AU'] },
  { ...OVERVIEW, roles: ['CA', 'SA', 'AU'] },
  { ...SKELETON, roles: ['CA', 'SA'] },
  { ...EXPORTS, roles: ['CA', 'SA', 'AU'] },
  { ...VERIFY, roles: ['SA'] },
];

export function manageBar(role: Role = 'SA'): BarItem[] {
  return barFor(ENTRIES, role);
}

export function goInManage(key: string): void {
  goByBar(ENTRIES, key);
}
