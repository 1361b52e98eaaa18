import type { visitContract } from '@domain/contract/visit';
import { client } from './client';

export const visit = client<typeof visitContract>('visit');
