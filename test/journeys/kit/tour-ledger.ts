/** The problem ledger: its lists and figures, one issue sorted, given out by a plan, worked on, and asked back by phone. */
import { answered, assigned, classified, DARK, reported } from '../../cloudfunctions/fixture/issues';
import { dataOf } from '../../cloudfunctions/fixture/street';
import { radio } from './family';
import type { Look } from './journey';
import type { Tour } from './tour';

const PAGES = '/packages/ledger/pages';
/** An issue is read back after a step. */
const READ_BACK = /calls$/;
const AFTER_DUE_MS = 4 * 86_400_000;

/** Lists, figures, and one issue on its way through the office. */
export async function tourLedger(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  const { id: late, reporter } = await reported(street);
  await assigned(street, late);
  const say = async (text: string): Promise<string> =>
    dataOf(await reporter.issue.report({ ...DARK, text, spot: '东门旁边' })).issueId;
  const id = await say('停车位太少，晚上消防通道都占了');
  const waiting = await say('垃圾桶两天没人清');
  await classified(street, waiting, 'release');
  await street.clock.set(street.clock.now() + AFTER_DUE_MS);
  await street.runTimer('tendIssues');
  const office = await tour.phone('community S', { ...look, now: street.clock.now() });
  await tour.goTo(office, `${PAGES}/ledger/ledger`);
  await tour.stop('ledger', office);
  await office.tap(radio('过期的'));
  await office.see('三楼拐弯');
  await tour.stop('ledger-overdue', office);
  await office.tap(radio('台账和统计'));
  await office.tap({ role: 'button', name: /^照明/ });
  await tour.stop('ledger-figures', office);
  await tour.goTo(office, `${PAGES}/issue-work/issue-work?id=${id}`);
  await tour.stop('issue-sort', office);
  await tour.goTo(office, `${PAGES}/issue-work/issue-work?id=${waiting}`);
  await office.tap(radio('物业'));
  await office.tap(radio('整改计划，分几步办'));
  await tour.stop('issue-give', office);
}

/** An observation at a door, who works on one, and who asks back somebody without an account. */
export async function tourIssueWork(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  const { id } = await reported(street);
  await assigned(street, id);
  const worker = await tour.phone('worker W1', look);
  const { id: doorId, buildingId } = street.door('苹果花园 3-2-502');
  await tour.goTo(worker, `/packages/worker/pages/door/door?door=${doorId}&building=${buildingId}`);
  await worker.tap(radio('楼道灯不亮'));
  await tour.stop('issue-at-door', worker);
  const property = await tour.phone('property P1', look);
  tour.forgive?.(property, READ_BACK);
  await tour.goTo(property, `${PAGES}/ledger/ledger`);
  await tour.stop('ledger-given', property);
  await tour.goTo(property, `${PAGES}/issue-work/issue-work?id=${id}`);
  await property.tap('开始办');
  await tour.stop('issue-work', property);
  const place = { by: 'door', doorId: street.door('苹果花园 3-2-601').id } as const;
  const raisedBy = { who: 'phone', phone: '10012345678' } as const;
  const { issueId } = dataOf(await street.as('worker W1').issue.report({ ...DARK, place, raisedBy }));
  await answered(street, issueId);
  const office = await tour.phone('administrator ADM', look);
  await tour.goTo(office, `${PAGES}/issue-work/issue-work?id=${issueId}`);
  await tour.stop('issue-ask', office);
}
