/** Pages that lead to every door: family far away, rents, people listed twice, tasks, the seats of those who walk, and issues. */
import { inspected, LARGE } from './kit/inspected';
import { openJourney } from './kit/journey';
import { tourGifts } from './kit/tour-gifts';
import { tourAsked, tourFamily, tourRent } from './kit/tour-homes';
import { tourIssueWork, tourLedger } from './kit/tour-ledger';
import { tourDoubts, tourTasks } from './kit/tour-rounds';
import { tourPeople, tourSeat } from './kit/tour-seats';

const { journey, walk } = openJourney({ glyphs: true });

const ROUTES = {
  'J2.P1 the household that is asked': tourAsked,
  'J3.P1 the family far away': tourFamily,
  'J4.P1 landlord and tenant': tourRent,
  'J4.P2 the worker in doubt': tourDoubts,
  'J5.P2 what is to be done': tourTasks,
  'the way into a seat': tourSeat,
  'people and their units': tourPeople,
  'J14.P1 the give-away shelf': tourGifts,
  'J15.P1 the problem ledger': tourLedger,
  'J15.P2 one issue': tourIssueWork,
};
/** In the dark and on a computer these pages consist of parts that are inspected elsewhere, and are pictured. */
const held = { look: LARGE, also: [{}] };

describe('pages in 大字 on 320 px, and on a phone, have targets for thumbs, names for ears, and cut nothing', () => {
  for (const [words, route] of Object.entries(ROUTES)) {
    walk(words, async () => {
      expect(await inspected(journey, route, held)).toEqual([]);
    });
  }
});
