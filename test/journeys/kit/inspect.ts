/** What a page must be for old eyes and thumbs, read from the browser's own layout: sizes, names, clipping, contrast. */
import { lookOf } from '../../../miniprogram/services/appearance';
import { scaleOf, type Hold, type PhoneDriver } from '../../browser/phone';
import type { Look } from './journey';

const TARGET = 44;
const TARGET_LARGE = 60;
/** Layout is rounded to a part of a pixel. */
const TOLERANCE = 0.6;
const CONTRAST = 4.5;
const CONTRAST_OF_BIG = 3;
/** Words of the body in 大字. */
const CONTRAST_LARGE = 7;
const BODY_LARGE = 20;

interface Target {
  name: string;
  role: string;
  width: number;
  height: number;
}

interface Line {
  text: string;
  contrast: number;
  pixels: number;
  isBold: boolean;
}

interface Reading {
  targets: Target[];
  lines: Line[];
  /** Elements that stand out of the screen, or whose words are cut. */
  clipped: string[];
}

/** A phone of everybody, by day. */
const PHONE: Hold = {};

/**
 * Everything that is wrong with the page that is open, in words. A page that is walked on a computer is held as a phone too: the
 * width alone makes it one.
 */
export async function problemsOf(
  phone: PhoneDriver,
  look: Look = {},
  also: readonly Hold[] = look.pc === true ? [PHONE] : [],
): Promise<string[]> {
  const problems = await problemsAsHeld(phone, look);
  for (const held of also) {
    await hold(phone, held);
    const found = await problemsAsHeld(phone, held);
    problems.push(...found.map((problem) => `held as ${JSON.stringify(held)}: ${problem}`));
  }
  if (also.length > 0) await hold(phone, look);
  return problems;
}

/** A page asks how it is held whenever it is shown; here it is told, so that what else it reads then stays as it stands. */
async function hold(phone: PhoneDriver, held: Hold): Promise<void> {
  await phone.hold(held);
  await phone.inPage(
    (look) => {
      getCurrentPages().at(-1)?.setData({ look });
    },
    lookOf({ theme: 'system' }, scaleOf(held)),
  );
}

async function problemsAsHeld(phone: PhoneDriver, { large = false }: Hold): Promise<string[]> {
  await phone.idle();
  const { targets, lines, clipped } = await phone.inPage(readPage);
  const smallest = (large ? TARGET_LARGE : TARGET) - TOLERANCE;
  return [
    ...targets.filter(({ name }) => name === '').map(({ role }) => `a ${role} without a name`),
    ...targets
      .filter(({ width, height }) => Math.min(width, height) < smallest)
      .map(({ name, width, height }) => `${name}: a target of ${Math.round(width)} × ${Math.round(height)}`),
    ...lines
      .filter((line) => line.contrast < contrastOf(line, large))
      .map(({ text, contrast }) => `${text}: contrast ${contrast.toFixed(2)}`),
    ...clipped.map((words) => `${words}: out of the screen or cut`),
  ];
}

function contrastOf({ pixels, isBold }: Line, large: boolean): number {
  if (pixels >= 24 || (pixels >= 18 && isBold)) return CONTRAST_OF_BIG;
  return large && pixels >= BODY_LARGE ? CONTRAST_LARGE : CONTRAST;
}

/** Runs in the page: it may use nothing but the browser. */
function readPage(): Reading {
  type Colour = [number, number, number, number];
  const roles = 'button link radio checkbox tab switch option'.split(' ');
  const root = document.querySelector('.wxp-page:not([hidden])');
  if (root === null) throw new Error('no page is open');
  const all = [...root.querySelectorAll<HTMLElement>('*')];
  const isSeen = (one: Element): boolean => {
    const { width, height } = one.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(one).visibility !== 'hidden';
  };
  const ownText = (one: Element): string =>
    [...one.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent?.trim() ?? '')
      .join('');
  const colourOf = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const brightness = ([red, green, blue]: Colour): number => {
    const part = (value: number): number =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const groundOf = (one: Element | null): Colour => {
    if (one === null) return [255, 255, 255, 1];
    const colour = colourOf(getComputedStyle(one).backgroundColor);
    return colour[3] > 0.5 ? colour : groundOf(one.parentElement);
  };
  const lineOf = (one: HTMLElement): Line => {
    const { color, fontSize, fontWeight } = getComputedStyle(one);
    const [light = 0, dark = 0] = [brightness(colourOf(color)), brightness(groundOf(one))].sort(
      (a, b) => b - a,
    );
    const pixels = parseFloat(fontSize);
    const contrast = (light + 0.05) / (dark + 0.05);
    return { text: ownText(one).slice(0, 30), contrast, pixels, isBold: Number(fontWeight) >= 600 };
  };
  const targets = all
    .filter((one) => roles.includes(one.getAttribute('role') ?? '') && isSeen(one))
    .map((one) => {
      const { width, height } = one.getBoundingClientRect();
      const name = one.getAttribute('aria-label') ?? one.innerText.trim();
      return { name, role: one.getAttribute('role') ?? '', width, height };
    });
  const worded = all.filter((one) => ownText(one) !== '' && isSeen(one));
  const lines = worded.filter((one) => one.closest('[aria-disabled=true], [aria-hidden=true]') === null);
  const right = root.getBoundingClientRect().right + 0.6;
  const clipped = worded
    .filter(
      (one) =>
        one.getBoundingClientRect().right > right ||
        (getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1),
    )
    .map(ownText);
  if (root.scrollWidth > root.clientWidth) clipped.push(`the page, ${root.scrollWidth} wide`);
  return { targets, lines: lines.map(lineOf), clipped };
}
