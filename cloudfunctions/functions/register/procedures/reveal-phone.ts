import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { registerContract } from '@domain/contract/register';
import type { ChangeContext, Happening } from '../../../kernel/context';
import { placeAtWall } from '../../../records/door-place';
import { openPhone } from '../../../records/sealed-answers';
import { openSubmission } from '../../../records/sealed-form';
import type { Path } from '../../../repositories/documents';
import { findHousehold } from '../../../repositories/households';
import { findSubmission } from '../../../repositories/submissions';

type Input = ProcedureParsed<(typeof registerContract)['revealPhone']>;
type Output = ProcedureOutput<(typeof registerContract)['revealPhone']>;

function noteLook(
  context: ChangeContext,
  { buildingId, gridId, compoundId, communityId }: Path,
  { reason, ...what }: Pick<Happening, 'objects' | 'subjects'> & { readonly reason: string | undefined },
): void {
  context.record({
    ...what,
    fields: ['phone'],
    place: { buildingId, gridId, compoundId, communityId },
    ...(reason === undefined ? {} : { reason }),
  });
}

async function ofForm(context: ChangeContext, formId: string, reason?: string): Promise<string | undefined> {
  const form = await findSubmission(context.store, formId);
  if (form === undefined || form.state !== 'waiting') throw new Problem('NOT_FOUND');
  context.permit(await placeAtWall(context, form));
  noteLook(context, form, { objects: [formId], subjects: [formId], reason });
  return openSubmission(context.keyring, form).phone.number;
}

async function ofHousehold(
  context: ChangeContext,
  householdId: string,
  reason?: string,
): Promise<string | undefined> {
  const household = await findHousehold(context.store, householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit({ ...(await placeAtWall(context, household)), householdId });
  noteLook(context, household, { objects: [householdId], subjects: [householdId], reason });
  return openPhone(context.keyring, household);
}

/** One phone number, of a waiting form or of a household. */
export async function revealPhone(
  context: ChangeContext,
  { householdId, formId, reason }: Input,
): Promise<Output> {
  if ((householdId === undefined) === (formId === undefined)) {
    throw new Problem('VALIDATION', { field: 'householdId' });
  }
  const phone =
    householdId === undefined
      ? await ofForm(context, formId ?? '', reason)
      : await ofHousehold(context, householdId, reason);
  if (phone === undefined) throw new Problem('NOT_FOUND');
  return { phone };
}
