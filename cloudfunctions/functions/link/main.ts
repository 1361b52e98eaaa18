import { linkContract } from '@domain/contract/link';
import { serve } from '../../kernel/endpoint';
import { openLink } from './procedures/open-link';
import { revokeDoorCode } from './procedures/revoke-door-code';

export const main = serve({ contract: linkContract, procedures: { openLink, revokeDoorCode } });
