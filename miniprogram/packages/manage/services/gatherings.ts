/** Clients of the pages on which gatherings are made: this package's own, since others carry theirs. */
import type { activityContract } from '@domain/contract/activity';
import type { teamContract } from '@domain/contract/team';
import { client } from '../../../services/client';

export const activity = client<typeof activityContract>('activity');
export const team = client<typeof teamContract>('team');
