// Contexts of the browser: each is a phone's own, and a phone that is put away leaves its context to the next of the same look.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { handScript, Wire } from './wire';

interface Opened {
  page: Page;
  wire: Wire;
}

export interface Lent extends Opened {
  giveBack: () => Promise<void>;
}

/** A document of every built phone in which no script runs. */
const STILL = 'build.json';

/** Of each browser, by what they were opened with. What a page has loaded and compiled once, the next phone need not. */
const spare = new WeakMap<Browser, Map<string, Opened[]>>();
/** Those in somebody's hand. */
const lent = new WeakMap<Browser, Set<Opened>>();

/** The loader of TypeScript names inner functions by a call of its own, which a function handed to the page brings along. */
const NAMES = 'globalThis.__name = (named) => named;';

async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Opened> {
  const context = await browser.newContext(options);
  await context.addInitScript({ content: NAMES + handScript() });
  const page = await context.newPage();
  return { page, wire: await Wire.open(page) };
}

function entryOf<Key extends object, Value>(all: WeakMap<Key, Value>, key: Key, made: Value): Value {
  const entry = all.get(key) ?? made;
  all.set(key, entry);
  return entry;
}

/** A page in a context in which nothing is stored. */
export async function borrowPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Lent> {
  const all = entryOf(spare, browser, new Map<string, Opened[]>());
  const inHand = entryOf(lent, browser, new Set<Opened>());
  const look = JSON.stringify(options);
  const waiting = all.get(look) ?? [];
  all.set(look, waiting);
  const opened = waiting.pop() ?? (await openPage(browser, options));
  inHand.add(opened);
  const giveBack = async (): Promise<void> => {
    await opened.page.goto(new URL(STILL, url).href);
    await opened.wire.evaluate('localStorage.clear(), sessionStorage.clear()');
    inHand.delete(opened);
    waiting.push(opened);
  };
  return { ...opened, giveBack };
}

/** Leaves the browser to the next file: phones that nobody gave back are gone. */
export async function putAway(browser: Browser): Promise<void> {
  const left = lent.get(browser) ?? new Set<Opened>();
  await Promise.all([...left].map(({ page }) => page.context().close()));
  left.clear();
}
