/** People who meet: activities from the desk to the door and home again, and teams of volunteers. */
import { activityAt, AS_VOLUNTEER, atTheDoor, HOUR_MS } from '../../fixture/activities';
import { timer, type Story } from '../../fixture/fault-runner';
import { dataOf, START, type TestStreet } from '../../fixture/street';
import { teamAt } from '../../fixture/volunteers';

const desk = (street: TestStreet) => street.as('administrator S').activity;
const volunteer = (street: TestStreet, person = 'volunteer E') => street.as(person).activity;

const words = (street: TestStreet) => ({
  communityId: street.area('金果社区'),
  title: '周六清洁日',
  place: '苹果花园北门',
  body: '一起把楼道扫一遍，手套社区准备。',
  startAt: START + 24 * HOUR_MS,
  endAt: START + 26 * HOUR_MS,
  closesAt: START + 23 * HOUR_MS,
  capacity: 30,
  allowanceMinutes: 30,
});

/** E has the only place, and F waits. */
async function oneWaits(street: TestStreet): Promise<{ readonly activityId: string }> {
  const { _id: activityId } = await activityAt(street, { capacity: 1 });
  for (const person of ['volunteer E', 'volunteer F']) {
    dataOf(await volunteer(street, person).signup({ activityId, person: AS_VOLUNTEER }));
  }
  return { activityId };
}

const AT_THE_DESK: readonly Story[] = [
  {
    name: 'an activity planned',
    procedure: 'activity.edit',
    begin: async (street) => {
      dataOf(await desk(street).listDesk({ state: 'published' }));
      return (options) => desk(street).edit(words(street), options);
    },
  },
  {
    name: 'an activity that is published put in other words',
    procedure: 'activity.edit',
    begin: async (street) => {
      const { _id: activityId, version } = await activityAt(street);
      dataOf(await desk(street).listDesk({ state: 'published' }));
      return (options) => desk(street).edit({ ...words(street), activityId, version }, options);
    },
  },
  {
    name: 'an activity called off',
    procedure: 'activity.close',
    begin: async (street) => {
      const { _id: activityId, version } = await activityAt(street);
      dataOf(await volunteer(street).signup({ activityId, person: AS_VOLUNTEER }));
      return (options) => desk(street).close({ activityId, version }, options);
    },
  },
  {
    name: 'a desk opened at the door',
    procedure: 'activity.openDesk',
    begin: async (street) => {
      const { _id: activityId } = await activityAt(street);
      dataOf(await desk(street).listDesk({ state: 'published' }));
      return (options) => desk(street).openDesk({ activityId }, options);
    },
  },
];

const COMING: readonly Story[] = [
  {
    name: 'a place in the line',
    procedure: 'activity.signup',
    begin: async (street) => {
      const { _id: activityId } = await activityAt(street, { capacity: 1 });
      dataOf(await volunteer(street).signup({ activityId, person: AS_VOLUNTEER }));
      const input = { activityId, person: AS_VOLUNTEER };
      return (options) => volunteer(street, 'volunteer F').signup(input, options);
    },
  },
  {
    name: 'a place given back',
    procedure: 'activity.cancel',
    begin: async (street) => {
      const { activityId } = await oneWaits(street);
      return (options) => volunteer(street).cancel({ activityId, version: 1 }, options);
    },
  },
  {
    name: 'yes to a place that became free',
    procedure: 'activity.accept',
    begin: async (street) => {
      const { activityId } = await oneWaits(street);
      dataOf(await volunteer(street).cancel({ activityId, version: 1 }));
      await street.runTimer('keepActivities');
      const input = { activityId, version: 2 };
      return (options) => volunteer(street, 'volunteer F').accept(input, options);
    },
  },
];

