/** What activities, teams, helpers and their hours cost in metered operations, in a street and in one ten times larger. */
import type { TeamDocument } from '../../cloudfunctions/repositories/documents';
import { activityAt, AS_VOLUNTEER, HOUR_MS } from '../cloudfunctions/fixture/activities';
import {
  dataOf,
  openStreet,
  START,
  type PersonCalls,
  type TestStreet,
} from '../cloudfunctions/fixture/street';
import { APPLICATION, hoursAt, residentAtHome, teamAt } from '../cloudfunctions/fixture/volunteers';
import { GATHERING_BUDGETS, VOLUNTEER_BUDGETS } from './kit/budgets';
import { type Acting, expectFlat, type Ledger, REHEARSAL } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

const door = () => street.door('苹果花园 3-2-502');
const desk = () => street.as('administrator S');

/** Begins in a quarter of an hour: sign-up is still open, and so is the door. */
const soon = { startAt: START + HOUR_MS / 4, endAt: START + 2 * HOUR_MS, closesAt: START + HOUR_MS / 5 };
const words = () => ({
  communityId: door().communityId,
  title: '周六清洁日',
  place: '苹果花园北门',
  body: '一起把楼道扫一遍，手套社区准备。',
  ...soon,
  capacity: 30,
  allowanceMinutes: 30,
});

async function ofTheDesk(acting: Acting, activityId: string): Promise<void> {
  const { activity } = desk();
  const { version } = await activityAt(street, { _id: activityId, ...soon });
  await acting.of('plan an activity', () => activity.edit(words()));
  await acting.of('put an activity in other words', () => activity.edit({ ...words(), activityId, version }));
  await acting.of('activities of the desk', () => activity.listDesk({ state: 'published' }));
  await acting.of('call an activity off', () => activity.close({ activityId, version: version + 1 }));
}

/** E has the only place, gives it back, and F takes it. */
async function ofTheLine(acting: Acting, activityId: string): Promise<void> {
  await activityAt(street, { _id: activityId, capacity: 1 });
  const [first, next] = ['volunteer E', 'volunteer F'].map((person) => street.as(person).activity);
  if (first === undefined || next === undefined) throw new Error('there are two of them');
  const signup = { activityId, person: AS_VOLUNTEER };
  await acting.of('activities to come', () => first.list({}));
  await acting.of('read an activity', () => first.read({ activityId }));
  await acting.of('sign up for an activity', () => first.signup(signup));
  await acting.of('own sign-ups', () => first.listOwn({}));
  dataOf(await next.signup(signup));
  await acting.of('give a place back', () => first.cancel({ activityId, version: 1 }));
  await street.runTimer('keepActivities');
  await acting.of('take a place that became free', () => next.accept({ activityId, version: 2 }));
}

async function ofTheDoor(acting: Acting, activityId: string): Promise<void> {
  await activityAt(street, { _id: activityId, ...soon });
  const { activity } = street.as('volunteer E');
  const holder = desk().activity;
  dataOf(await activity.signup({ activityId, person: AS_VOLUNTEER }));
  await acting.of('open the desk at the door', () => holder.openDesk({ activityId }));
  await acting.of('show the code', () => holder.showCode({ activityId }));
  const { code } = dataOf(await holder.showCode({ activityId }));
  await acting.of('come in', () => activity.checkin({ activityId, code }));
  await acting.of('go, with hours', () => activity.checkout({ activityId, code }));
  await acting.of('rate an activity', () => activity.rate({ activityId, stars: 5 }));
  await acting.of('who comes', () => holder.roster({ activityId }));
}

async function ofTeams(acting: Acting): Promise<void> {
  const leader = street.as('volunteer L').team;
  const helper = street.as('volunteer F').team;
  const { _id: teamId } = await teamAt(street);
  const { _id: activityId } = await activityAt(street, { teamId });
  const leaderId = street.userId('volunteer L');
  const founded = { name: '浇水小队', kind: 'unit', leaderId } as const;
  await acting.of('found a team', () => desk().team.create(founded));
  await acting.of('own teams', () => leader.list({}));
  await acting.of('teams to ask', () => helper.listOpen({}));
  await acting.of('ask a team', () => helper.join({ teamId }));
  const { version } = (await street.stored<TeamDocument>('teams', teamId)) ?? { version: 0 };
  const userId = street.userId('volunteer F');
  await acting.of('welcome a member', () =>
    leader.approveMember({ teamId, version, userId, verdict: 'approve' }),
  );
  await acting.of('read a team', () => leader.read({ teamId }));
  await street.replaceAll('hours', [hoursAt(street, 'volunteer L', { teamId })]);
  await acting.of('what a team has done', () => leader.listHours({ teamId }));
  await acting.of('ask a member to come', () => leader.assign({ teamId, userId, activityId }));
  const change = { is: 'leader', leaderId: userId } as const;
  await acting.of('give a team another leader', () =>
    desk().team.edit({ teamId, version: version + 1, change }),
  );
  await acting.of('leave a team', () => street.as('volunteer E').team.leave({ teamId }));
}

