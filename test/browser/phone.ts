// Drives the phone in a real browser, as a person would: finds what is seen on the page that is open, and counts taps.
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { OpenedBrowser } from './browser';
import { borrowPage, type Lent } from './contexts';
import type { Sought, Way, Words } from './hand/find';
import type { Point } from './hand/hand';
import type { Handles, PhoneMeter } from './handles';
import type { Wire } from './wire';

export { openBrowser, type OpenedBrowser } from './browser';
export type { PhoneMeter } from './handles';

export interface PhoneOptions {
  url: string;
  /** Identity whose phone it is. */
  as?: string;
  width?: number;
  height?: number;
  dark?: boolean;
  fontScale?: number;
  /** Large type: WeChat's own font setting at LARGE_SCALE, as an old eye has it. */
  large?: boolean;
  touch?: boolean;
  /** WeChat for PC: the app fills the window. */
  pc?: boolean;
  /** The frame around the phone; without it nothing but the app is shown. */
  frame?: boolean;
  /** Address inside the app, `pages/home/home?x=1`. */
  page?: string;
  /** How the app was entered; 1047 is a scanned code. */
  scene?: number;
  /** The number that WeChat knows of this phone. */
  number?: string;
  /** Code of the chat that the app was opened out of. */
  group?: string;
  /** UTC ms at which the phone's clock starts; without it the clock is right. */
  now?: number;
}

/** What of a look can change while a page is open. */
export type Hold = Pick<PhoneOptions, 'dark' | 'fontScale' | 'large' | 'width' | 'height' | 'pc'>;

const LARGE_SCALE = 1.5;

/** WeChat's own factor of type on a phone that is held so. */
export function scaleOf({ large = false, fontScale = 1 }: Hold): number {
  return large ? LARGE_SCALE : fontScale;
}

type Network = 'online' | 'offline' | 'answer-lost' | 'slow' | 'flapping';

/** A role with a name, in what it stands in where that is not the whole page. */
interface Named {
  role: string;
  name?: string | RegExp;
  exact?: boolean;
  in?: Named | Block;
}

/** A part of the page that holds some words. */
interface Block {
  block: string;
  holds: string;
}

/** What is tapped: by its text as a person sees it, or by its role and name. */
export type Target = string | Named;

const SHOWN_PAGE = '.wxp-page:not([hidden])';
const POPUPS = '.wxp-popup, .wxp-scanner, .wxp-share';
const ON_PAGE = `${SHOWN_PAGE}, ${POPUPS}`;
const ANYWHERE = `${ON_PAGE}, .wxp-nav, .wxp-tabbar`;
const PICKER = '.wxp-picker';
const TRIES = 8;

/** One phone of one person; its context is its own as long as it is used, so its storage is too. */
export class PhoneDriver {
  /** What the person did: taps, texts typed, choices. */
  interactions = 0;

  readonly page: Page;

  constructor(
    private readonly lent: Lent,
    private readonly touch: boolean,
  ) {
    this.page = lent.page;
  }

  /** The page that is open, to look for anything special in it. */
  get shown(): Locator {
    return this.page.locator(SHOWN_PAGE);
  }

  /** Taps what a person would tap: by role and name, or by its text. */
  async tap(target: Target | Locator): Promise<void> {
    this.interactions += 1;
    if (!isLocator(target)) await this.press(soughtOf(target));
    else if (this.touch) await target.tap();
    else await target.click();
    await this.idle();
  }

  /** Holds the page that is open in another light, type and size, as an owner of other habits would see it. */
  async hold(look: Hold): Promise<void> {
    await this.wire.phone(
      (phone, given) => {
        phone.setTheme(given.theme);
        phone.setFontScale(given.fontScale);
      },
      { theme: look.dark === true ? 'dark' : 'light', fontScale: scaleOf(look) },
    );
    await this.page.setViewportSize(screenOf(look));
    await this.idle();
  }

  /** Types into the field of that name, replacing what was there; one interaction, however long the text. */
  async type(name: string | Locator, text: string): Promise<void> {
    this.interactions += 1;
    if (isLocator(name)) await name.click();
    else await this.click({ within: SHOWN_PAGE, anyOf: [{ field: name }] });
    await this.wire.hand((hand) => {
      hand.mark();
    });
    await this.wire.write(text);
    await this.idle();
  }

  /** What stands in the field of that name. */
  typed(name: string): Promise<string> {
    return this.wire.hand((hand, one) => hand.typed(one), { within: SHOWN_PAGE, anyOf: [{ field: name }] });
  }

