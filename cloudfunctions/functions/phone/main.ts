import { phoneContract } from '@domain/contract/phone';
import { serve } from '../../kernel/endpoint';
import { exchangeCode } from './procedures/exchange-code';

export const main = serve({ contract: phoneContract, procedures: { exchangeCode } });
