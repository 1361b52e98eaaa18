import { tokenOfCertificate } from '@domain/certificate/certificate-code';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { certificateContract } from '@domain/contract/certificate';
import { Problem } from '@domain/kernel/problem';
import { maskName } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { findCertificate } from '../../../repositories/certificates';
import { certificateId, factsOf } from '../papers';

type Input = ProcedureParsed<(typeof certificateContract)['verify']>;
type Output = ProcedureOutput<(typeof certificateContract)['verify']>;

/** Whoever holds the paper reads its facts again; the name is on the paper in full and here in part. */
export async function verify(context: ReadContext, { code }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { keyring, store } = context;
  const token = tokenOfCertificate(code);
  const found = token && (await findCertificate(store, certificateId(keyring, token)));
  if (found === undefined || found === '') throw new Problem('NOT_FOUND');
  const facts = factsOf(keyring, found);
  return { ...facts, holder: maskName(facts.holder) };
}