  /** Chooses an entry in each column of the open picker. */
  async choose(...labels: string[]): Promise<void> {
    for (const [index, label] of labels.entries()) {
      const within = [`${PICKER} .wxp-column`, index] as const;
      await this.click({ within, anyOf: [{ role: 'option', name: { is: label } }] });
      this.interactions += 1;
    }
    this.interactions += 1;
    await this.press({ within: PICKER, anyOf: [{ words: { is: '确定' } }] });
    await this.idle();
  }

  async back(): Promise<void> {
    await this.tap({ role: 'button', name: '返回' });
  }

  async longPress(target: Target): Promise<void> {
    this.interactions += 1;
    await this.click(soughtOf(target), { isLong: true });
    await this.idle();
  }

  /** The words on the page that is open. */
  async text(selector?: string): Promise<string> {
    await this.idle();
    const place = selector === undefined ? SHOWN_PAGE : `${SHOWN_PAGE} ${selector}`;
    return this.wire.hand((hand, one) => hand.words(one), place);
  }

  /** Waits until the words, or what has that role and name, stand on the page or in a popup over it. */
  async see(target: string | RegExp | Named): Promise<void> {
    const sought = { within: ON_PAGE, anyOf: [isWords(target) ? { words: among(target) } : wayOf(target)] };
    await this.wire.hand((hand, one) => hand.see(one), sought);
  }

  /** Whether it is there now. */
  has(target: Target): Promise<boolean> {
    return this.wire.hand((hand, one) => hand.has(one), soughtOf(target));
  }

  title(): Promise<string> {
    return this.wire.hand((hand) => hand.words('.wxp-title'));
  }

  /** Route of the page that is open. */
  route(): Promise<string> {
    return this.wire.hand((hand, one) => hand.attribute(one, 'is'), `${SHOWN_PAGE} > wx-page`);
  }

  async shot(file: string): Promise<void> {
    await this.idle();
    await this.glyphs();
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }

  /** Waits for the Chinese glyphs of the page: one is asked for when it is first painted, so painting starts the loading. */
  private async glyphs(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      await this.page.screenshot();
      const isLoading = await this.page.evaluate(async () => {
        const loading = [...document.fonts].some(({ status }) => status === 'loading');
        await document.fonts.ready;
        return loading;
      });
      quiet = isLoading ? 0 : quiet + 1;
    }
  }

  idle(): Promise<void> {
    return this.wire.phone((phone) => phone.idle());
  }

  meter(): Promise<PhoneMeter> {
    return this.wire.phone((phone) => phone.meter.read());
  }

  resetMeter(): Promise<void> {
    this.interactions = 0;
    return this.wire.phone((phone) => {
      phone.meter.reset();
    });
  }

  async network(mode: Network): Promise<void> {
    await this.wire.phone((phone, next) => {
      phone.network(next);
    }, mode);
  }

  /** Lets time pass on this phone at once: its clock moves on, and what was to happen by itself meanwhile happens. */
  async passTime(milliseconds: number, { idle = true } = {}): Promise<void> {
    await this.wire.phone((phone, time) => {
      phone.passTime(time);
    }, milliseconds);
    if (idle) await this.idle();
  }

  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.wire.phone((phone, next) => {
      phone.setTheme(next);
    }, theme);
  }

  /** Holds a code before the camera: for the scan that waits, else for the next. */
  async scan(code: string): Promise<void> {
    await this.wire.phone((phone, text) => {
      phone.scan(text);
    }, code);
    await this.idle();
  }

  /** Ends the app and starts it again; what it stored stays. Another person, page or scene may be given. */
  async relaunch(change: { as?: string; hash?: string; scene?: number; group?: string } = {}): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.wire.phone((phone, next) => {
      phone.relaunch(next);
    }, change);
    await loaded;
    await this.ready();
  }

  /** Closes every page and opens another; the app runs on. */
  async goTo(url: string): Promise<void> {
    await this.wire.phone(async (phone, address) => void (await phone.goTo(address)), url);
    await this.idle();
  }

  /** Goes to another app and comes back: the app and its page are hidden and shown again. */
  async leaveAndComeBack(): Promise<void> {
    await this.wire.phone((phone) => {
      phone.leave();
      phone.comeBack();
    });
    await this.idle();
  }

  shareCard(): Promise<ReturnType<Handles['lastShareCard']>> {
    return this.wire.phone((phone) => phone.lastShareCard());
  }

  clipboard(): Promise<string> {
    return this.wire.phone((phone) => phone.clipboardText());
  }

  /** Files that the app has handed to the phone's viewer, newest last. */
  async documents(): Promise<{ name: string; bytes: Buffer }[]> {
    const handed = await this.wire.phone((phone) => phone.handedOut());
    return handed.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }));
  }

  /** Goes on to another address inside the app, as a link from outside would. */
  async open(page: string): Promise<void> {
    await this.relaunch({ hash: `/${page}` });
  }

  async ready(): Promise<void> {
    await this.wire.hand((hand) => hand.ready());
    await this.idle();
  }

  /** Runs in the page: the function may use nothing but what it is given. */
  inPage<Result, Given = undefined>(run: (given: Given) => Result, given?: Given): Promise<Result> {
    return this.wire.evaluate(`(${run.toString()})(${JSON.stringify(given)})`);
  }

  close(): Promise<void> {
    return this.lent.giveBack();
  }

  private get wire(): Wire {
    return this.lent.wire;
  }

  /** With the finger on a phone that has a screen to touch. */
  private press(sought: Sought): Promise<void> {
    return this.touch ? this.hit(sought, (point) => this.wire.touch(point)) : this.click(sought);
  }

  private click(sought: Sought, how?: { isLong?: boolean }): Promise<void> {
    return this.hit(sought, (point) => this.wire.click(point, how));
  }

  /** Puts the finger down until it comes down where it is meant to: a page may move in the very moment. */
  private async hit(sought: Sought, put: (point: Point) => Promise<void>): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      await put(await this.wire.hand((hand, one) => hand.reach(one), sought));
      if (await this.wire.hand((hand) => hand.isHit())) return;
    }
    throw new Error(`${JSON.stringify(sought.anyOf)}: it moves away under the finger`);
  }
}

