import { householdContract } from '@domain/contract/household';
import { serve } from '../../kernel/endpoint';
import { checkCounted } from './procedures/check-counted';
import { editResidence } from './procedures/edit-residence';
import { listResidences } from './procedures/list-residences';
import { moveOut } from './procedures/move-out';
import { verify } from './procedures/verify';

export const main = serve({
  contract: householdContract,
  procedures: { verify, moveOut, listResidences, editResidence, checkCounted },
});
