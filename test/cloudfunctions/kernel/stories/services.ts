/** What the office writes for everybody, what people learn and think of it, and the paper that says so. */
import type { Story } from '../../fixture/fault-runner';
import {
  COURSE_TEXT,
  courseOf,
  giveHours,
  GUIDE_TEXT,
  guideOf,
  residentAtHome,
  RIGHT,
} from '../../fixture/services';
import type { TestStreet } from '../../fixture/street';

const desk = (street: TestStreet) => street.as('administrator S');

const WRITTEN: readonly Story[] = [
  {
    name: 'a guide begun',
    procedure: 'guide.save',
    begin: (street) =>
      Promise.resolve((options) => desk(street).guide.save({ version: 0, text: GUIDE_TEXT }, options)),
  },
  {
    name: 'a course written anew',
    procedure: 'course.save',
    begin: async (street) => {
      const { _id: courseId, version } = await courseOf(street);
      const input = { courseId, version, text: COURSE_TEXT };
      return (options) => street.as('office ADM').course.save(input, options);
    },
  },
  {
    name: 'a guide taken down',
    procedure: 'guide.withdraw',
    begin: async (street) => {
      const { _id: guideId, version } = await guideOf(street);
      return (options) => street.as('office ADM').guide.withdraw({ guideId, version }, options);
    },
  },
  {
    name: 'a course taken down',
    procedure: 'course.withdraw',
    begin: async (street) => {
      const { _id: courseId, version } = await courseOf(street);
      return (options) => street.as('office ADM').course.withdraw({ courseId, version }, options);
    },
  },
];

const LEARNT: readonly Story[] = [
  {
    name: 'stars for a guide',
    procedure: 'guide.rate',
    begin: async (street) => {
      const { _id: guideId } = await guideOf(street);
      return (options) => street.as('outsider X').guide.rate({ guideId, stars: 4 }, options);
    },
  },
  {
    name: 'a quiz passed',
    procedure: 'course.submitQuiz',
    begin: async (street) => {
      const { course } = await residentAtHome(street);
      const { _id: courseId } = await courseOf(street);
      return (options) => course.submitQuiz({ courseId, answers: RIGHT }, options);
    },
  },
  {
    name: 'a paper about hours',
    procedure: 'certificate.issue',
    begin: async (street) => {
      await giveHours(street, 'volunteer E', [{ minutes: 120 }, { minutes: 45 }]);
      const { certificate } = street.as('volunteer E');
      return (options) => certificate.issue({ nameKey: 'volunteer' }, options);
    },
  },
];

export const SERVICE_STORIES: readonly Story[] = [...WRITTEN, ...LEARNT];
