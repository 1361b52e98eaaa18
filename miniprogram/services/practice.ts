import type { practiceContract } from '@domain/contract/practice';
import { client } from './client';

export const practice = client<typeof practiceContract>('practice');
