import type { printContract } from '@domain/contract/print';
import { client } from './client';

export const print = client<typeof printContract>('print');
