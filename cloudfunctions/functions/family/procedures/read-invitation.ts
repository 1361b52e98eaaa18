import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { familyContract } from '@domain/contract/family';
import type { ReadContext } from '../../../kernel/context';
import { findOwn } from '../invitation';
import { viewOwn } from '../own-view';

type Input = ProcedureParsed<(typeof familyContract)['readInvitation']>;
type Output = ProcedureOutput<(typeof familyContract)['readInvitation']>;

export async function readInvitation(context: ReadContext, { invitationId }: Input): Promise<Output> {
  return viewOwn(context, await findOwn(context, invitationId));
}
