/** P15: what pages weigh on a phone with full data, read from the phone itself. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPhone } from '../../local/phone/build/phone';
import {
  openBrowser,
  openPhone,
  type OpenedBrowser,
  type PhoneDriver,
  type PhoneMeter,
} from '../../test/browser/phone';
import { openidOf } from '../../local/seed/personas';
import { readJson } from '../../scripts/build-project';
import { MORNING, startCloud } from '../cloud/cloud';
import { BENCH_DIST } from '../cloud/places';
import type { BenchStreet } from '../street/bench-street';
import { buildForPhone } from './package';
import { looksOf, type Look } from './read';
import type { Bench } from './group';

interface Visit {
  readonly openid: string;
  readonly route: string;
  readonly query?: string;
  /** Another page, and the words on it that lead there; without them the page is opened by its address. */
  readonly from?: string;
  readonly tap?: string;
}

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly subpackages?: AppJson['subPackages'];
}

const HOME = 'pages/home/home';
/** The app asks for it once when it starts, whatever page comes first. */
const SESSION = 'session';
const TAPS = 5;
const REACH_MS = 500;
/** A quick round opens every third page. */
const QUICK_SHARE = 3;
const CONTROLS = '[role=radio]:visible, [role=checkbox]:visible, [role=switch]:visible';
const LIMITS = { setData: 8_000, perTap: 2, nodes: 300, depth: 12, children: 40, calls: 1, answer: 8_000 };

const MANAGER = openidOf('ADM');
const STRANGER = openidOf('X');

function visitsOf(street: BenchStreet): Visit[] {
  const [, wall, own] = looksOf(street);
  const [compound] = street.cut.plan.compounds;
  if (wall === undefined || own === undefined || compound === undefined) throw new Error('nobody to visit');
  return [
    ...visitsAtHome(own.who.openid),
    { openid: STRANGER, route: 'packages/home/pages/pick-door/pick-door', query: `compound=${compound.id}` },
    ...visitsOfBuilding(street, wall),
    { openid: MANAGER, route: 'packages/manage/pages/overview/overview' },
    { openid: MANAGER, route: 'packages/manage/pages/exports/exports' },
  ];
}

/** Pages of a household of six. */
function visitsAtHome(openid: string): Visit[] {
  return [
    { openid, route: 'pages/home/home' },
    { openid, route: 'packages/home/pages/my/my' },
    { openid, route: 'pages/census/entry/entry' },
    { openid, route: 'pages/census/form/form', from: 'packages/home/pages/my/my', tap: '改一改' },
  ];
}

/** Pages of a building of 48 doors, as its worker, a passer-by and the office see it. */
function visitsOfBuilding({ cut }: BenchStreet, { who: { openid }, input }: Look): Visit[] {
  const { buildingId } = input as { buildingId: string };
  const unit = cut.units.find((one) => one.unit.wall.buildingId === buildingId);
  const door = unit?.doors[0]?.door.document._id ?? '';
  const query = `building=${buildingId}`;
  return [
    { openid: STRANGER, route: 'packages/home/pages/pick-door/pick-door', query },
    { openid, route: 'packages/worker/pages/today/today' },
    { openid, route: 'packages/worker/pages/wall/wall', query },
    { openid, route: 'packages/worker/pages/door/door', query: `door=${door}&${query}` },
    { openid, route: 'packages/worker/pages/waiting/waiting' },
    { openid: MANAGER, route: 'packages/manage/pages/doors/doors', query },
  ];
}

function routesOf(miniprogram: string): Set<string> {
  const { pages, subPackages, subpackages } = readJson(join(miniprogram, 'app.json')) as AppJson;
  const parts = subPackages ?? subpackages ?? [];
  return new Set([...pages, ...parts.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))]);
}

/** The first screen in an app that has been opened before, and then what a few taps on its choices cost. */
async function visit(opened: OpenedBrowser, url: string, one: Visit): Promise<PhoneMeter[]> {
  const { openid, route, query, from, tap } = one;
  const phone = await openPhone(opened, { url, as: openid, page: HOME, now: Date.parse(MORNING) });
  try {
    await phone.open(from ?? (query === undefined ? route : `${route}?${query}`));
    if (tap !== undefined) {
      await phone.resetMeter();
      await phone.tap(tap);
    }
    await phone.idle();
    if ((await phone.route()) !== route) throw new Error(`${route} leads to ${await phone.route()}`);
    const first = await phone.meter();
    await phone.resetMeter();
    return [first, await tapAround(phone)];
  } finally {
    await phone.close();
  }
}

