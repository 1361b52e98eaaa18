import type { issueContract } from '@domain/contract/issue';
import { client } from './client';

export const issue = client<typeof issueContract>('issue');
