// Drives the phone in a real browser, as a person would: finds what is seen on the page that is open, and counts taps.
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { OpenedBrowser } from './browser';
import { borrowPage } from './contexts';
import type { Handles, PhoneMeter } from './handles';

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
  /** Large type: WeChat's own font setting at 1.5, as an old eye has it. */
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

type Network = 'online' | 'offline' | 'answer-lost' | 'slow' | 'flapping';
/** A role with a name, or a text that is seen. */
export type Target =
  | string
  | { role: Parameters<Page['getByRole']>[0]; name?: string | RegExp; exact?: boolean };

const SHOWN_PAGE = '.wxp-page:not([hidden])';
const CHROME = '.wxp-nav, .wxp-tabbar';
const POPUPS = '.wxp-popup, .wxp-scanner, .wxp-share';

/** One phone of one person; its context is its own as long as it is used, so its storage is too. */
export class PhoneDriver {
  /** What the person did: taps, texts typed, choices. */
  interactions = 0;

  constructor(
    readonly page: Page,
    private readonly putAway: () => Promise<void>,
    private readonly touch: boolean,
  ) {}

  /** The page that is open, to look for anything special in it. */
  get shown(): Locator {
    return this.page.locator(SHOWN_PAGE);
  }

  find(target: Target): Locator {
    return this.within(this.shown, target)
      .or(this.within(this.page.locator(`${POPUPS}, ${CHROME}`), target))
      .first();
  }

  /** Taps what a person would tap: by role and name, or by its text. */
  async tap(target: Target | Locator): Promise<void> {
    const locator = isLocator(target) ? target : this.find(target);
    this.interactions += 1;
    if (this.touch) await locator.tap();
    else await locator.click();
    await this.idle();
  }

  /** Types into the field of that name, replacing what was there; one interaction, however long the text. */
  async type(name: string | Locator, text: string): Promise<void> {
    const field = isLocator(name) ? name : this.field(name);
    this.interactions += 1;
    await field.click();
    await field.fill(text);
    await this.idle();
  }

  field(name: string): Locator {
    const { shown } = this;
    const typed = shown.locator('input:visible, textarea:visible');
    const labelled = shown.getByLabel(name, { exact: true });
    return labelled
      .locator('input:visible, textarea:visible')
      .or(typed.and(labelled))
      .or(shown.getByPlaceholder(name, { exact: true }))
      .first();
  }

  /** Chooses an entry in each column of the open picker. */
  async choose(...labels: string[]): Promise<void> {
    const picker = this.page.locator('.wxp-picker');
    for (const [index, label] of labels.entries()) {
      const column = picker.locator('.wxp-column').nth(index);
      await column.getByRole('option', { name: label, exact: true }).click();
      this.interactions += 1;
    }
    await this.tap(picker.getByText('确定'));
  }

  async back(): Promise<void> {
    await this.tap(this.page.locator('.wxp-back'));
  }

  async longPress(target: Target | Locator): Promise<void> {
    const locator = isLocator(target) ? target : this.find(target);
    this.interactions += 1;
    await locator.click({ delay: 450 });
    await this.idle();
  }

  /** The words on the page that is open. */
  async text(selector?: string): Promise<string> {
    await this.idle();
    return (selector === undefined ? this.shown : this.shown.locator(selector).first()).innerText();
  }

  /** Waits until the words stand on the page or in a popup over it. */
  async see(text: string | RegExp): Promise<void> {
    const anywhere = this.shown.getByText(text).or(this.page.locator(POPUPS).getByText(text));
    await anywhere.first().waitFor();
  }

  title(): Promise<string> {
    return this.page.locator('.wxp-title').innerText();
  }

  /** Route of the page that is open. */
  async route(): Promise<string> {
    return (await this.shown.locator('> wx-page').getAttribute('is')) ?? '';
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
    return this.handle((phone) => phone.idle());
  }

  meter(): Promise<PhoneMeter> {
    return this.handle((phone) => phone.meter.read());
  }

  resetMeter(): Promise<void> {
    this.interactions = 0;
    return this.handle((phone) => {
      phone.meter.reset();
    });
  }

