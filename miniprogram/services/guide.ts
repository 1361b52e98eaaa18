import type { guideContract } from '@domain/contract/guide';
import { client } from './client';

export const guide = client<typeof guideContract>('guide');