const THERE: readonly Story[] = [
  {
    name: 'in at the door',
    procedure: 'activity.checkin',
    begin: async (street) => {
      const { activity, code } = await atTheDoor(street);
      const input = { activityId: activity._id, code: await code() };
      return (options) => volunteer(street).checkin(input, options);
    },
  },
  {
    name: 'out at the door, with hours',
    procedure: 'activity.checkout',
    begin: async (street) => {
      const { activity, code } = await atTheDoor(street);
      dataOf(await volunteer(street).checkin({ activityId: activity._id, code: await code() }));
      await street.clock.set(activity.endAt);
      const input = { activityId: activity._id, code: await code() };
      return (options) => volunteer(street).checkout(input, options);
    },
  },
  {
    name: 'stars for an activity',
    procedure: 'activity.rate',
    begin: async (street) => {
      const { activity, code } = await atTheDoor(street);
      dataOf(await volunteer(street).checkin({ activityId: activity._id, code: await code() }));
      return (options) => volunteer(street).rate({ activityId: activity._id, stars: 5 }, options);
    },
  },
];

const BY_ITSELF: readonly Story[] = [
  {
    name: 'a place that became free offered',
    procedure: 'activity.timer keepActivities',
    begin: async (street) => {
      const { activityId } = await oneWaits(street);
      dataOf(await volunteer(street).cancel({ activityId, version: 1 }));
      return timer(street, 'keepActivities');
    },
  },
  {
    name: 'an activity that is over',
    procedure: 'activity.timer keepActivities',
    begin: async (street) => {
      const { activity, code } = await atTheDoor(street);
      dataOf(await volunteer(street).checkin({ activityId: activity._id, code: await code() }));
      await street.clock.set(activity.endAt + HOUR_MS);
      return timer(street, 'keepActivities');
    },
  },
  {
    name: 'names of those who came forgotten',
    procedure: 'activity.timer purgeSignups',
    begin: async (street) => {
      const { activityId } = await oneWaits(street);
      dataOf(await volunteer(street).read({ activityId }));
      await street.clock.set(START + 100 * 24 * HOUR_MS);
      return timer(street, 'purgeSignups');
    },
  },
];

const TOGETHER: readonly Story[] = [
  {
    name: 'a team founded',
    procedure: 'team.create',
    begin: async (street) => {
      const input = { name: '清洁小队', kind: 'compound' } as const;
      const leaderId = street.userId('volunteer L');
      const { team } = street.as('administrator S');
      dataOf(await team.list({}));
      return (options) => team.create({ ...input, leaderId }, options);
    },
  },
  {
    name: 'a team with another leader',
    procedure: 'team.edit',
    begin: async (street) => {
      const { _id: teamId, version } = await teamAt(street);
      const leaderId = street.userId('volunteer E');
      const input = { teamId, version, change: { is: 'leader', leaderId } } as const;
      return (options) => street.as('administrator S').team.edit(input, options);
    },
  },
  {
    name: 'a team asked',
    procedure: 'team.join',
    begin: async (street) => {
      const { _id: teamId } = await teamAt(street);
      const { team } = street.as('volunteer F');
      dataOf(await team.list({}));
      return (options) => team.join({ teamId }, options);
    },
  },
  {
    name: 'a team left',
    procedure: 'team.leave',
    begin: async (street) => {
      const { _id: teamId } = await teamAt(street);
      const { team } = street.as('volunteer E');
      dataOf(await team.list({}));
      return (options) => team.leave({ teamId }, options);
    },
  },
  {
    name: 'a member welcomed',
    procedure: 'team.approveMember',
    begin: async (street) => {
      const userId = street.userId('volunteer F');
      const { _id: teamId, version } = await teamAt(street, { asking: [userId] });
      const input = { teamId, version, userId, verdict: 'approve' } as const;
      const { team } = street.as('volunteer L');
      dataOf(await team.list({}));
      return (options) => team.approveMember(input, options);
    },
  },
  {
    name: 'a member asked to come',
    procedure: 'team.assign',
    begin: async (street) => {
      const { _id: teamId } = await teamAt(street);
      const { _id: activityId } = await activityAt(street, { teamId });
      const input = { teamId, userId: street.userId('volunteer E'), activityId };
      const { team } = street.as('volunteer L');
      dataOf(await team.list({}));
      return (options) => team.assign(input, options);
    },
  },
];

export const GATHERING_STORIES: readonly Story[] = [
  ...AT_THE_DESK,
  ...COMING,
  ...THERE,
  ...BY_ITSELF,
  ...TOGETHER,
];
