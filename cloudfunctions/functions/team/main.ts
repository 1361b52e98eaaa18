import { teamContract } from '@domain/contract/team';
import { serve } from '../../kernel/endpoint';
import { approveMember } from './procedures/approve-member';
import { assign } from './procedures/assign';
import { create } from './procedures/create';
import { edit } from './procedures/edit';
import { join } from './procedures/join';
import { leave } from './procedures/leave';
import { list } from './procedures/list';
import { listHours } from './procedures/list-hours';
import { listOpen } from './procedures/list-open';
import { read } from './procedures/read';

export const main = serve({
  contract: teamContract,
  procedures: { create, edit, list, read, listHours, listOpen, join, leave, approveMember, assign },
});
