import { areaContract } from '@domain/contract/area';
import { client } from './client';

export const area = client('area', areaContract);
