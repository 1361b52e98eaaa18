import { familyContract } from '@domain/contract/family';
import { serve } from '../../kernel/endpoint';
import { acceptInvitation } from './procedures/accept-invitation';
import { deleteDraft } from './procedures/delete-draft';
import { mintInvitation } from './procedures/mint-invitation';
import { openInvitation } from './procedures/open-invitation';
import { readInvitation } from './procedures/read-invitation';
import { saveDraft } from './procedures/save-draft';
import { purgeInvitations } from './purge-invitations';

export const main = serve({
  contract: familyContract,
  procedures: { mintInvitation, openInvitation, acceptInvitation, readInvitation, saveDraft, deleteDraft },
  timers: { purgeInvitations },
});
