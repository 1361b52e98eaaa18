import type { PhoneDriver } from '../browser/phone';
import { problemsOf } from './kit/inspect';
import { openJourney, type Look } from './kit/journey';
import { formsOf } from './kit/records';
import { tourArrival, tourForm, tourLarge, tourOffice, tourWorker, type Tour } from './kit/tour';

const { journey, walk } = openJourney({ glyphs: true });

/** Walks a tour and collects what is wrong at its stops. */
async function inspected(route: (tour: Tour, look: Look) => Promise<void>, look: Look): Promise<string[]> {
  const problems: string[] = [];
  const tour: Tour = {
    street: journey.street,
    phone: (person, own) => journey.phone(person, own),
    restart: (phone, change) => journey.restart(phone, change),
    async stop(name: string, phone: PhoneDriver) {
      // Reading the meter counts the page as it stands now.
      await phone.meter();
      const found = await problemsOf(phone, look.large === undefined ? {} : { large: look.large });
      problems.push(...found.map((problem) => `${name}: ${problem}`));
    },
  };
  await route(tour, look);
  return problems;
}

describe('J1 the pages of those who work', () => {
  const looks: [string, Look][] = [
    ['on a phone', {}],
    ['in the dark on a computer', { dark: true, pc: true }],
    ['in 大字 on 320 px', { width: 320, height: 640, large: true }],
  ];
  for (const [words, look] of looks) {
    walk(`J1.P5 ${words} keep the same rules: the worker`, async () => {
      expect(await inspected(tourWorker, look)).toEqual([]);
    });

    walk(`J1.P6 ${words} keep the same rules: building head and street`, async () => {
      expect(await inspected(tourOffice, look)).toEqual([]);
    });
  }
});

describe('J1 the pages', () => {
  const looks: [string, Look][] = [
    ['on a phone', {}],
    ['in the dark', { dark: true }],
    ['of 320 px with the largest type of one scroll', { width: 320, height: 640, fontScale: 1.25 }],
  ];
  for (const [words, look] of looks) {
    walk(
      `J1.P1 ${words} have targets for thumbs, names for ears, and cut nothing: on the way in`,
      async () => {
        expect(await inspected(tourArrival, look)).toEqual([]);
      },
    );

    walk(
      `J1.P2 ${words} have targets for thumbs, names for ears, and cut nothing: through the form`,
      async () => {
        expect(await inspected(tourForm, look)).toEqual([]);
      },
    );
  }

  walk('J1.P3 in 大字 on 320 px have targets of 60 px and cut nothing', async () => {
    expect(await inspected(tourArrival, { width: 320, height: 640, large: true })).toEqual([]);
  });

  walk('J1.P4 in 大字 ask one question a screen, and come to the same receipt', async () => {
    expect(await inspected(tourLarge, { width: 320, height: 640, large: true })).toEqual([]);
    expect(await formsOf(journey.street, journey.street.door('苹果花园 3-2-502'))).toHaveLength(1);
  });
});
