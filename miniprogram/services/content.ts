import type { contentContract } from '@domain/contract/content';
import { client } from './client';

export const content = client<typeof contentContract>('content');
