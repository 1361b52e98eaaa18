import type { areaContract } from '@domain/contract/area';
import { client } from './client';

export const area = client<typeof areaContract>('area');
