/**
 * Takes the pictures of the product: `pictures-child <folder> [part of a name]`. It walks the tours of the tests over the test
 * street, in four looks, and writes `<page>-<look>.png`. Started by scripts/screenshots.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import { openBrowser, openPhone, type OpenedBrowser, type PhoneDriver } from '../browser/phone';
import { openStreet, START, type TestStreet } from '../cloudfunctions/fixture/street';
import { openidOf } from '../../local/seed/personas';
import type { Look } from './kit/journey';
import { withPalette } from './kit/palette-png';
import { tourArrival, tourForm, tourLarge, tourOffice, tourWorker, type Tour } from './kit/tour';
import { tourFaces } from './kit/tour-faces';
import { tourGathering, tourGatheringOffice } from './kit/tour-gatherings';
import { tourGifts } from './kit/tour-gifts';
import { tourAsked, tourFamily, tourRent } from './kit/tour-homes';
import { tourDesk, tourSaying, tourServices, tourVolunteers, tourWishes } from './kit/tour-life';
import { tourIssueWork, tourLedger } from './kit/tour-ledger';
import { tourDoubts, tourRound, tourTasks } from './kit/tour-rounds';
import { tourPeople, tourSeat } from './kit/tour-seats';

const BYTES_MAX = 60_000;

type Route = (tour: Tour, look: Look) => Promise<void>;

const WORK: readonly Route[] = [
  tourWorker,
  tourOffice,
  tourTasks,
  tourDoubts,
  tourRound,
  tourSeat,
  tourPeople,
  tourLedger,
  tourIssueWork,
  tourGatheringOffice,
  tourDesk,
  tourFaces,
];
const LIFE: readonly Route[] = [tourServices, tourSaying, tourWishes, tourVolunteers];
const HOMES: readonly Route[] = [tourAsked, tourFamily, tourRent, tourGathering, tourGifts, ...LIFE];

const LOOKS: Readonly<Record<string, { look: Look; routes: readonly Route[] }>> = {
  standard: { look: {}, routes: [tourArrival, tourForm, ...HOMES, ...WORK] },
  large: { look: { large: true }, routes: [tourArrival, tourLarge, ...HOMES, ...WORK] },
  dark: { look: { dark: true }, routes: [tourArrival, tourForm, ...HOMES, ...WORK] },
  pc: { look: { pc: true }, routes: [tourArrival, tourForm, ...HOMES, ...WORK] },
};

/** Stops that show a state of a page which is pictured already. */
const LEFT_OUT =
  /^(question-(?!(?:1|4|8)-)|pick-building|entry-refused|form-gaps|home-bound|residence-|round-door)/;

interface Album {
  readonly browser: OpenedBrowser;
  readonly street: TestStreet;
  readonly folder: string;
  readonly wanted: string;
}

async function walk(album: Album, name: string): Promise<void> {
  const { look, routes } = LOOKS[name] ?? { look: {}, routes: [] };
  for (const route of routes) {
    await album.street.reset();
    const phones: PhoneDriver[] = [];
    const tour: Tour = {
      street: album.street,
      async phone(person, own) {
        const as = openidOf(person.slice(person.lastIndexOf(' ') + 1));
        const phone = await openPhone(album.browser, { url: album.street.url, as, now: START, ...own });
        phones.push(phone);
        return phone;
      },
      goTo: (phone, url) => phone.goTo(url),
      stop: (stop, phone) => take(album, `${stop}-${name}`, phone),
    };
    await route(tour, look);
    for (const phone of phones) await phone.close();
  }
}

async function take({ folder, wanted }: Album, name: string, phone: PhoneDriver): Promise<void> {
  if (LEFT_OUT.test(name) || !name.includes(wanted)) return;
  const file = path.join(folder, `${name}.png`);
  await phone.shot(file);
  const picture = withPalette(fs.readFileSync(file));
  fs.writeFileSync(file, picture);
  console.log(`${String(Math.round(picture.length / 1000)).padStart(4)} kB  ${name}`);
  if (picture.length > BYTES_MAX) throw new Error(`${name} is heavier than ${BYTES_MAX / 1000} kB`);
}

async function main([folder = '', wanted = '']: readonly string[]): Promise<void> {
  const browser = await openBrowser();
  if (browser === undefined) throw new Error('no browser: set CHROME to one');
  const street = await openStreet();
  try {
    for (const name of Object.keys(LOOKS)) await walk({ browser, street, folder, wanted }, name);
  } finally {
    await browser.close();
    await street.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
