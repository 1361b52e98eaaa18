import { taskContract } from '@domain/contract/task';
import { serve } from '../../kernel/endpoint';
import { closeTask } from './procedures/close-task';
import { listTasks } from './procedures/list-tasks';

export const main = serve({ contract: taskContract, procedures: { listTasks, closeTask } });
