import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { familyContract } from '@domain/contract/family';
import type { ChangeContext } from '../../../kernel/context';
import { checkFilling, checkKept, sealDraft } from '../draft';
import { areaOf, findOwn, purgeDay } from '../invitation';

type Input = ProcedureParsed<(typeof familyContract)['saveDraft']>;
type Output = ProcedureOutput<(typeof familyContract)['saveDraft']>;

/** A phone that does not know the newest draft is told so and brings both together; nothing is written over unseen. */
export async function saveDraft(context: ChangeContext, input: Input): Promise<Output> {
  const invitation = await findOwn(context, input.invitationId);
  const { _id, doorId, version, draftVersion } = invitation;
  if (!(await context.campaign()).isOpen) throw new Problem('PURPOSE_CLOSED');
  checkFilling(invitation);
  checkKept(invitation);
  if (draftVersion !== input.baseVersion) throw new Problem('STALE_VERSION', { version: draftVersion });

  context.write.patch('invitations', _id, {
    version: version + 1,
    draftVersion: draftVersion + 1,
    draftAt: context.now,
    sealedDraft: sealDraft(context.keyring, _id, input.draft),
    purgeOn: purgeDay('filling', context.today),
  });
  context.record({ objects: [_id, doorId], subjects: [], fields: ['draft'], place: areaOf(invitation) });
  return { version: draftVersion + 1 };
}
