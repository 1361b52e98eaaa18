import type { taskContract } from '@domain/contract/task';
import { client } from './client';

export const tasks = client<typeof taskContract>('task');
