import type { exportContract } from '@domain/contract/export';
import { client } from './client';

export const exportFiles = client<typeof exportContract>('export');
