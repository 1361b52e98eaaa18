/** Clients of what volunteers do together: this package's own, since the pages of residents carry theirs. */
import type { activityContract } from '@domain/contract/activity';
import type { teamContract } from '@domain/contract/team';
import type { volunteerContract } from '@domain/contract/volunteer';
import { client } from '../../../services/client';

export const activity = client<typeof activityContract>('activity');
export const volunteers = client<typeof volunteerContract>('volunteer');
export const teams = client<typeof teamContract>('team');
