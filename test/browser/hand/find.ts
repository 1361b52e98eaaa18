// Finds what a person means on the page: by its words, by its role and name, or by the name of a field. Runs in the page.
import { isHeard, labelsOf, nameOf, plain, roleOf } from './names';

/** Words as they are to stand: exactly these, these among others, or as a pattern says. */
export type Words = { is: string } | { has: string } | { pattern: string; flags: string };

/** What is looked for: one of several ways, in the elements below a place. */
export interface Sought {
  /** A selector, a selector with an index where it fits several, or something that has to be found itself. */
  within: string | readonly [string, number] | Sought;
  anyOf: readonly Way[];
}

/** Words; a role with a name; a field's name; or a block of the page that holds some words. */
export type Way =
  | { words: Words }
  | { role: string; name?: Words }
  | { field: string }
  | { block: string; holds: Words };

/** The first in the order of the page. */
export function find({ within, anyOf }: Sought): Element | undefined {
  const fits = anyOf.map(fitterOf);
  return below(within).find((element) => fits.some((fit) => fit(element)));
}

function below(place: Sought['within']): Element[] {
  if (typeof place === 'string') return [...document.querySelectorAll(`:is(${place}) *`)];
  const root = 'anyOf' in place ? find(place) : document.querySelectorAll(place[0])[place[1]];
  return [...(root?.querySelectorAll('*') ?? [])];
}

type Fit = (element: Element) => boolean;

function fitterOf(way: Way): Fit {
  if ('field' in way) return (element) => isField(element, way.field);
  if ('words' in way) return withWords(readerOf(way.words));
  if ('block' in way) {
    const holds = readerOf(way.holds);
    return (element) => element.matches(way.block) && holds(plain(element.textContent));
  }
  const { role, name } = way;
  const reads = name === undefined ? () => true : readerOf(name);
  return (element) => roleOf(element) === role && isHeard(element) && reads(nameOf(element));
}

function readerOf(words: Words): (text: string) => boolean {
  if ('is' in words) {
    const text = plain(words.is);
    return (read) => read === text;
  }
  if ('has' in words) {
    const part = plain(words.has).toLowerCase();
    return (read) => read.toLowerCase().includes(part);
  }
  const pattern = new RegExp(words.pattern, words.flags);
  return (read) => pattern.test(read);
}

/** The innermost elements with these words. */
function withWords(reads: (text: string) => boolean): Fit {
  const has = (element: Element): boolean => reads(plain(element.textContent));
  return (element) => has(element) && ![...element.children].some(has);
}

/** A field is known by its own label, by that of the group it stands in, or by what stands in it while it is empty. */
function isField(element: Element, name: string): boolean {
  if (!element.matches('input, textarea') || !isSeen(element)) return false;
  if (element.getAttribute('placeholder') === name || labelsOf(element).includes(name)) return true;
  for (let above = element.parentElement; above !== null; above = above.parentElement) {
    if (labelsOf(above).includes(name)) return true;
  }
  return false;
}

export function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}
