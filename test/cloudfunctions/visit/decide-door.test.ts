import type { TaskDocument, WallDocument } from '../../../cloudfunctions/repositories/documents';
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
const community = () => street.as('community S').visit;
const worker = () => street.as('worker W1').visit;

describe('the community decides about a door', () => {
  it('is refused elsewhere, to the worker, and with a word that is none', async () => {
    const doorId = door().id;
    await expectStandstill(
      street,
      () => community().decideDoor({ doorId: 'nowhere', verdict: 'inaccessible' }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => worker().decideDoor({ doorId, verdict: 'inaccessible' }),
      refused('FORBIDDEN'),
    );
    await expectStandstill(
      street,
      () => community().decideDoor({ doorId, verdict: 'gone' as never }),
      refused('VALIDATION'),
    );
  });

  it('is refused before three knocks or a report, and where a form has come in', async () => {
    const doorId = door().id;
    await expectStandstill(
      street,
      () => community().decideDoor({ doorId, verdict: 'inaccessible' }),
      refused('WRONG_STATE', { attempts: 0 }),
    );
    dataOf(await worker().recordVisit({ doorId, result: 'business' }));
    await handIn(street, door());
    await expectStandstill(
      street,
      () => community().decideDoor({ doorId, verdict: 'business' }),
      refused('WRONG_STATE', { state: 'pending' }),
    );
  });

  it('confirms what a knock reported, and the door is counted no more', async () => {
    const doorId = door().id;
    dataOf(await worker().recordVisit({ doorId, result: 'business' }));

    expect(await community().decideDoor({ doorId, verdict: 'business' })).toEqual(
      accepted({ state: 'business' }),
    );

    const wall = await street.stored<WallDocument>('walls', door().unitId);
    expect(wall?.slots[String(door().slot)]?.state).toBe('business');
    expect(await street.all('tasks', { kind: 'decideDoor' })).toEqual([
      expect.objectContaining({ state: 'done' }),
    ]);
  });

  it('closes a door that three knocks left shut', async () => {
    const doorId = door().id;
    for (let knock = 0; knock < 3; knock += 1) {
      dataOf(await worker().recordVisit({ doorId, result: 'nobody' }));
    }

    expect(await community().decideDoor({ doorId, verdict: 'inaccessible' })).toEqual(
      accepted({ state: 'inaccessible' }),
    );
  });

  it('is asked no more once somebody there has answered, or a later knock says otherwise', async () => {
    const doorId = door().id;
    const decisions = () => street.all<TaskDocument>('tasks', { kind: 'decideDoor' });
    dataOf(await worker().recordVisit({ doorId, result: 'business' }));
    dataOf(await worker().recordVisit({ doorId, result: 'nobody' }));
    expect((await decisions()).map(({ state }) => state)).toEqual(['void']);

    dataOf(await worker().recordVisit({ doorId, result: 'business' }));
    expect((await decisions()).map(({ state }) => state)).toEqual(['open']);
    await handIn(street, door());
    expect((await decisions()).map(({ state }) => state)).toEqual(['void']);
  });

  it('sends for three knocks more, as a task of whoever walks there', async () => {
    const doorId = door().id;
    for (let knock = 0; knock < 3; knock += 1) {
      dataOf(await worker().recordVisit({ doorId, result: 'nobody' }));
    }

    expect(await community().decideDoor({ doorId, verdict: 'tryAgain' })).toEqual(
      accepted({ state: 'missing' }),
    );

    const tasks = await street.all<TaskDocument>('tasks', { state: 'open' });
    expect(tasks.map(({ kind }) => kind)).toEqual(['revisit']);
    expect(dataOf(await worker().listVisits({ doorId })).attempts).toBe(0);
  });
});
