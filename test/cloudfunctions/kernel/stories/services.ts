/** What the office writes for everybody, what people learn and think of it, and the paper that says so. */
import type { Story } from '../../fixture/fault-runner';
import {
  COURSE_TEXT,
  courseOf,
  giveHours,
  GUIDE_TEXT,
  guideOf,
  OFFICE_TEXT,
  officeOf,
  residentAtHome,
  RIGHT,
} from '../../fixture/services';
import { dataOf, type PersonCalls, type TestStreet } from '../../fixture/street';

/** The office at its desk, which it has just looked at. */
async function office(street: TestStreet): Promise<PersonCalls> {
  const calls = street.as('office ADM');
  dataOf(await calls.guide.listDesk({}));
  dataOf(await calls.course.listDesk({}));
  return calls;
}

const WRITTEN: readonly Story[] = [
  {
    name: 'a guide begun',
    procedure: 'guide.save',
    begin: async (street) => {
      const { guide } = await office(street);
      return (options) => guide.save({ version: 0, text: GUIDE_TEXT }, options);
    },
  },
  {
    name: 'a course written anew',
    procedure: 'course.save',
    begin: async (street) => {
      const { course } = await office(street);
      const { _id: courseId, version } = await courseOf(street);
      const input = { courseId, version, text: COURSE_TEXT };
      return (options) => course.save(input, options);
    },
  },
  {
    name: 'a guide taken down',
    procedure: 'guide.withdraw',
    begin: async (street) => {
      const { guide } = await office(street);
      const { _id: guideId, version } = await guideOf(street);
      return (options) => guide.withdraw({ guideId, version }, options);
    },
  },
  {
    name: 'a course taken down',
    procedure: 'course.withdraw',
    begin: async (street) => {
      const { course } = await office(street);
      const { _id: courseId, version } = await courseOf(street);
      return (options) => course.withdraw({ courseId, version }, options);
    },
  },
  {
    name: 'an office added',
    procedure: 'guide.saveOffice',
    begin: async (street) => {
      const { guide } = await office(street);
      return (options) => guide.saveOffice({ version: 0, text: OFFICE_TEXT }, options);
    },
  },
  {
    name: 'an office taken down',
    procedure: 'guide.withdrawOffice',
    begin: async (street) => {
      const { guide } = await office(street);
      const { _id: officeId, version } = await officeOf(street);
      return (options) => guide.withdrawOffice({ officeId, version }, options);
    },
  },
];

const LEARNT: readonly Story[] = [
  {
    name: 'stars for a guide',
    procedure: 'guide.rate',
    begin: async (street) => {
      const { _id: guideId } = await guideOf(street);
      const { guide } = street.as('outsider X');
      dataOf(await guide.list({}));
      return (options) => guide.rate({ guideId, stars: 4 }, options);
    },
  },
  {
    name: 'a quiz passed',
    procedure: 'course.submitQuiz',
    begin: async (street) => {
      const { course } = await residentAtHome(street);
      const { _id: courseId } = await courseOf(street);
      dataOf(await course.list({}));
      return (options) => course.submitQuiz({ courseId, answers: RIGHT }, options);
    },
  },
  {
    name: 'a paper about hours',
    procedure: 'certificate.issue',
    begin: async (street) => {
      await giveHours(street, 'volunteer E', [{ minutes: 120 }, { minutes: 45 }]);
      const { certificate } = street.as('volunteer E');
      dataOf(await certificate.listNames({}));
      return (options) => certificate.issue({ nameKey: 'volunteer' }, options);
    },
  },
];

export const SERVICE_STORIES: readonly Story[] = [...WRITTEN, ...LEARNT];
