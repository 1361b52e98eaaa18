import type { certificateContract } from '@domain/contract/certificate';
import { client } from './client';

export const certificate = client<typeof certificateContract>('certificate');
