import { AT_WORK, inspected } from './kit/inspected';
import { openJourney } from './kit/journey';
import { tourOffice, tourWorker } from './kit/tour';

const { journey, walk } = openJourney({ glyphs: true });

describe('J1 the pages of those who work, on a computer in the dark, on a phone, and in 大字 on 320 px,', () => {
  walk('J1.P5 keep the same rules: the worker', async () => {
    expect(await inspected(journey, tourWorker, AT_WORK)).toEqual([]);
  });

  walk('J1.P6 keep the same rules: building head and street', async () => {
    expect(await inspected(journey, tourOffice, AT_WORK)).toEqual([]);
  });
});
