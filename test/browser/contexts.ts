// Contexts of the browser: each is a phone's own, and a phone that is put away leaves its context to the next of the same look.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Lent {
  page: Page;
  giveBack: () => Promise<void>;
}

/** A document of every built phone in which no script runs. */
const STILL = 'build.json';

/** Of each browser, by what they were opened with. What a page has loaded and compiled once, the next phone need not. */
const spare = new WeakMap<Browser, Map<string, Page[]>>();

/** The loader of TypeScript names inner functions by a call of its own, which a function handed to the page brings along. */
const NAMES = 'globalThis.__name = (named) => named;';

async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  await context.addInitScript({ content: NAMES });
  return context.newPage();
}

/** A page in a context in which nothing is stored. */
export async function borrowPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Lent> {
  const all = spare.get(browser) ?? new Map<string, Page[]>();
  spare.set(browser, all);
  const look = JSON.stringify([url, options]);
  const waiting = all.get(look) ?? [];
  all.set(look, waiting);
  const page = waiting.pop() ?? (await openPage(browser, options));
  const giveBack = async (): Promise<void> => {
    await page.goto(new URL(STILL, url).href);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    waiting.push(page);
  };
  return { page, giveBack };
}
