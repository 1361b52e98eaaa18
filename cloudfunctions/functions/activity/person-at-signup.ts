/** Who comes to an activity: a volunteer who is known, somebody out of the own registration, or as they typed it. */
import type { ProcedureParsed } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import { NAME_WRONG, readName } from '@domain/register/person-name';
import { checkPhone } from '@domain/register/phone';
import type { ClaimContext } from '../../kernel/context';
import { ownProfile } from '../../records/census-gateway';
import type { SignupDocument } from '../../repositories/documents';
import { sealSignupPerson, type SignupPerson } from './sealed-signup';

type Input = ProcedureParsed<(typeof activityContract)['signup']>;

/** Throws VALIDATION. */
function nameIn(text: string, field: string): string {
  const name = readName(text);
  if (name === undefined) throw new Problem('VALIDATION', { field, sentence: NAME_WRONG });
  return name;
}

/** Throws VALIDATION, NOT_FOUND. */
async function residentIn(
  context: ClaimContext,
  person: Exclude<Input['person'], { from: 'volunteer' }>,
): Promise<SignupPerson & { readonly isAdult: boolean }> {
  if (person.from === 'own') {
    const phone = checkPhone(person.phone, { allowTestNumbers: context.allowTestNumbers });
    if (!phone.ok) throw new Problem('VALIDATION', { field: 'phone', sentence: phone.sentence });
    return { name: nameIn(person.name, 'name'), phone: phone.number, isAdult: person.isAdult };
  }
  const { people, phone } = await ownProfile(context);
  const member = people.find(({ key }) => key === person.memberKey);
  if (member === undefined) throw new Problem('NOT_FOUND');
  return { name: member.name, phone, isAdult: member.isAdult };
}

/** A child comes with a parent's or guardian's word. Throws CONSENT_REQUIRED, VALIDATION. */
function guardianIn({ guardianName = '' }: Input, isAdult: boolean): Pick<SignupPerson, 'guardian'> {
  if (isAdult) return {};
  if (guardianName.trim() === '') throw new Problem('CONSENT_REQUIRED', { field: 'guardianName' });
  return { guardian: nameIn(guardianName, 'guardianName') };
}

/**
 * The part of a sign-up that says who comes. A volunteer's seat was given with a guardian's word where one was needed, so nothing
 * is asked again. Throws VALIDATION, NOT_FOUND, CONSENT_REQUIRED.
 */
export async function personAtSignup(
  context: ClaimContext,
  input: Input,
  id: string,
): Promise<Pick<SignupDocument, 'isAdult' | 'isVolunteer' | 'sealedPerson'>> {
  const { person } = input;
  const isVolunteer = context.caller.role === 'VO';
  if ((person.from === 'volunteer') !== isVolunteer) throw new Problem('VALIDATION', { field: 'person' });
  if (person.from === 'volunteer') return { isAdult: true, isVolunteer };
  const { isAdult, ...who } = await residentIn(context, person);
  const sealed = { ...who, ...guardianIn(input, isAdult) };
  return { isAdult, isVolunteer, sealedPerson: sealSignupPerson(context.keyring, { id, isAdult }, sealed) };
}
