/** Somebody tries codes that nobody printed. */
import { codeOf } from '../../cloudfunctions/fixture/seats';
import type { TestStreet } from '../../cloudfunctions/fixture/street';

const GUESSES = 10;

/** What ten guesses are answered, and what a real code of a door is answered after them. */
export async function openStreetCodes(
  street: TestStreet,
  person: string,
): Promise<{ answers: string[]; afterwards: string }> {
  const { link } = street.as(person, null);
  const answers: string[] = [];
  for (let guess = 0; guess < GUESSES; guess += 1) {
    answers.push(codeOf(await link.openLink({ scene: `H.000000000${guess}.g1` })));
  }
  const { scene } = street.door('苹果花园 3-2-502');
  return { answers, afterwards: codeOf(await link.openLink({ scene })) };
}
