/** What the page of one's own doings asks. */
import type { activityContract } from '@domain/contract/activity';
import type { issueContract } from '@domain/contract/issue';
import type { volunteerContract } from '@domain/contract/volunteer';
import type { wishContract } from '@domain/contract/wish';
import { client } from '../../services/client';

export const ownActivities = client<typeof activityContract>('activity');
export const ownIssues = client<typeof issueContract>('issue');
export const ownHours = client<typeof volunteerContract>('volunteer');
export const ownWishes = client<typeof wishContract>('wish');