function isWords(target: string | RegExp | object): target is string | RegExp {
  return typeof target === 'string' || target instanceof RegExp;
}

const patternOf = ({ source, flags }: RegExp): Words => ({ pattern: source, flags });
const among = (words: string | RegExp): Words =>
  typeof words === 'string' ? { has: words } : patternOf(words);

function wayOf({ role, name, exact = true }: Named): Way {
  if (name === undefined) return { role };
  if (typeof name !== 'string') return { role, name: patternOf(name) };
  return { role, name: exact ? { is: name } : { has: name } };
}

/** A text is that of an element, or the name of a button that shows something else. */
function soughtOf(target: Target): Sought {
  if (typeof target !== 'string') return { within: placeOf(target.in), anyOf: [wayOf(target)] };
  return { within: ANYWHERE, anyOf: [{ words: { is: target } }, { role: 'button', name: { is: target } }] };
}

function placeOf(place: Named | Block | undefined): Sought['within'] {
  if (place === undefined) return ANYWHERE;
  if ('role' in place) return { within: SHOWN_PAGE, anyOf: [wayOf(place)] };
  return { within: SHOWN_PAGE, anyOf: [{ block: place.block, holds: { has: place.holds } }] };
}

function isLocator(target: unknown): target is Locator {
  return typeof target === 'object' && target !== null && 'click' in target;
}

function addressOf({ url, page, ...look }: PhoneOptions): string {
  const { as, dark, pc, frame, scene, group, now, number } = look;
  const address = new URL(url);
  const wanted: Record<string, string | number | undefined> = {
    as,
    plain: frame === true ? undefined : '1',
    dark: dark === true ? '1' : '0',
    pc: pc === true ? '1' : undefined,
    fontScale: scaleOf(look),
    scene,
    group,
    now,
    number,
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== undefined) address.searchParams.set(name, String(value));
  }
  if (page !== undefined) address.hash = `/${page}`;
  return address.href;
}

function screenOf({ pc = false, width, height }: Hold): { width: number; height: number } {
  return { width: width ?? (pc ? 1280 : 375), height: height ?? (pc ? 800 : 812) };
}

/** Opens the app on a fresh phone of 375 × 812 (1,280 × 800 with `pc`) and waits for its first page. */
export async function openPhone({ browser }: OpenedBrowser, options: PhoneOptions): Promise<PhoneDriver> {
  const { touch = false, dark = false } = options;
  const lent = await borrowPage(browser, options.url, {
    viewport: screenOf(options),
    hasTouch: touch,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  lent.page.setDefaultTimeout(15_000);
  const driver = new PhoneDriver(lent, touch);
  await lent.page.goto(addressOf(options));
  await driver.ready();
  return driver;
}
