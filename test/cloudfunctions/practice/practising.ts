/** Somebody who practises, and the right answer to everything. */
import { PRACTICE_FORM } from '@domain/practice/practice-form';
import { QUIZ } from '@domain/practice/quiz';
import { practiceDoor } from '@domain/practice/stairwell';
import type { PracticeDocument } from '../../../cloudfunctions/repositories/documents';
import { dataOf, type PersonCalls, type TestStreet } from '../fixture/street';

export const RIGHT = QUIZ.map(({ right }) => right);
export const FORM = Object.fromEntries(PRACTICE_FORM.map(({ key, right }) => [key, right]));

export const visitOf = (slot: number) => ({ slot, result: practiceDoor(slot)?.result ?? 'nobody' });

/** The calls of a person whose stairwell is open. */
export async function begun(street: TestStreet, person = 'worker W2'): Promise<PersonCalls['practice']> {
  const mine = street.as(person).practice;
  dataOf(await mine.open({ anew: false }));
  return mine;
}

/** The one practice there is. */
export async function onlyPractice(street: TestStreet): Promise<PracticeDocument> {
  const [practice] = await street.all<PracticeDocument>('practices');
  if (practice === undefined) throw new Error('nobody practises');
  return practice;
}
