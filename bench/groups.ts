/** The groups by name, in the order in which a full run takes them; each is loaded when it is asked for. */
import type { Group, Settings } from './groups/group';
import { ALL_HOUSEHOLDS } from './street/cut';

export const GROUPS = {
  save: async (): Promise<Group> => (await import('./groups/save')).saveGroup,
  ops: async (): Promise<Group> => (await import('./groups/ops')).opsGroup,
  size: async (): Promise<Group> => (await import('./groups/size')).sizeGroup,
  export: async (): Promise<Group> => (await import('./groups/export')).exportGroup,
  read: async (): Promise<Group> => (await import('./groups/read')).readGroup,
  page: async (): Promise<Group> => (await import('./groups/page')).pageGroup,
  package: async (): Promise<Group> => (await import('./groups/package')).packageGroup,
  start: async (): Promise<Group> => (await import('./groups/start')).startGroup,
  growth: async (): Promise<Group> => (await import('./groups/growth')).growthGroup,
  tools: async (): Promise<Group> => (await import('./groups/tools')).toolsGroup,
} as const;

export type GroupName = keyof typeof GROUPS;

export const QUICK_GROUPS: readonly GroupName[] = [
  'save',
  'ops',
  'size',
  'export',
  'read',
  'page',
  'package',
  'start',
  'growth',
  'tools',
];

const FULL: Settings = {
  households: ALL_HOUSEHOLDS,
  cycles: 3,
  saves: { 1: 120, 8: 300, 32: 400 },
  stored: 1_500,
  starts: 20,
  isQuick: false,
};

const QUICK: Settings = {
  households: 1_000,
  cycles: 1,
  saves: { 1: 24, 8: 96, 32: 96 },
  stored: 100,
  starts: 3,
  isQuick: true,
};

export function settingsOf(isQuick: boolean): Settings {
  return isQuick ? QUICK : FULL;
}

export function isGroupName(word: string): word is GroupName {
  return Object.hasOwn(GROUPS, word);
}
