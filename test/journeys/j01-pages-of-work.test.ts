import { inspected } from './kit/inspected';
import { openJourney, type Look } from './kit/journey';
import { tourOffice, tourWorker } from './kit/tour';

const { journey, walk } = openJourney({ glyphs: true });

describe('J1 the pages of those who work', () => {
  const looks: [string, Look][] = [
    ['in the dark on a computer, and held as a phone by day,', { dark: true, pc: true }],
    ['in 大字 on 320 px', { width: 320, height: 640, large: true }],
  ];
  for (const [words, look] of looks) {
    walk(`J1.P5 ${words} keep the same rules: the worker`, async () => {
      expect(await inspected(journey, tourWorker, { look })).toEqual([]);
    });

    walk(`J1.P6 ${words} keep the same rules: building head and street`, async () => {
      expect(await inspected(journey, tourOffice, { look })).toEqual([]);
    });
  }
});
