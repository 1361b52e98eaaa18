import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { inboxContract } from '@domain/contract/inbox';
import type { ChangeContext } from '../../../kernel/context';
import { findGrants, readerPlace, withGranted } from '../../../records/grants';
import type { GrantDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof inboxContract)['allowMessages']>;
type Output = ProcedureOutput<(typeof inboxContract)['allowMessages']>;

export async function allowMessages(context: ChangeContext, { templates }: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const stored = await findGrants(context.store, userId);
  const grants: GrantDocument = stored ?? {
    _id: userId,
    version: 0,
    sealedReader: context.sealOpenid(readerPlace(userId)),
    templates: {},
  };
  context.write.replace('grants', withGranted(grants, templates));
  context.record({ objects: [userId], subjects: [], fields: templates, place: {} });
  return {};
}
