import type { activityContract } from '@domain/contract/activity';
import { client } from './client';

export const activity = client<typeof activityContract>('activity');
