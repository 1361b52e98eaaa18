/** First pages of a building head. */
import { HEAD_TABS } from '../../messages/building';
import { barFor, goByBar, type BarEntry, type BarItem } from '../../services/workspace-bar';

const ENTRIES: readonly BarEntry[] = [
  {
    key: 'wall',
    label: HEAD_TABS.wall,
    icon: 'building',
    url: '/packages/building/pages/wall/wall',
    roles: ['BH'],
  },
  {
    key: 'remind',
    label: HEAD_TABS.remind,
    icon: 'bell',
    url: '/packages/building/pages/remind/remind',
    roles: ['BH'],
  },
];

export function headBar(): BarItem[] {
  return barFor(ENTRIES, 'BH');
}

export function goInBuilding(key: string): void {
  goByBar(ENTRIES, key);
}
