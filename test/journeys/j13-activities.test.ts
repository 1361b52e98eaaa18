/** J13, steps 4 and 5: places in an activity, coming and going by the code on a screen, and what it counts for. */
import { activityAt, AS_TYPED, AS_VOLUNTEER, atTheDoor, HOUR_MS } from '../cloudfunctions/fixture/activities';
import { crowdOf } from '../cloudfunctions/fixture/crowd';
import { dataOf, openStreet, refused, type TestStreet } from '../cloudfunctions/fixture/street';
import { APPLICATION, approvedVolunteer, residentAtHome } from '../cloudfunctions/fixture/volunteers';
import { holding } from './kit/held';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
const expectHeld = holding();
beforeEach(() => street.reset());
afterEach(() => expectHeld(street));
afterAll(() => street.close());

describe('J13 an activity', () => {
  it('J13.X4 200 at once for 20 places: exactly 20, and 180 in order, who move up in it until a deadline', async () => {
    const comers = await crowdOf(street, 200);
    const { _id: activityId } = await activityAt(street);

    const told = await Promise.all(
      comers.map(async ({ calls }) =>
        dataOf(await calls.activity.signup({ activityId, person: AS_VOLUNTEER })),
      ),
    );

    const numbers = told.filter(({ phase }) => phase === 'waiting').map(({ number }) => number);
    expect(told.filter(({ phase }) => phase === 'placed')).toHaveLength(20);
    expect(numbers.sort((left, right) => left - right)).toEqual(
      Array.from({ length: 180 }, (_, at) => at + 1),
    );

    const inLine = (number: number) => comers[told.findIndex((one) => one.number === number)]!.calls.activity;
    const firstThree = async () =>
      Promise.all(
        [1, 2, 3].map(async (number) => dataOf(await inLine(number).read({ activityId })).own?.phase),
      );
    const going = comers.filter((_, at) => told[at]?.phase === 'placed').slice(0, 2);
    for (const { calls } of going) dataOf(await calls.activity.cancel({ activityId, version: 1 }));
    await street.runTimer('keepActivities');
    expect(await firstThree()).toEqual(['offered', 'offered', 'waiting']);
    dataOf(await inLine(2).accept({ activityId, version: 2 }));
    await street.clock.set(street.clock.now() + 22 * HOUR_MS);
    await street.runTimer('keepActivities');
    expect(await firstThree()).toEqual(['lapsed', 'placed', 'offered']);
  }, 300_000);

  it('J13.5 and X5: E goes late; plan and allowance count, and the certificate proves that and nothing more', async () => {
    const { activity, volunteer, code } = await atTheDoor(street);
    const activityId = activity._id;
    dataOf(await volunteer.activity.checkin({ activityId, code: await code() }));
    await street.clock.set(activity.endAt + 50 * 60_000);
    const out = dataOf(await volunteer.activity.checkout({ activityId, code: await code() }));
    dataOf(await volunteer.activity.rate({ activityId, stars: 5 }));

    expect(out.minutes).toBe(150);
    expect(dataOf(await volunteer.volunteer.hoursOwn({}))).toMatchObject({
      grantedMinutes: 150,
      hours: [{ title: '周六清洁日', state: 'granted', isManual: false }],
    });
    const roster = dataOf(await street.as('administrator S').activity.roster({ activityId }));
    expect(roster.stars).toEqual({ count: 1, average: 5 });

    const { certificateId } = dataOf(await volunteer.certificate.issue({}));
    const { code: number, ...paper } = dataOf(await volunteer.certificate.readPaper({ certificateId }));
    expect(paper).toMatchObject({ kind: 'hours', minutes: 150, services: 1, holder: '' });
    const proven = await street.as('outsider X', null).certificate.verify({ code: number });
    expect(dataOf(proven)).toEqual(paper);
  });

  it('J13.X8 the registration is used where its owner saw it and said so, and nothing is counted but service', async () => {
    const resident = await residentAtHome(street);
    const offer = dataOf(await resident.volunteer.readOffer({}));
    const [first] = offer.people;
    const person = { from: 'registration', memberKey: first?.key ?? '' } as const;
    dataOf(await resident.volunteer.apply({ ...APPLICATION, person }));

    const { volunteers } = dataOf(
      await street.as('administrator S').volunteer.listVolunteers({ state: 'applied' }),
    );
    expect(volunteers).toEqual([expect.objectContaining({ name: first?.name, isReused: true })]);
    expect(await street.count('hours')).toBe(0);
  });

  it('J13.E1 a code outside the window, an old one or yesterday’s checks nobody in', async () => {
    const { activity, volunteer, code } = await atTheDoor(street);
    const activityId = activity._id;
    await street.clock.set(activity.startAt - HOUR_MS);
    const early = await volunteer.activity.checkin({ activityId, code: await code() });
    expect(early).toEqual(refused('WRONG_STATE'));
    await street.clock.set(activity.startAt);
    const old = await code();
    await street.clock.set(activity.startAt + 61_000 - 24 * HOUR_MS);
    const yesterdays = await code();
    await street.clock.set(activity.startAt + 61_000);
    for (const shown of [old, yesterdays]) {
      expect(await volunteer.activity.checkin({ activityId, code: shown })).toEqual(refused('EXPIRED'));
    }
    await street.clock.set(activity.endAt + 60_000);
    expect(await volunteer.activity.checkin({ activityId, code: await code() })).toEqual(
      refused('WRONG_STATE'),
    );
  });

  it('J13.E2 without a check-out it ends with the plan, 0 extra', async () => {
    const { activity, volunteer, code } = await atTheDoor(street);
    dataOf(await volunteer.activity.checkin({ activityId: activity._id, code: await code() }));
    await street.clock.set(activity.endAt + HOUR_MS);
    await street.runTimer('keepActivities');
    expect(dataOf(await volunteer.volunteer.hoursOwn({})).grantedMinutes).toBe(120);
  });

  it('J13.E3 S adds no hours to himself; another enters them, a third approves, and all can read that it was so', async () => {
    await approvedVolunteer(street, 'administrator S');
    const volunteerId = street.userId('administrator S');
    const input = {
      volunteerId,
      minutes: 90,
      day: '2026-03-09',
      ground: 'noPhone',
      reason: '手机没电了',
    } as const;
    const enter = (person: string) => street.as(person).volunteer.enterHours(input);

    expect(await enter('administrator S')).toEqual(refused('FORBIDDEN'));
    const { hoursId } = dataOf(await enter('administrator S2'));
    const approve = (person: string) =>
      street.as(person).volunteer.decideHours({ hoursId, version: 1, verdict: 'approve' });
    for (const person of ['administrator S', 'administrator S2']) {
      expect(await approve(person)).toEqual(refused('FORBIDDEN'));
    }
    expect(dataOf(await approve('office ADM')).state).toBe('granted');
    const communityId = street.area('金果社区');
    expect(dataOf(await street.as('outsider X', null).volunteer.listManual({ communityId })).entries).toEqual(
      [{ day: '2026-03-09', minutes: 90, ground: 'noPhone', state: 'granted' }],
    );
  });

  it('J13.E4 a minor without a guardian’s consent cannot sign up', async () => {
    const { _id: activityId } = await activityAt(street);
    const resident = await residentAtHome(street);
    const child = { ...AS_TYPED, isAdult: false };
    expect(await resident.activity.signup({ activityId, person: child })).toEqual(
      refused('CONSENT_REQUIRED'),
    );
    dataOf(await resident.activity.signup({ activityId, person: child, guardianName: '王小明' }));
  });

  it('J13.E5 called off: all are told, and hours are 0', async () => {
    const { activity, volunteer, code } = await atTheDoor(street);
    const activityId = activity._id;
    dataOf(await volunteer.activity.checkin({ activityId, code: await code() }));
    await street.clock.set(activity.startAt + HOUR_MS);
    dataOf(await volunteer.activity.checkout({ activityId, code: await code() }));
    dataOf(await street.as('administrator S').activity.close({ activityId, version: 1 }));
    await street.runTimer('keepActivities');

    expect(await street.count('messages', { kind: 'activityCancelled' })).toBe(1);
    expect(dataOf(await volunteer.volunteer.hoursOwn({})).grantedMinutes).toBe(0);
  });
});
