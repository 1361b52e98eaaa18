import type { TaskDocument } from '../../../cloudfunctions/repositories/documents';
import { handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type Door, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = (): Door => street.door('苹果花园 3-2-502');
const worker = () => street.as('worker W1').visit;
const next = { on: '2026-03-12', hour: 19 };
const tasks = () => street.all<TaskDocument>('tasks', { doorId: door().id });

describe('a day to come again', () => {
  it('is refused at a door out of reach, to others, and with a day that is over', async () => {
    const far = street.door('龙泉苑 1-1-101').id;
    const doorId = door().id;
    await expectStandstill(street, () => worker().planVisit({ doorId: far, next }), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => street.as('head H3').visit.planVisit({ doorId, next }),
      refused('FORBIDDEN'),
    );
    await expectStandstill(
      street,
      () => worker().planVisit({ doorId, next: { on: '2026-03-01' } }),
      refused('VALIDATION'),
    );
  });

  it('is refused where somebody has answered, and where there is none to give up', async () => {
    const doorId = door().id;
    await expectStandstill(street, () => worker().planVisit({ doorId }), refused('WRONG_STATE'));
    await handIn(street, door());
    await expectStandstill(street, () => worker().planVisit({ doorId, next }), refused('WRONG_STATE'));
  });

  it('is agreed on, moved, and given up', async () => {
    const doorId = door().id;

    expect(await worker().planVisit({ doorId, next })).toEqual(accepted({ visit: 'planned', next }));
    const dueKey = expect.stringMatching(/^2026-03-12 19 /) as string;
    expect(await tasks()).toEqual([expect.objectContaining({ dueOn: '2026-03-12', hour: 19, dueKey })]);
    const later = { on: '2026-03-15' };
    expect(await worker().planVisit({ doorId, next: later })).toEqual(
      accepted({ visit: 'planned', next: later }),
    );
    const [moved] = await tasks();
    expect(moved).toMatchObject({ state: 'open', dueOn: '2026-03-15' });
    expect(moved).not.toHaveProperty('hour');
    expect(await worker().planVisit({ doorId })).toEqual(accepted({ visit: 'done' }));
    expect(await tasks()).toEqual([expect.objectContaining({ state: 'void' })]);
  });

  it('is refused after three knocks in vain, until the community says to try again', async () => {
    const doorId = door().id;
    for (let knock = 0; knock < 3; knock += 1) {
      dataOf(await worker().recordVisit({ doorId, result: 'nobody' }));
    }

    await expectStandstill(
      street,
      () => worker().planVisit({ doorId, next }),
      refused('WRONG_STATE', { attempts: 3 }),
    );
    dataOf(await street.as('community S').visit.decideDoor({ doorId, verdict: 'tryAgain' }));
    expect(dataOf(await worker().planVisit({ doorId, next })).visit).toBe('planned');
  });
});
