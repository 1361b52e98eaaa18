import type { censusContract } from '@domain/contract/census';
import { client } from './client';

export const census = client<typeof censusContract>('census');
