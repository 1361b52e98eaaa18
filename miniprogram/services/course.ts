import type { courseContract } from '@domain/contract/course';
import { client } from './client';

export const course = client<typeof courseContract>('course');
