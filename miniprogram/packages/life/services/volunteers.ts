import type { teamContract } from '@domain/contract/team';
import type { volunteerContract } from '@domain/contract/volunteer';
import { client } from '../../../services/client';

export const volunteers = client<typeof volunteerContract>('volunteer');
export const teams = client<typeof teamContract>('team');
