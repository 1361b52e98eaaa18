/** A tour that is looked at: what is wrong at its stops, in words. */
import type { Hold, PhoneDriver } from '../../browser/phone';
import { problemsOf } from './inspect';
import type { Journey, Look } from './journey';
import type { Tour } from './tour';

type Route = (tour: Tour, look: Look) => Promise<void>;

export interface Inspection {
  /** How the phones of the tour are opened. */
  readonly look?: Look;
  /** How each stop is held besides, where that is not what its look says. */
  readonly also?: readonly Hold[];
}

/** A small phone in the hands of old eyes. */
export const LARGE: Hold = { width: 320, height: 640, large: true };

/** Walked on a computer in the dark; each page is held as a phone by day and as a small one in 大字, too. */
export const AT_WORK = { look: { dark: true, pc: true }, also: [{}, LARGE] } satisfies Inspection;

/** Walks a tour and collects what is wrong at its stops. */
export async function inspected(
  journey: Journey,
  route: Route,
  { look = {}, also }: Inspection,
): Promise<string[]> {
  const problems: string[] = [];
  const tour: Tour = {
    street: journey.street,
    phone: (person, own) => journey.phone(person, own),
    goTo: (phone, url) => journey.goTo(phone, url),
    forgive: (phone, problem) => {
      journey.forgive(phone, problem);
    },
    async stop(name: string, phone: PhoneDriver) {
      // Reading the meter counts the page as it stands now.
      await phone.meter();
      const found = await problemsOf(phone, look, also);
      problems.push(...found.map((problem) => `${name}: ${problem}`));
    },
  };
  await route(tour, look);
  return problems;
}
