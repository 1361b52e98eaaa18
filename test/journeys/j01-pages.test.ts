import { inspected, LARGE } from './kit/inspected';
import { openJourney } from './kit/journey';
import { formsOf } from './kit/records';
import { tourArrival, tourForm, tourLarge } from './kit/tour';

const { journey, walk } = openJourney({ glyphs: true });

describe('J1 the pages', () => {
  const words = 'on a phone, in the dark, and of 320 px with the largest type of one scroll';
  const also = [{ dark: true }, { width: 320, height: 640, fontScale: 1.25 }];

  walk(`J1.P1 ${words}, and in 大字, hold what old eyes and thumbs need: on the way in`, async () => {
    expect(await inspected(journey, tourArrival, { look: LARGE, also: [{}, ...also] })).toEqual([]);
  });

  walk(
    `J1.P2 ${words}, have targets for thumbs, names for ears, and cut nothing: through the form`,
    async () => {
      expect(await inspected(journey, tourForm, { also })).toEqual([]);
    },
  );

  walk('J1.P3 in 大字 ask one question a screen, and come to the same receipt', async () => {
    expect(await inspected(journey, tourLarge, { look: LARGE })).toEqual([]);
    expect(await formsOf(journey.street, journey.street.door('苹果花园 3-2-502'))).toHaveLength(1);
  });
});
