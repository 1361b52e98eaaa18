import type { TaskDocument, WallDocument } from '../../../cloudfunctions/repositories/documents';
import { filledFor } from '../fixture/invited';
import { formFor, handIn, register } from '../fixture/residents';
import { digestsOf, expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = () => street.door('苹果花园 3-2-601');
const say = (livesHere: 'yes' | 'no' | 'unsure', person = 'head H3') =>
  street.as(person).building.confirmDoor({ doorId: door().id, livesHere });
/** Everything but the task, its event and the mark at the door. */
async function registered(): Promise<[string, string][]> {
  const digests = Object.entries(await digestsOf(street));
  return digests.filter(([name]) => name !== 'tasks' && name !== 'events' && name !== 'walls');
}
const slot = async () =>
  (await street.stored<WallDocument>('walls', door().unitId))?.slots[String(door().slot)];
const knock = (result: 'refused' | 'nobody') =>
  street.as('worker W1').visit.recordVisit({ doorId: door().id, result });

const task = async () => (await street.all<TaskDocument>('tasks'))[0];

describe('say whether somebody lives behind a door', () => {
  it('is not found for a door that does not exist', async () => {
    const input = { doorId: `${door().unitId}-999`, livesHere: 'no' } as const;
    const call = () => street.as('head H3').building.confirmDoor(input);
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to outsiders, and to the head of another building', async () => {
    await expectStandstill(street, () => say('unsure', 'outsider X'), refused('FORBIDDEN'));
    await expectStandstill(street, () => say('unsure', 'office ADM'), refused('FORBIDDEN'));
    const input = { doorId: street.door('苹果花园 5-1-101').id, livesHere: 'no' } as const;
    const call = () => street.as('head H3').building.confirmDoor(input);
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is not valid in other words', async () => {
    const input = { doorId: door().id, livesHere: 'moved' as 'no' };
    const call = () => street.as('head H3').building.confirmDoor(input);
    await expectStandstill(street, call, refused('VALIDATION'));
  });

  it.each(['no', 'unsure'] as const)(
    '%s sends the grid’s worker to look, and marks the door without moving it',
    async (word) => {
      const [before, stood] = [await registered(), await slot()];

      expect(await say(word)).toEqual(accepted({ isAsked: true }));

      expect(await task()).toMatchObject({
        kind: 'verifyDoor',
        state: 'open',
        doorId: door().id,
        gridId: door().gridId,
        assigneeId: '',
        dueOn: '2026-03-17',
        madeBy: street.userId('head H3'),
      });
      expect(await registered()).toEqual(before);
      expect(await slot()).toEqual({ ...stood, doubted: true });
      expect((await street.events()).map(({ audit }) => [audit.action, audit.fields])).toEqual([
        ['door.confirm', [`livesHere.${word}`]],
      ]);
    },
  );

  it('sends one worker once, however often it is said, and says that the door has answered', async () => {
    await register(street, door());
    dataOf(await say('unsure'));
    dataOf(await say('no', 'community S'));

    expect(await street.count('tasks')).toBe(1);
    expect(await task()).toMatchObject({ isTaken: true });
  });

  it('yes asks nobody, and takes back what the same person asked', async () => {
    expect(await say('yes')).toEqual(accepted({ isAsked: false }));
    expect(await street.count('tasks')).toBe(0);
    dataOf(await say('unsure'));

    dataOf(await say('yes'));

    expect(await task()).toMatchObject({ state: 'void' });
    expect(await slot()).not.toHaveProperty('doubted');
  });

  it('yes leaves standing what somebody else asked', async () => {
    dataOf(await say('unsure', 'community S'));

    dataOf(await say('yes'));
    expect(await task()).toMatchObject({ state: 'open' });

    dataOf(await say('no'));
    dataOf(await say('yes'));
    expect(await task()).toMatchObject({ state: 'open', madeBy: street.userId('community S') });
    expect(await slot()).toMatchObject({ doubted: true });
  });
});

describe('a doubt whether somebody lives there', () => {
  const doubts = () => street.all<TaskDocument>('tasks', { kind: 'verifyDoor' });
  const writtenDown = () => {
    const { form, consent } = formFor(door());
    const place = { by: 'door', doorId: door().id } as const;
    return street.as('worker W1').census.submitForm({ place, form, consent, channel: 'visit' });
  };

  it.each([
    ['a household that a worker wrote down', async () => dataOf(await writtenDown())],
    ['a worker to whom somebody opened', async () => dataOf(await knock('refused'))],
  ])('is over with %s', async (_what, settle) => {
    dataOf(await say('unsure'));

    await settle();

    expect(await task()).toMatchObject({ state: 'done' });
    expect(await slot()).not.toHaveProperty('doubted');
  });

  it('outlasts a stranger’s first form that is sent back', async () => {
    dataOf(await say('unsure'));
    const { _id: formId } = await handIn(street, door());
    const { census } = street.as('worker W1');
    expect(dataOf(await census.readDoor({ doorId: door().id })).isDoubted).toBe(true);

    const input = { formId, version: 1, verdict: 'reject', doubtSeen: true } as const;
    dataOf(await census.decideForm(input));

    expect(await doubts()).toMatchObject([{ state: 'open' }]);
    expect(await slot()).toMatchObject({ doubted: true, waiting: 0 });
  });

  it('outlasts a knock that nobody hears', async () => {
    dataOf(await say('unsure'));

    dataOf(await knock('nobody'));

    expect(await doubts()).toMatchObject([{ state: 'open' }]);
    expect(await slot()).toMatchObject({ doubted: true });
  });

  it('about a home that is registered is over with a worker who stands by it, not with a stranger’s form', async () => {
    const { _id: householdId, version } = await register(street, door());
    dataOf(await say('unsure'));
    await handIn(street, door(), { by: 'tenant C' });
    expect(await doubts()).toMatchObject([{ state: 'open' }]);

    const { household } = street.as('worker W1');
    dataOf(await household.verify({ householdId, version, verifyWay: 1 }));

    expect(await doubts()).toMatchObject([{ state: 'done' }]);
    expect(await slot()).not.toHaveProperty('doubted');
  });

  it('raised while a form waits keeps the form from being confirmed with its unit, and is shown to its worker', async () => {
    await handIn(street, door());
    const { census } = street.as('worker W1');
    const marks = async () => {
      const { units } = dataOf(await census.readWall({ buildingId: door().buildingId }));
      const doors = units.flatMap((unit) => (unit.id === door().unitId ? unit.doors : []));
      return doors.filter(({ waiting }) => waiting > 0).map(({ flagged }) => flagged);
    };
    expect(await marks()).toEqual([false]);

    dataOf(await say('unsure'));

    expect(await marks()).toEqual([true]);
    expect(dataOf(await census.readDoor({ doorId: door().id })).isDoubted).toBe(true);
    const reply = await census.confirmUnit({ unitId: door().unitId });
    expect(dataOf(reply)).toEqual({ confirmed: 0, left: 0, flagged: 1 });
    expect(await doubts()).toMatchObject([{ state: 'open' }]);
  });

  it.each([
    [true, 'done'],
    [undefined, 'open'],
  ])('raised while a form waits, seen by whoever confirms it: %s, is then %s', async (doubtSeen, state) => {
    const { _id: formId } = await handIn(street, door());
    dataOf(await say('unsure'));

    const input = { formId, version: 1, verdict: 'confirm', ...(doubtSeen && { doubtSeen }) } as const;
    dataOf(await street.as('worker W1').census.decideForm(input));

    expect(await doubts()).toMatchObject([{ state }]);
    expect((await slot())?.doubted).toBe(state === 'open' ? true : undefined);
  });

  it('raised while it waits for the spoken code is over once the code was said', async () => {
    const { formId, code } = await filledFor(street, door());
    dataOf(await say('unsure'));

    const proof = { by: 'code', code } as const;
    const input = { formId, version: 1, verdict: 'confirm', proof } as const;
    dataOf(await street.as('worker W1').census.confirmProxy(input));

    expect(await doubts()).toMatchObject([{ state: 'done' }]);
    expect(await slot()).not.toHaveProperty('doubted');
  });

  it('goes from the door when the one who was sent says what was found', async () => {
    dataOf(await say('no'));
    const { _id: taskId = '', version = 0 } = (await task()) ?? {};

    dataOf(await street.as('worker W1').task.closeTask({ taskId, version, result: 'livedIn' }));

    expect(await slot()).not.toHaveProperty('doubted');
  });
});
