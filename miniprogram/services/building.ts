import type { buildingContract } from '@domain/contract/building';
import { client } from './client';

export const building = client<typeof buildingContract>('building');
