import type { familyContract } from '@domain/contract/family';
import { client } from './client';

export const family = client<typeof familyContract>('family');
