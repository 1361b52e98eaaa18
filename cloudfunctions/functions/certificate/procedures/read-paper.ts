import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { certificateContract } from '@domain/contract/certificate';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../../kernel/context';
import { findCertificate } from '../../../repositories/certificates';
import { paperOf } from '../papers';

type Input = ProcedureParsed<(typeof certificateContract)['readPaper']>;
type Output = ProcedureOutput<(typeof certificateContract)['readPaper']>;

export async function readPaper(context: ReadContext, { certificateId }: Input): Promise<Output> {
  const found = await findCertificate(context.store, certificateId);
  if (found === undefined) throw new Problem('NOT_FOUND');
  context.permit({ about: [found.holderId] });
  return paperOf(context.keyring, found);
}
