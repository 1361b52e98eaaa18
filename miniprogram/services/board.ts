import type { boardContract } from '@domain/contract/board';
import { client } from './client';

export const board = client<typeof boardContract>('board');
