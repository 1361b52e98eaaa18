import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { registerContract } from '@domain/contract/register';
import type { ChangeContext, Happening } from '../../../kernel/context';
import { doorAt, placeAtWall, placeOfWall, splitDoorId } from '../../../records/door-place';
import { openPhone } from '../../../records/sealed-answers';
import { openSubmission } from '../../../records/sealed-form';
import type { HouseholdDocument, Path } from '../../../repositories/documents';
import { findHousehold, householdsOfDoor } from '../../../repositories/households';
import { findSubmission } from '../../../repositories/submissions';
import { findWall } from '../../../repositories/walls';

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

/** A building head is no official: a form is not theirs, and a household only once it has said that they may call. */
function isHead({ caller }: ChangeContext): boolean {
  return caller.seat?.role === 'BH';
}

/** Whether a household that still lives there has said that the building head may call. */
function mayBeCalled({ contactOk, state, withdrawn, phones }: HouseholdDocument): boolean {
  return contactOk && state !== 'closed' && !withdrawn && phones.length > 0;
}

async function ofForm(context: ChangeContext, formId: string, reason?: string): Promise<string | undefined> {
  const form = await findSubmission(context.store, formId);
  if (form === undefined || form.state !== 'waiting') throw new Problem('NOT_FOUND');
  context.permit(await placeAtWall(context, form));
  if (isHead(context)) throw new Problem('NOT_FOUND');
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
  if (isHead(context) && !mayBeCalled(household)) throw new Problem('NOT_FOUND');
  noteLook(context, household, { objects: [householdId], subjects: [householdId], reason });
  return openPhone(context.keyring, household);
}

/** The first household behind the door that allowed it; whether the others said no or were never asked is not told. */
async function ofDoor(context: ChangeContext, doorId: string, reason?: string): Promise<string | undefined> {
  const wall = await findWall(context.store, splitDoorId(doorId)?.unitId ?? '');
  const { wall: stored } = doorAt(wall, doorId);
  context.permit(placeOfWall(stored));
  const households = await householdsOfDoor(context.store, doorId);
  const open = households.find(mayBeCalled);
  return open && ofHousehold(context, open._id, reason);
}

/** One phone number. */
export async function revealPhone(context: ChangeContext, input: Input): Promise<Output> {
  const phone = await phoneOf(context, input);
  if (phone === undefined) throw new Problem('NOT_FOUND');
  return { phone };
}

function phoneOf(
  context: ChangeContext,
  { householdId, formId, doorId, reason }: Input,
): Promise<string | undefined> {
  const named = [householdId, formId, doorId].filter((id) => id !== undefined);
  if (named.length !== 1) throw new Problem('VALIDATION', { field: 'householdId' });
  if (formId !== undefined) return ofForm(context, formId, reason);
  if (doorId !== undefined) return ofDoor(context, doorId, reason);
  return ofHousehold(context, householdId ?? '', reason);
}
