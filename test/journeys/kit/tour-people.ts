/** Pages of volunteers and of the community that decides about them. */
import { activityAt } from '../../cloudfunctions/fixture/activities';
import {
  appliedVolunteer,
  hoursAt,
  residentAtHome,
  TEAM,
  teamAt,
} from '../../cloudfunctions/fixture/volunteers';
import { keptForK, released } from '../../cloudfunctions/fixture/wishes';
import type { TestStreet } from '../../cloudfunctions/fixture/street';
import type { VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import type { Look } from './journey';
import type { Tour } from './tour';

const LIFE = '/packages/life/pages';
const MANAGE = '/packages/manage/pages';

/** E has served twice, F has asked to join L's team, and E lets the own name stand. */
async function served(street: TestStreet): Promise<void> {
  const by = street.userId('administrator S');
  const manual = {
    source: 'manual',
    sourceId: 'manual',
    title: '',
    manual: 'yes',
    ground: 'noPhone',
    by,
  } as const;
  await street.replaceAll('hours', [
    hoursAt(street, 'volunteer E', { minutes: 90, teamId: TEAM }),
    hoursAt(street, 'volunteer E', { ...manual, minutes: 120, state: 'waiting' }),
    hoursAt(street, 'volunteer F', {
      ...manual,
      minutes: 60,
      by: street.userId('administrator S2'),
      state: 'waiting',
    }),
  ]);
  const { _id: teamId } = await teamAt(street, { asking: [street.userId('volunteer F')] });
  await activityAt(street, { teamId });
  const volunteers = await street.all<VolunteerDocument>('volunteers');
  const honoured = { allowsHonour: true, honour: 'yes' } as const;
  await street.replaceAll(
    'volunteers',
    volunteers.map((one) => (one._id === street.userId('volunteer E') ? { ...one, ...honoured } : one)),
  );
  await street.runTimer('countVolunteers');
}

/** Somebody who would like to help, and a child of theirs. */
export async function tourOffering(tour: Tour, look: Look = {}): Promise<void> {
  await residentAtHome(tour.street);
  const phone = await tour.phone('resident A', look);
  await tour.goTo(phone, `${LIFE}/volunteer/volunteer`);
  await tour.stop('volunteer-offer', phone);
  await phone.tap({ role: 'button', name: '报名做志愿者' });
  await phone.tap({ role: 'radio', name: /^王小雨/ });
  await tour.stop('volunteer-apply-minor', phone);
  await phone.tap({ role: 'radio', name: /^不用登记里的/ });
  await tour.stop('volunteer-apply-own', phone);
}

/** The own page of a volunteer, the team of a leader, the list of thanks. */
export async function tourHelping(tour: Tour, look: Look = {}): Promise<void> {
  await served(tour.street);
  const phone = await tour.phone('volunteer E', look);
  await tour.goTo(phone, `${LIFE}/volunteer/volunteer`);
  await tour.stop('volunteer', phone);
  await phone.tap({ role: 'radio', name: '志愿队' });
  await tour.stop('volunteer-teams', phone);
  await phone.tap({ role: 'link', name: '感谢榜和公开的记录' });
  await phone.tap({ role: 'radio', name: '金果社区' });
  await tour.stop('honour', phone);
  await phone.tap({ role: 'radio', name: '手工补记的时长' });
  await tour.stop('honour-manual', phone);
  await phone.back();
  await phone.tap({ role: 'link', name: '我的资料、歇一阵、感谢榜' });
  await tour.stop('volunteer-profile', phone);
  const leader = await tour.phone('volunteer L', look);
  await tour.goTo(leader, '/packages/team/pages/team/team?id=cleaningteam');
  await tour.stop('team', leader);
  await leader.tap({ role: 'link', name: '队里一共做了多久' });
  await tour.stop('team-hours', leader);
  const { _id } = await released(tour.street, await keptForK(tour.street), { limitYuan: 300 });
  await tour.goTo(leader, `${LIFE}/wish-detail/wish-detail?id=${_id}`);
  await leader.tap({ role: 'button', name: '替我的队认领' });
  await leader.tap({ role: 'radio', name: '清洁小队' });
  await tour.stop('wish-shares', leader);
}

/** The community: who applies, teams, hours. */
export async function tourHelpers(tour: Tour, look: Look = {}): Promise<void> {
  await appliedVolunteer(tour.street);
  await served(tour.street);
  const phone = await tour.phone('community S', look);
  await tour.goTo(phone, `${MANAGE}/volunteers/volunteers`);
  await phone.tap({ role: 'button', name: /^王小明/ });
  await tour.stop('volunteers', phone);
  await phone.tap({ role: 'link', name: '志愿队' });
  await phone.tap({ role: 'button', name: /^清洁小队/ });
  await tour.stop('teams', phone);
  await phone.tap({ role: 'button', name: '建一支队' });
  await tour.stop('teams-make', phone);
  await phone.back();
  await phone.tap({ role: 'link', name: '时长' });
  await phone.tap({ role: 'button', name: '补记一条' });
  await tour.stop('hours', phone);
}