  async network(mode: Network): Promise<void> {
    await this.page.evaluate((next) => {
      (globalThis as unknown as { __phone: Handles }).__phone.network(next);
    }, mode);
  }

  /** Lets time pass on this phone at once: its clock moves on, and what was to happen by itself meanwhile happens. */
  async passTime(milliseconds: number, { idle = true } = {}): Promise<void> {
    await this.page.evaluate((time) => {
      (globalThis as unknown as { __phone: Handles }).__phone.passTime(time);
    }, milliseconds);
    if (idle) await this.idle();
  }

  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.page.evaluate((next) => {
      (globalThis as unknown as { __phone: Handles }).__phone.setTheme(next);
    }, theme);
  }

  /** Holds a code before the camera: for the scan that waits, else for the next. */
  async scan(code: string): Promise<void> {
    await this.page.evaluate((text) => {
      (globalThis as unknown as { __phone: Handles }).__phone.scan(text);
    }, code);
    await this.idle();
  }

  /** Ends the app and starts it again; what it stored stays. Another person, page or scene may be given. */
  async relaunch(change: { as?: string; hash?: string; scene?: number; group?: string } = {}): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.page.evaluate((next) => {
      (globalThis as unknown as { __phone: Handles }).__phone.relaunch(next);
    }, change);
    await loaded;
    await this.ready();
  }

  /** Goes to another app and comes back: the app and its page are hidden and shown again. */
  async leaveAndComeBack(): Promise<void> {
    await this.handle((phone) => {
      phone.leave();
      phone.comeBack();
    });
    await this.idle();
  }

  shareCard(): Promise<ReturnType<Handles['lastShareCard']>> {
    return this.handle((phone) => phone.lastShareCard());
  }

  clipboard(): Promise<string> {
    return this.handle((phone) => phone.clipboardText());
  }

  /** Files that the app has handed to the phone's viewer, newest last. */
  async documents(): Promise<{ name: string; bytes: Buffer }[]> {
    const handed = await this.handle((phone) => phone.handedOut());
    return handed.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }));
  }

  /** Goes on to another address inside the app, as a link from outside would. */
  async open(page: string): Promise<void> {
    await this.relaunch({ hash: `/${page}` });
  }

  async ready(): Promise<void> {
    await this.page.waitForSelector(`${SHOWN_PAGE} > wx-page`, { state: 'attached' });
    await this.idle();
  }

  close(): Promise<void> {
    return this.putAway();
  }

  private within(where: Locator, target: Target): Locator {
    if (typeof target === 'string') {
      return where
        .getByText(target, { exact: true })
        .or(where.getByRole('button', { name: target, exact: true }));
    }
    const { role, name, exact = true } = target;
    return where.getByRole(role, name === undefined ? {} : { name, exact });
  }

  /** Runs in the page: the function may use nothing but its argument. */
  private handle<Result>(read: (phone: Handles) => Result | Promise<Result>): Promise<Result> {
    return this.page.evaluate(`(${read.toString()})(globalThis.__phone)`);
  }
}

function isLocator(target: unknown): target is Locator {
  return typeof target === 'object' && target !== null && 'click' in target;
}

function addressOf({ url, page, ...look }: PhoneOptions): string {
  const { as, dark, fontScale, large, pc, frame, scene, group, now, number } = look;
  const address = new URL(url);
  const wanted: Record<string, string | number | undefined> = {
    as,
    plain: frame === true ? undefined : '1',
    dark: dark === true ? '1' : '0',
    pc: pc === true ? '1' : undefined,
    fontScale: large === true ? 1.5 : fontScale,
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

/** Opens the app on a fresh phone of 375 × 812 (1,280 × 800 with `pc`) and waits for its first page. */
export async function openPhone({ browser }: OpenedBrowser, options: PhoneOptions): Promise<PhoneDriver> {
  const { touch = false, pc = false, dark = false } = options;
  const { width = pc ? 1280 : 375, height = pc ? 800 : 812 } = options;
  const { page, giveBack } = await borrowPage(browser, options.url, {
    viewport: { width, height },
    hasTouch: touch,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(8000);
  const driver = new PhoneDriver(page, giveBack, touch);
  await page.goto(addressOf(options));
  await driver.ready();
  return driver;
}
