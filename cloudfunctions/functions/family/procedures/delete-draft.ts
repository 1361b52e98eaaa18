import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { familyContract } from '@domain/contract/family';
import type { ChangeContext } from '../../../kernel/context';
import { checkFilling } from '../draft';
import { areaOf, findOwn } from '../invitation';

type Input = ProcedureParsed<(typeof familyContract)['deleteDraft']>;
type Output = ProcedureOutput<(typeof familyContract)['deleteDraft']>;

export async function deleteDraft(context: ChangeContext, { invitationId }: Input): Promise<Output> {
  const invitation = await findOwn(context, invitationId);
  const { _id, doorId, version, draftVersion } = invitation;
  checkFilling(invitation);

  context.write.patch('invitations', _id, {
    version: version + 1,
    draftVersion: draftVersion + 1,
    draftAt: undefined,
    sealedDraft: undefined,
  });
  context.record({ objects: [_id, doorId], subjects: [], fields: ['draft'], place: areaOf(invitation) });
  return { version: draftVersion + 1 };
}
