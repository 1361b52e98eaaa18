import type { Cell } from '@domain/identity/matrix';
import type { ActionName } from '@domain/identity/permission';
import type { Duty } from '@domain/identity/seat';

/**
 * What a duty leaves of a role. collect and upload name actions on sheets and imports, so that until those exist they leave
 * practice, or nothing; lead and operate name a seat and take nothing away.
 */
const LEFT: Readonly<Record<Duty, (action: ActionName, cell: Cell) => boolean>> = {
  collect: (action) => action.startsWith('practice.'),
  upload: () => false,
  observe: (action, cell) =>
    action === 'progress.read' || cell.output === 'aggregate' || (cell.scope === '*' && READS.has(action)),
  lead: () => true,
  operate: () => true,
};

/** Public actions that only read. */
const READS: ReadonlySet<ActionName> = new Set<ActionName>([
  'area.read',
  'address.search',
  'building.readCard',
  'activity.read',
  'volunteer.honourList',
  'guide.read',
  'directory.read',
  'course.read',
  'certificate.verify',
  'notice.read',
  'wish.readPublished',
  'issue.readBoard',
  'gift.read',
]);

/** Whether a duty leaves this action to its holder; a seat without duty has all of its role. */
export function dutyAllows(duty: Duty | undefined, action: ActionName, cell: Cell): boolean {
  return duty === undefined || LEFT[duty](action, cell);
}
