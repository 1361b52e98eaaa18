import { auditContract } from '@domain/contract/audit';
import { serve } from '../../kernel/endpoint';
import { linkTrail } from './link-trail';
import { aboutMe } from './procedures/about-me';
import { verify } from './procedures/verify';

export const main = serve({
  contract: auditContract,
  procedures: { aboutMe, verify },
  timers: { linkTrail },
});
