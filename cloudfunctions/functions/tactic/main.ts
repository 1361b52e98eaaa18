import { tacticContract } from '@domain/contract/tactic';
import { serve } from '../../kernel/endpoint';
import { assignDoors } from './procedures/assign-doors';
import { editTactic } from './procedures/edit-tactic';
import { listHardDoors } from './procedures/list-hard-doors';
import { readBoard } from './procedures/read-board';

export const main = serve({
  contract: tacticContract,
  procedures: { readBoard, listHardDoors, editTactic, assignDoors },
});
