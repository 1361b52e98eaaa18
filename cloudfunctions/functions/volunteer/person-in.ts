/** Who offers to help: out of the own registration where its owner says so, or as they typed it. */
import type { ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import { NAME_WRONG, readName } from '@domain/register/person-name';
import { checkPhone } from '@domain/register/phone';
import type { ChangeContext } from '../../kernel/context';
import type { OwnProfile } from '../../records/census-gateway';
import type { VolunteerPerson } from '../../records/sealed-volunteer';

type Input = ProcedureParsed<(typeof volunteerContract)['apply']>;

/** Throws VALIDATION. */
export function nameIn(text: string, field: string): string {
  const name = readName(text);
  if (name === undefined) throw new Problem('VALIDATION', { field, sentence: NAME_WRONG });
  return name;
}

/** Throws VALIDATION. */
export function phoneIn({ allowTestNumbers }: Pick<ChangeContext, 'allowTestNumbers'>, text: string): string {
  const phone = checkPhone(text, { allowTestNumbers });
  if (!phone.ok) throw new Problem('VALIDATION', { field: 'phone', sentence: phone.sentence });
  return phone.number;
}

/** Whether somebody is of age is the registration's word where it is used. Throws VALIDATION, NOT_FOUND. */
export function personIn(context: ChangeContext, { person }: Input, profile: OwnProfile): VolunteerPerson {
  if (person.from === 'own') {
    const { isAdult } = person;
    return { name: nameIn(person.name, 'name'), phone: phoneIn(context, person.phone), isAdult };
  }
  const member = profile.people.find(({ key }) => key === person.memberKey);
  if (member === undefined) throw new Problem('NOT_FOUND');
  return { name: member.name, phone: phoneIn(context, profile.phone), isAdult: member.isAdult };
}
