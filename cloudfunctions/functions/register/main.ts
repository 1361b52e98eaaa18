import { registerContract } from '@domain/contract/register';
import { serve } from '../../kernel/endpoint';
import { revealId } from './procedures/reveal-id';
import { revealPhone } from './procedures/reveal-phone';

export const main = serve({ contract: registerContract, procedures: { revealPhone, revealId } });
