/** Every changing procedure has a story in which it fails on its way. */
import type { Story } from '../../fixture/fault-runner';
import { BUILDING_STORIES } from './building';
import { CENSUS_STORIES } from './census';
import { DESK_STORIES } from './desk';
import { FAMILY_STORIES } from './family';
import { GATHERING_STORIES } from './gatherings';
import { GIFT_STORIES } from './gifts';
import { ISSUE_STORIES } from './issues';
import { PUBLISHING_STORIES } from './publishing';
import { SEAT_STORIES } from './seats';
import { SERVICE_STORIES } from './services';
import { STAIRWELL_STORIES } from './stairwell';
import { VOLUNTEER_STORIES } from './volunteers';
import { WISH_STORIES } from './wishes';

/** By the file that tells them: fault-sweep-<name>.test.ts. */
export const STORIES = {
  building: BUILDING_STORIES,
  census: CENSUS_STORIES,
  desk: DESK_STORIES,
  family: FAMILY_STORIES,
  gatherings: GATHERING_STORIES,
  gifts: GIFT_STORIES,
  issues: ISSUE_STORIES,
  publishing: PUBLISHING_STORIES,
  seats: SEAT_STORIES,
  services: SERVICE_STORIES,
  stairwell: STAIRWELL_STORIES,
  volunteers: VOLUNTEER_STORIES,
  wishes: WISH_STORIES,
} as const satisfies Readonly<Record<string, readonly Story[]>>;
