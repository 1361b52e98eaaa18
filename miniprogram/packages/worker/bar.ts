/** First pages of those who walk: grid workers, and volunteers with the units they were given. */
import type { Role } from '@domain/identity/role';
import { WORKER_TABS } from '../../messages/worker';
import { barFor, goByBar, type BarEntry, type BarItem } from '../../services/workspace-bar';

const PAGES = '/packages/worker/pages';
const ENTRIES: readonly BarEntry[] = [
  { key: 'today', label: WORKER_TABS.today, icon: 'building', url: `${PAGES}/today/today`, roles: ['GW'] },
  { key: 'tasks', label: WORKER_TABS.tasks, icon: 'list', url: `${PAGES}/tasks/tasks`, roles: ['GW'] },
  { key: 'tasks', label: WORKER_TABS.ownTasks, icon: 'list', url: `${PAGES}/tasks/tasks`, roles: ['GV'] },
  { key: 'today', label: WORKER_TABS.given, icon: 'building', url: `${PAGES}/today/today`, roles: ['GV'] },
  {
    key: 'waiting',
    label: WORKER_TABS.waiting,
    icon: 'clock',
    url: `${PAGES}/waiting/waiting`,
    roles: ['GW'],
  },
  {
    key: 'receipt',
    label: WORKER_TABS.receipt,
    icon: 'scan',
    url: `${PAGES}/receipt/receipt`,
    roles: ['GW', 'GV'],
  },
];

export function workerBar(role: Role = 'GW'): BarItem[] {
  return barFor(ENTRIES, role);
}

export function goInWorker(key: string): void {
  goByBar(ENTRIES, key);
}