/** A, who lives here, offers to help, twice: the first time the community sends it back. */
async function ofOffers(acting: Acting, { activity, volunteer }: PersonCalls): Promise<void> {
  const verdict = acting === REHEARSAL ? 'return' : 'approve';
  const volunteerId = street.userId('resident A');
  const person = { from: 'registration', memberKey: 'aaaaaaaa' } as const;
  const offer = { ...APPLICATION, person, compoundIds: [door().compoundId] };
  await acting.of('what an own sign-up would say', () => activity.readOffer({}));
  await acting.of('what an offer of help would say', () => volunteer.readOffer({}));
  await acting.of('offer to help', () => volunteer.apply(offer));
  await acting.of('page of volunteers', () => desk().volunteer.listVolunteers({ state: 'applied' }));
  const { version } = (await street.stored<{ version: number }>('volunteers', volunteerId)) ?? { version: 0 };
  const decision = { volunteerId, version, verdict, reason: '请补上时间' } as const;
  await acting.of('take an offer of help up', () => desk().volunteer.decide(decision));
}

async function ofHelpers(acting: Acting): Promise<void> {
  const { volunteer } = street.as('volunteer E');
  const { communityId } = door();
  const { skills, times } = APPLICATION;
  const { version } = dataOf(await volunteer.readOwn({}));
  const compoundIds = acting === REHEARSAL ? [] : [door().compoundId];
  await acting.of('read what one offers', () => volunteer.readOwn({}));
  await acting.of('change what one offers', () => volunteer.editOwn({ version, skills, times, compoundIds }));
  const thanks = { version: version + 1, isAllowed: true };
  await acting.of('let the own name be thanked', () => volunteer.allowHonour(thanks));
  await acting.of('list of thanks', () => volunteer.honourList({ communityId }));
  await acting.of('figures of volunteers', () => volunteer.board({}));
}

async function ofHours(acting: Acting, sourceId: string): Promise<void> {
  const { volunteer } = street.as('volunteer E');
  const [first, second] = ['administrator S', 'administrator S2'].map((one) => street.as(one).volunteer);
  if (first === undefined || second === undefined) throw new Error('there are two of them');
  const { _id: hoursId, ...row } = hoursAt(street, 'volunteer E', { sourceId });
  await street.replaceAll('hours', [{ _id: hoursId, ...row }]);
  const reason = '按签到表更正';
  const entry = { minutes: 120, day: '2026-03-09', ground: 'codeFailed', reason } as const;
  const volunteerId = street.userId('volunteer E');
  await acting.of('own hours', () => volunteer.hoursOwn({}));
  await acting.of('dispute hours', () => volunteer.dispute({ hoursId, version: 1, note: '那天是三个小时' }));
  await acting.of('hours that wait', () => second.listHours({ state: 'disputed' }));
  await acting.of('decide about hours', () =>
    second.decideHours({ hoursId, version: 2, verdict: 'approve' }),
  );
  await acting.of('correct hours', () => first.correctHours({ hoursId, version: 3, minutes: 45, reason }));
  await acting.of('enter hours by hand', () => first.enterHours({ volunteerId, ...entry }));
  await acting.of('entries by hand', () => volunteer.listManual({ communityId: row.communityId }));
}

/** The team loses a member, and its leader is told. */
async function ofLeaving(acting: Acting, person: string): Promise<void> {
  await teamAt(street, { members: [street.userId('volunteer L'), street.userId(person)] });
  const { volunteer } = street.as(person);
  const { skills, times } = APPLICATION;
  const { version } = dataOf(await volunteer.readOwn({}));
  const ended = { version, skills, times, move: 'end' } as const;
  await acting.of('stop helping, in one team', () => volunteer.editOwn(ended));
}

async function ofGatherings(ledger: Ledger): Promise<void> {
  for (const [acting, id] of [
    [REHEARSAL, 'first'],
    [ledger, 'second'],
  ] as const) {
    await ofTheDesk(acting, `${id}desk`);
    await ofTheLine(acting, `${id}line`);
    await ofTheDoor(acting, `${id}door`);
    await ofTeams(acting);
  }
}

async function ofVolunteers(ledger: Ledger): Promise<void> {
  await street.runTimer('countVolunteers');
  const resident = await residentAtHome(street);
  for (const [acting, id] of [
    [REHEARSAL, 'first'],
    [ledger, 'second'],
  ] as const) {
    await ofOffers(acting, resident);
    await ofHelpers(acting);
    await ofHours(acting, id);
  }
  await ofLeaving(REHEARSAL, 'volunteer F');
  await ofLeaving(ledger, 'volunteer E');
}

describe('metered operations of activities, teams, volunteers and their hours', () => {
  it('are what the table says, and stay so in a street ten times larger', () =>
    expectFlat(street, {
      budgets: { ...GATHERING_BUDGETS, ...VOLUNTEER_BUDGETS },
      rounds: [ofGatherings, ofVolunteers],
    }));
});
