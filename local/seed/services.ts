/** What the office of the street tells and teaches: made-up guides, offices and courses that read like real ones. */
import { courseTextSchema } from '@domain/course/course';
import { directoryTextSchema } from '@domain/guide/directory';
import { guideTextSchema, type GuideText } from '@domain/guide/guide';
import { initialsOfGuide } from '../../cloudfunctions/records/initials';
import type {
  CourseDocument,
  DirectoryDocument,
  GuideDocument,
} from '../../cloudfunctions/repositories/documents';
import { stageOf } from './cast';
import courses from './services/courses.json';
import directory from './services/directory.json';
import guides from './services/guides.json';
import { placeId, type StreetPlan } from './street-plan';

/** A guide of a window in the community is the community's own; the others are the street's. */
const OF_COMMUNITY = /^社区/;
/** A window of the street is the street’s own; an office anywhere else is looked after by the community around it. */
const OF_STREET = /^街道/;

function guideId({ seed }: StreetPlan, title: string): string {
  return placeId(seed, 'guide', title);
}

function courseId({ seed }: StreetPlan, title: string): string {
  return placeId(seed, 'course', title);
}

const OF_ALL = { communityId: '', community: '' };

function ownOf(plan: StreetPlan): Pick<GuideDocument, 'communityId' | 'community'> {
  const { community } = stageOf(plan);
  const own = plan.communities.find(({ name }) => name === community);
  return own === undefined ? OF_ALL : { communityId: own.id, community: own.name };
}

function ownerOf(
  plan: StreetPlan,
  { where }: Pick<GuideText, 'where'>,
): Pick<GuideDocument, 'communityId' | 'community'> {
  return OF_COMMUNITY.test(where) ? ownOf(plan) : OF_ALL;
}

export function guideDocuments(plan: StreetPlan): GuideDocument[] {
  return guides.map((guide, order): GuideDocument => {
    const shown = guideTextSchema.parse(guide);
    return {
      _id: guideId(plan, shown.title),
      version: 1,
      state: 'shown',
      streetId: plan.street.id,
      ...ownerOf(plan, shown),
      order,
      shown,
      initials: initialsOfGuide(shown),
      stars: {},
    };
  });
}

export function courseDocuments(plan: StreetPlan): CourseDocument[] {
  return courses.map((course, order): CourseDocument => {
    const shown = courseTextSchema.parse(course);
    return {
      _id: courseId(plan, shown.title),
      version: 1,
      state: 'shown',
      streetId: plan.street.id,
      ...ownOf(plan),
      order,
      shown,
      taken: 0,
      passed: 0,
    };
  });
}

export function directoryDocuments(plan: StreetPlan): DirectoryDocument[] {
  return directory.map((entry, order): DirectoryDocument => {
    const shown = directoryTextSchema.parse(entry);
    return {
      _id: placeId(plan.seed, 'office', shown.name),
      version: 1,
      state: 'shown',
      streetId: plan.street.id,
      ...(OF_STREET.test(shown.where) ? OF_ALL : ownOf(plan)),
      order,
      shown,
    };
  });
}
