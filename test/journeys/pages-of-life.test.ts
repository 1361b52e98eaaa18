/** The pages of services, learning, wishes, problems and volunteers for old eyes and thumbs: 大字 on 320 px. */
import { inspected, LARGE } from './kit/inspected';
import { openJourney } from './kit/journey';
import { tourDesk, tourSaying, tourServices, tourVolunteers, tourWishes } from './kit/tour-life';

const { journey, walk } = openJourney();

describe('J13 to J15, the pages in 大字 on 320 px', () => {
  for (const [words, route] of [
    ['guides, the directory, a course and its certificate', tourServices],
    ['what a resident tells the street', tourSaying],
    ['wishes', tourWishes],
    ['volunteers', tourVolunteers],
    ['the desk', tourDesk],
  ] as const) {
    walk(`have targets for thumbs, names for ears, and cut nothing: ${words}`, async () => {
      expect(await inspected(journey, route, { look: LARGE })).toEqual([]);
    });
  }
});
