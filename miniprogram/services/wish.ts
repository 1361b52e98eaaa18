import type { wishContract } from '@domain/contract/wish';
import { client } from './client';

export const wish = client<typeof wishContract>('wish');
