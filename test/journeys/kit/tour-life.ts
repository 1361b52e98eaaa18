/** Pages of services, learning, wishes, problems and volunteers: of those who live here, and of the desk. */
import type { CourseText } from '@domain/course/course';
import { classified, reported, DARK } from '../../cloudfunctions/fixture/issues';
import { courseOf, guideOf, residentAtHome } from '../../cloudfunctions/fixture/services';
import { dataOf } from '../../cloudfunctions/fixture/street';
import { teamAt } from '../../cloudfunctions/fixture/volunteers';
import { claimedForK, keptForK, keptOfA, metForK, released } from '../../cloudfunctions/fixture/wishes';
import type { PhoneDriver } from '../../browser/phone';
import type { Look } from './journey';
import type { Tour } from './tour';

const LIFE = '/packages/life/pages';
const MANAGE = '/packages/manage/pages';
/** The person is asked for first, then what they came for. */
const READ_BACK = /calls/;

async function opened(tour: Tour, person: string, look: Look): Promise<PhoneDriver> {
  const phone = await tour.phone(person, look);
  tour.forgive?.(phone, READ_BACK);
  return phone;
}

/** Pages one after the other, each stopped at under its own name. */
async function stopAt(
  tour: Tour,
  phone: PhoneDriver,
  pages: readonly (readonly [string, string?])[],
): Promise<void> {
  for (const [url, name = url.replace(/^.*\/|\?.*$/g, '')] of pages) {
    await tour.goTo(phone, url);
    await tour.stop(name, phone);
  }
}

/** What is known and learnt here, to a resident who has passed a course. */
export async function tourServices(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  await residentAtHome(street);
  const [guide, course] = [await guideOf(street), await courseOf(street)];
  const phone = await opened(tour, 'resident A', look);
  await stopAt(tour, phone, [
    [`${LIFE}/services/services`],
    [`${LIFE}/service-detail/service-detail?id=${guide._id}`],
    [`${LIFE}/directory/directory`],
    [`${LIFE}/learn/learn`],
    [`${LIFE}/learn-detail/learn-detail?id=${course._id}`],
  ]);
  await tourQuiz(tour, phone, course.shown?.quiz ?? []);
}

/** First with the first choice everywhere, some of which are right, then with all of them right; and the paper about it. */
async function tourQuiz(tour: Tour, phone: PhoneDriver, quiz: CourseText['quiz']): Promise<void> {
  const answer = async (choices: readonly (string | undefined)[]): Promise<void> => {
    for (const name of choices) if (name !== undefined) await phone.tap({ role: 'radio', name });
    await phone.tap({ role: 'button', name: '看看对不对' });
  };
  await answer(quiz.map(({ choices }) => choices[0]));
  await tour.stop('learn-detail-answered', phone);
  await answer(quiz.map(({ choices, right }) => (right === 0 ? undefined : choices[right])));
  await phone.tap('开一张学习证明');
  await phone.tap({ role: 'radio', name: '不写名字' });
  await phone.see('学习证明');
  await tour.stop('certificate', phone);
}

/** What a resident tells the street, and what became of it. */
export async function tourSaying(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  const { reporter } = await reported(street);
  const { issueId } = dataOf(await reporter.issue.report({ ...DARK, text: '楼道里堆着旧家具' }));
  await classified(street, issueId, 'release');
  const phone = await opened(tour, 'resident A', look);
  await stopAt(tour, phone, [
    [`${LIFE}/say/say`],
    [`${LIFE}/my-issues/my-issues`],
    [`${LIFE}/issue-board/issue-board`],
    [`${LIFE}/issue-detail/issue-detail?id=${issueId}`],
  ]);
}

/** Wishes: who makes one, who grants them, and the list of thanks. */
export async function tourWishes(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  await metForK(street);
  await claimedForK(street);
  const { _id: wishId } = await released(street, await keptForK(street, { isAnother: true }));
  await keptOfA(street);
  const volunteer = await opened(tour, 'volunteer E', look);
  await stopAt(tour, volunteer, [
    [`${LIFE}/wishes/wishes`],
    [`${LIFE}/wish-detail/wish-detail?id=${wishId}`],
    [`${LIFE}/my-wishes/my-wishes`, 'my-wishes-claimed'],
    ['/packages/home/pages/own/own'],
  ]);
  const resident = await opened(tour, 'resident A', look);
  await stopAt(tour, resident, [[`${LIFE}/wish-new/wish-new`], [`${LIFE}/my-wishes/my-wishes`]]);
}

/** Volunteers: hours, own facts, team, list of thanks; and somebody who would like to be one. */
export async function tourVolunteers(tour: Tour, look: Look = {}): Promise<void> {
  const { _id: teamId } = await teamAt(tour.street);
  const volunteer = await opened(tour, 'volunteer E', look);
  await stopAt(tour, volunteer, [
    [`${LIFE}/volunteer/volunteer`],
    [`${LIFE}/volunteer-profile/volunteer-profile`],
    [`/packages/team/pages/team/team?id=${teamId}`],
    [`${LIFE}/honour/honour`],
  ]);
  const newcomer = await opened(tour, 'resident X', look);
  await stopAt(tour, newcomer, [[`${LIFE}/volunteer-apply/volunteer-apply`]]);
}

/** The community's desk: what waits, who serves, and what is written. */
export async function tourDesk(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  await teamAt(street);
  await keptForK(street);
  await reported(street);
  const office = await opened(tour, 'community S', look);
  await stopAt(tour, office, [
    [`${MANAGE}/wish-review/wish-review`],
    [`${MANAGE}/content/content`],
    [`${MANAGE}/volunteers/volunteers`],
    ['/packages/team/pages/teams/teams'],
    [`${MANAGE}/hours/hours`],
    [`${MANAGE}/writing/writing?shelf=guides`],
    [`${MANAGE}/writing/writing?shelf=courses`, 'writing-courses'],
    [`${MANAGE}/doors/doors?building=${street.building('苹果花园 3')}`],
  ]);
}
