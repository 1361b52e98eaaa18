import type { duplicateContract } from '@domain/contract/duplicate';
import { client } from './client';

export const duplicate = client<typeof duplicateContract>('duplicate');
