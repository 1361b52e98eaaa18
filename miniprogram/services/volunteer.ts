import type { volunteerContract } from '@domain/contract/volunteer';
import { client } from './client';

export const volunteer = client<typeof volunteerContract>('volunteer');
