/**
 * The bar of a workspace, one list a package: which first pages there are and who sees them. A package adds a page to its bar
 * by adding a line; 我的 is a tab of everybody and closes every bar.
 */
import type { Role } from '@domain/identity/role';
import { STAFF_WORDS } from '../messages/staff';

export interface BarEntry {
  readonly key: string;
  readonly label: string;
  /** A name in icons.wxss. */
  readonly icon: string;
  readonly url: string;
  readonly roles: readonly Role[];
}

export interface BarItem {
  key: string;
  label: string;
  icon: string;
}

const MY: BarItem = { key: 'my', label: STAFF_WORDS.my, icon: 'person' };

/** What the role may use, and nothing else. */
export function barFor(entries: readonly BarEntry[], role: Role): BarItem[] {
  const own = entries.filter(({ roles }) => roles.includes(role));
  return [...own.map(({ key, label, icon }) => ({ key, label, icon })), MY];
}

export function goByBar(entries: readonly BarEntry[], key: string): void {
  const entry = entries.find((one) => one.key === key);
  if (entry === undefined) void wx.switchTab({ url: '/pages/my/my' });
  else void wx.redirectTo({ url: entry.url });
}
