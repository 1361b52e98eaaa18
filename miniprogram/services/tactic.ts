import type { tacticContract } from '@domain/contract/tactic';
import { client } from './client';

export const tactic = client<typeof tacticContract>('tactic');
