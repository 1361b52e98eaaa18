import type { teamContract } from '@domain/contract/team';
import { client } from './client';

export const team = client<typeof teamContract>('team');
