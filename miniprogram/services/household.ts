import type { householdContract } from '@domain/contract/household';
import { client } from './client';

export const household = client<typeof householdContract>('household');
