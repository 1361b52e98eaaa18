/** First pages of those who walk: grid workers, and volunteers with the units they were given. */
import type { Role } from '@domain/identity/role';
import { WORKER_TABS } from '../../messages/worker';
import { barFor, goByBar, type BarEntry, type BarItem } from '../../services/workspace-bar';

const ENTRIES: readonly BarEntry[] = [
  {
    key: 'today',
    label: WORKER_TABS.today,
    icon: 'building',
    url: '/packages/worker/pages/today/today',
    roles: ['GW'],
  },
  {
    key: 'tasks',
    label: WORKER_TABS.tasks,
    icon: 'list',
    url: '/packages/worker/pages/tasks/tasks',
    roles: ['GW'],
  },
  {
    key: 'tasks',
    label: WORKER_TABS.ownTasks,
    icon: 'list',
    url: '/packages/worker/pages/tasks/tasks',
    roles: ['GV'],
  },
  {
    key: 'today',
    label: WORKER_TABS.given,
    icon: 'building',
    url: '/packages/worker/pages/today/today',
    roles: ['GV'],
  },
  {
    key: 'waiting',
    label: WORKER_TABS.waiting,
    icon: 'clock',
    url: '/packages/worker/pages/waiting/waiting',
    roles: ['GW'],
  },
  {
    key: 'receipt',
    label: WORKER_TABS.receipt,
    icon: 'scan',
    url: '/packages/worker/pages/receipt/receipt',
    roles: ['GW', 'GV'],
  },
];

export function workerBar(role: Role = 'GW'): BarItem[] {
  return barFor(ENTRIES, role);
}

export function goInWorker(key: string): void {
  goByBar(ENTRIES, key);
}
