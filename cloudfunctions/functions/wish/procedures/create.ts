import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import type { ChangeContext } from '../../../kernel/context';
import { ownHome, ownProfile } from '../../../records/census-gateway';
import type { WishContact } from '../../../records/sealed-wish';
import { checkedContact, checkWords, findSimilar, keepWish, viewSimilar } from '../keep-wish';

type Input = ProcedureParsed<(typeof wishContract)['create']>;
type Output = ProcedureOutput<(typeof wishContract)['create']>;

/** What was typed, or what the own household registered: shown on the page, and used only where the person says so. */
async function contactOf(context: ChangeContext, contact: Input['contact']): Promise<WishContact> {
  if (contact.from === 'typed') return checkedContact(context, contact);
  const { people, phone } = await ownProfile(context);
  const person = people.find(({ isHead }) => isHead) ?? people[0];
  if (person === undefined || phone === '') {
    throw new Problem('VALIDATION', { field: 'phone', sentence: '登记里没有电话了，请写一个' });
  }
  return { name: person.name, phone };
}

export async function create(context: ChangeContext, input: Input): Promise<Output> {
  const home = await ownHome(context);
  const { householdId, doorId, plate, accounts, ...place } = home;
  context.permit({ householdId });
  const { text, note = '', isAlone = false } = input;
  checkWords(text, { isFirst: true });
  const similar = input.isAnother === true ? undefined : await findSimilar(context, { doorId, text });
  if (similar !== undefined) return viewSimilar(context, similar);
  const contact = await contactOf(context, input.contact);
  return keepWish(context, {
    ...{ place, doorId, plate, householdId, accounts, isHelped: false },
    ...{ text, contact, note, isAlone },
  });
}
