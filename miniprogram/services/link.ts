import type { linkContract } from '@domain/contract/link';
import { client } from './client';

export const link = client<typeof linkContract>('link');
