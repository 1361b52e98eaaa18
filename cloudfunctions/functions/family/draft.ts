/** The draft of a form that is filled for others: whole in one envelope, at its invitation and nowhere else. */
import type { ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { familyContract } from '@domain/contract/family';
import type { Keyring } from '../../vault/keys';
import type { InvitationDocument } from '../../repositories/documents';

export type CloudDraft = ProcedureParsed<(typeof familyContract)['saveDraft']>['draft'];

const place = (id: string) => ({ collection: 'invitations', id, field: 'draft' });

export function sealDraft(keyring: Keyring, invitationId: string, draft: CloudDraft): string {
  return keyring.seal('content', place(invitationId), JSON.stringify(draft));
}

export function openDraft(
  keyring: Keyring,
  { _id, sealedDraft }: InvitationDocument,
): CloudDraft | undefined {
  return sealedDraft === undefined
    ? undefined
    : (JSON.parse(keyring.open(place(_id), sealedDraft)) as CloudDraft);
}

/** Throws WRONG_STATE once the form is sent: what was handed in is no draft any more. */
export function checkFilling({ state }: InvitationDocument): void {
  if (state !== 'filling') throw new Problem('WRONG_STATE', { state });
}

/** Throws WRONG_STATE for what is filled on a household's word: until it is handed in it stays on the phone (D46). */
export function checkKept({ fillRole, state }: InvitationDocument): void {
  if (fillRole !== undefined) throw new Problem('WRONG_STATE', { state });
}
