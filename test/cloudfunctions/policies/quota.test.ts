import { PERMISSION_ROWS, type ActionName } from '@domain/identity/permission';
import { ROLES, type Role } from '@domain/identity/role';
import { startOfDay } from '@domain/kernel/calendar';
import { cellOf } from '../../../cloudfunctions/policies/permit';
import { bucketOf } from '../../../cloudfunctions/policies/quota';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = startOfDay('2024-11-24') + 9 * HOUR + 17 * MINUTE;
const actions = Object.keys(PERMISSION_ROWS) as ActionName[];

describe('a limit', () => {
  it('exists for every counted cell of the matrix, and for no other', () => {
    const wrong = actions.flatMap((action) =>
      ROLES.filter((role) => {
        const isCounted = cellOf(action, role)?.quota === true;
        return cellOf(action, role) !== null && isCounted !== (bucketOf(action, role, now) !== undefined);
      }).map((role) => `${action} ${role}`),
    );

    expect(wrong).toEqual([]);
  });

  it.each<[ActionName, Role, number, number, number]>([
    ['address.search', 'VI', 30, 10 * MINUTE, 10],
    ['link.open', 'VI', 30, 10 * MINUTE, 1],
    ['form.submit', 'VI', 10, HOUR, 1],
    ['form.submit', 'RE', 10, HOUR, 1],
    ['form.submit', 'GW', 60, HOUR, 10],
    ['form.submit', 'GV', 60, HOUR, 10],
    ['form.submit', 'CA', 60, HOUR, 10],
    ['person.revealPhone', 'BH', 20, 24 * HOUR, 1],
    ['person.revealPhone', 'GV', 10, 24 * HOUR, 1],
    ['person.revealPhone', 'GW', 60, 24 * HOUR, 1],
    ['person.revealPhone', 'CA', 200, 24 * HOUR, 1],
    ['person.revealPhone', 'SA', 200, 24 * HOUR, 1],
    ['person.revealId', 'GW', 30, 24 * HOUR, 1],
    ['person.revealId', 'CA', 100, 24 * HOUR, 1],
    ['person.revealId', 'SA', 100, 24 * HOUR, 1],
    ['export.request', 'CA', 10, 24 * HOUR, 1],
    ['export.download', 'SA', 10, 24 * HOUR, 1],
  ])('%s by %s: %i in a window of %i ms, %i at once', (action, role, limit, windowMs, step) => {
    const bucket = bucketOf(action, role, now);
    const last = bucketOf(action, role, bucket!.windowEndsAt - 1);
    const next = bucketOf(action, role, bucket!.windowEndsAt);
    const first = bucketOf(action, role, bucket!.windowEndsAt - windowMs);

    expect(bucket).toMatchObject({ limit, step });
    expect([first?.key, last?.key]).toEqual([bucket?.key, bucket?.key]);
    expect(next?.key).not.toBe(bucket?.key);
    expect(bucketOf(action, role, bucket!.windowEndsAt - windowMs - 1)?.key).not.toBe(bucket?.key);
  });

  it('is never reserved beyond itself: blocks fit into it exactly', () => {
    for (const action of actions) {
      for (const role of ROLES) {
        const bucket = bucketOf(action, role, now);
        if (bucket !== undefined) expect(bucket.limit % bucket.step).toBe(0);
      }
    }
  });

  it('of a day ends at midnight of the street, not of Greenwich', () => {
    const midnight = startOfDay('2024-11-25');

    expect(bucketOf('person.revealPhone', 'GW', midnight - 1)?.windowEndsAt).toBe(midnight);
    expect(bucketOf('person.revealPhone', 'GW', midnight)?.windowEndsAt).toBe(startOfDay('2024-11-26'));
  });

  it('has a counter whose name is a plain key of a document, its own for each action', () => {
    const keys = actions.flatMap((action) => bucketOf(action, 'CA', now)?.key ?? []);

    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z]+-[A-Za-z]+-[0-9a-z]+$/);
  });
});
