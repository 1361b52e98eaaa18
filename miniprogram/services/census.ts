import { censusContract } from '@domain/contract/census';
import { client } from './client';

export const census = client('census', censusContract);