async function tapAround(phone: PhoneDriver): Promise<PhoneMeter> {
  const controls = phone.shown.locator(CONTROLS);
  const count = Math.min(TAPS, await controls.count());
  for (let index = 0; index < count; index += 1) {
    const control = controls.nth(index);
    // What lies under a bar at the foot of the screen is left alone: a thumb would not reach it either.
    const isReached = await control.click({ trial: true, timeout: REACH_MS }).then(
      () => true,
      () => false,
    );
    if (isReached) await phone.tap(control);
  }
  return phone.meter();
}

const most = (values: readonly number[]): number => Math.max(0, ...values);

function measureVisit({ report }: Bench, name: string, [first, tapped]: readonly PhoneMeter[]): void {
  if (first === undefined || tapped === undefined) throw new Error('the phone was not read');
  const pages = [...Object.values(first.pages), ...Object.values(tapped.pages)];
  const bytes = most([...first.setData, ...tapped.setData].map((call) => call.bytes));
  const answer = most(first.calls.map(({ bytesReceived }) => bytesReceived));
  const taps = tapped.taps.map((tap) => tap.setData);
  const calls = first.calls.map((call) => `${call.name} ${call.bytesReceived} B`).join(', ');
  report.remark(`${name}: ${calls === '' ? 'no calls' : calls}; ${taps.length} taps`);
  const line = (figure: string, [value, unit]: [number, string], atMost: number): void =>
    report.measure({ name: `page.${name}.${figure}`, value, unit, limit: { atMost } });
  const own = first.calls.filter((call) => call.name !== SESSION);
  line('setData', [bytes, 'B'], LIMITS.setData);
  line('perTap', [most(taps), 'setData'], LIMITS.perTap);
  line('nodes', [most(pages.map((page) => page.nodes)), 'nodes'], LIMITS.nodes);
  line('depth', [most(pages.map((page) => page.depth)), 'levels'], LIMITS.depth);
  line('children', [most(pages.map((page) => page.children)), 'nodes'], LIMITS.children);
  line('calls', [own.length, 'calls'], LIMITS.calls);
  line('answer', [answer, 'B'], LIMITS.answer);
  for (const error of [...first.errors, ...tapped.errors]) report.remark(`${name} met an error: ${error}`);
}

export async function pageGroup(bench: Bench): Promise<void> {
  const { report, streets, settings } = bench;
  report.remark(
    'calls of a first screen are counted without the session, which the app asks for once when it starts',
  );
  const browser = await openBrowser();
  if (browser === undefined) {
    report.remark('SKIPPED page: there is no browser here, and nothing is known of what pages weigh');
    return;
  }
  const miniprogram = await buildForPhone();
  const phone = join(BENCH_DIST, 'phone');
  mkdirSync(phone, { recursive: true });
  await buildPhone(miniprogram, phone);
  const street = await streets.of(settings.households);
  const cloud = await startCloud({ ...street.open(), phone });
  try {
    const routes = routesOf(miniprogram);
    const visits = visitsOf(street).filter((_one, index) => !settings.isQuick || index % QUICK_SHARE === 0);
    for (const one of visits) {
      const [, key = ''] = /^([a-z]+)=/.exec(one.query ?? '') ?? [];
      const parts = one.route.split('/').filter((part) => part !== 'pages' && part !== 'packages');
      const name = [...new Set(parts), ...(one.route.includes('pick-door') ? [key] : [])].join('-');
      if (!routes.has(one.route)) report.remark(`${name} is not in the package`);
      else await measureOrSay(bench, name, () => visit(browser, cloud.url, one));
    }
  } finally {
    await cloud.close();
    await browser.close();
  }
}

/** A page that does not open fails on a line of its own and does not hide the others. */
async function measureOrSay(bench: Bench, name: string, run: () => Promise<PhoneMeter[]>): Promise<void> {
  try {
    measureVisit(bench, name, await run());
  } catch (error) {
    bench.report.remark(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    bench.report.measure({ name: `page.${name}.opens`, value: 0, unit: 'pages', limit: { atLeast: 1 } });
  }
}
