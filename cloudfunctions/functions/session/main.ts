import { sessionContract } from '@domain/contract/session';
import { serve } from '../../kernel/endpoint';
import { whoami } from './procedures/whoami';

export const main = serve({ contract: sessionContract, procedures: { whoami } });
