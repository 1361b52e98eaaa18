// The hand and the eye of a person at the phone: what the driver does inside the page, in one go and without a message to and fro
// at each step. It waits as a person would, and reaches only for what is seen, stands still, is on and has nothing over it.
import { find, isSeen, type Sought } from './find';
import { roleOf } from './names';

/** A machine with other work takes its time; what never comes is waited for in vain that long. */
const PATIENCE_MS = 15_000;
const PAGE = '.wxp-page:not([hidden])';
/** Where a thing covered by a bar is scrolled to, one after the other, until it lies free. */
const PLACES: readonly ScrollLogicalPosition[] = ['end', 'center', 'start'];

export interface Point {
  x: number;
  y: number;
}

/** Looks once a frame until `look` answers something other than why it is not so yet. */
async function until<Value extends object>(
  what: string,
  look: () => Value | string,
  patienceMs = PATIENCE_MS,
): Promise<Value> {
  const late = performance.now() + patienceMs;
  for (;;) {
    const seen = look();
    if (typeof seen !== 'string') return seen;
    if (performance.now() > late) throw new Error(`${what}: ${seen}. On the page: ${wordsOf(PAGE)}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function wordsOf(selector: string): string {
  return (document.querySelector<HTMLElement>(selector)?.innerText ?? '').replace(/\s+/g, ' ').slice(0, 600);
}

const isOff = (element: Element): boolean =>
  element.matches(':disabled') ||
  (roleOf(element) !== '' && element.closest('[aria-disabled]')?.getAttribute('aria-disabled') === 'true');

/** The middle of what can be seen of an element, of its first line where it has several. */
function middleOf(element: Element): Point | undefined {
  const box = [...element.getClientRects()].find(({ width, height }) => width * height > 1);
  if (box === undefined) return undefined;
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  return right - left < 1 || bottom - top < 1 ? undefined : { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Why a finger cannot be put on it at all. */
function hindrance(element: Element | undefined): string | undefined {
  if (element === undefined) return 'it is not there';
  if (!isSeen(element)) return 'it is not seen';
  return isOff(element) ? 'it is off' : undefined;
}

/** Where it lies free under a finger; else, where it is scrolled to another place, why not. */
function freePoint(element: Element, tries: number): Point | string {
  const point = middleOf(element);
  if (point === undefined) {
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    return 'it is out of the screen';
  }
  const hit = document.elementFromPoint(point.x, point.y);
  if (hit !== null && element.contains(hit)) return point;
  element.scrollIntoView({ block: PLACES[tries % PLACES.length] ?? 'end', inline: 'nearest' });
  return `${hit?.outerHTML.slice(0, 80) ?? 'nothing'} lies over it`;
}

/** What the finger is on its way to; the page may move under it until it comes down. */
let aim: { element: Element; isHit?: boolean } | undefined;

/** A finger that comes down beside what it was meant for is not felt by the app: it is put down once more. */
function watchAim(): void {
  const come = ({ type, target }: Event): void => {
    if (aim === undefined || (type !== 'pointerdown' && type !== 'touchstart')) return;
    aim.isHit ??= target instanceof Node && aim.element.contains(target);
  };
  const types = 'pointerdown mousedown touchstart pointerup mouseup touchend click'.split(' ');
  for (const type of types) {
    const options = { capture: true, passive: false };
    addEventListener(
      type,
      (event) => {
        come(event);
        if (aim?.isHit !== false) return;
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      options,
    );
  }
}

/** Whether the finger came down on what it was meant for. */
function isHit(): boolean {
  const hit = aim?.isHit === true;
  aim = undefined;
  return hit;
}

/** Where a finger may be put on what is sought. */
function reach(sought: Sought, patienceMs?: number): Promise<Point> {
  let before = '';
  let tries = -1;
  const look = (): Point | string => {
    const element = find(sought);
    const reason = hindrance(element);
    if (element === undefined || reason !== undefined) return reason ?? '';
    const { left, top, width, height } = element.getBoundingClientRect();
    const now = [left, top, width, height].join();
    if (now === before) {
      aim = { element };
      return freePoint(element, (tries += 1));
    }
    before = now;
    return 'it moves';
  };
  return until(JSON.stringify(sought.anyOf), look, patienceMs);
}

/** Waits until it is seen. */
async function see(sought: Sought): Promise<void> {
  await until(JSON.stringify(sought.anyOf), () => {
    const element = find(sought);
    if (element === undefined) return 'it is not there';
    return isSeen(element) ? element : 'it is not seen';
  });
}

const hand = {
  reach,
  isHit,
  see,
  has: (sought: Sought): boolean => find(sought) !== undefined,
  words: async (selector: string): Promise<string> =>
    (await until(selector, () => document.querySelector<HTMLElement>(selector) ?? 'it is not there'))
      .innerText,
  attribute: (selector: string, name: string): string =>
    document.querySelector(selector)?.getAttribute(name) ?? '',
  typed: (sought: Sought): string => (find(sought) as HTMLInputElement | undefined)?.value ?? '',
  /** What the field in hand holds is marked, so that the next word takes its place. */
  mark: (): void => {
    const { activeElement } = document;
    const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
    if (!isField) throw new Error('no field is in hand');
    activeElement.select();
  },
  /** Waits until the app has a page and nothing is about to happen. */
  ready: async (): Promise<void> => {
    await until('the app', () => document.querySelector(`${PAGE} > wx-page`) ?? 'no page is open');
  },
};

export type Hand = typeof hand;

watchAim();
Object.assign(globalThis, { __hand: hand });
