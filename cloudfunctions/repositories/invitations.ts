import type { Reader } from '../kernel/store';
import type { InvitationDocument } from './documents';

const NAME = 'invitations';

export function findInvitation(reader: Reader, id: string): Promise<InvitationDocument | undefined> {
  return reader.find<InvitationDocument>(NAME, id);
}
