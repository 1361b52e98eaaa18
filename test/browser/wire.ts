// What is asked of a page over the browser's own protocol. Playwright would put a script of 330 kB into every document before its
// first question, and asks several times where once is enough: half of what a tap costs.
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import type { Hand, Point } from './hand/hand';
import type { Handles } from './handles';

/** Pressed as long as this, a finger means the other thing. */
const LONG_MS = 450;

let built: string | undefined;

/** The hand as one script: every document of a test's phone begins with it. */
export function handScript(): string {
  built ??= buildSync({
    entryPoints: [path.join(__dirname, 'hand/hand.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
  }).outputFiles[0]?.text;
  return built ?? '';
}

export class Wire {
  private constructor(private readonly session: CDPSession) {}

  static async open(page: Page): Promise<Wire> {
    return new Wire(await page.context().newCDPSession(page));
  }

  /** Runs in the page: the function may use nothing but what it is given. */
  phone<Given, Result>(
    act: (phone: Handles, given: Given) => Result | Promise<Result>,
    given?: Given,
  ): Promise<Result> {
    return this.evaluate(`(${act.toString()})(globalThis.__phone, ${JSON.stringify(given ?? null)})`);
  }

  hand<Given, Result>(
    act: (hand: Hand, given: Given) => Result | Promise<Result>,
    given?: Given,
  ): Promise<Result> {
    return this.evaluate(`(${act.toString()})(globalThis.__hand, ${JSON.stringify(given ?? null)})`);
  }

  async evaluate<Result>(expression: string): Promise<Result> {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', options);
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as Result;
  }

  /** A click of the mouse, the button held down a while with `isLong`. */
  async click({ x, y }: Point, { isLong = false } = {}): Promise<void> {
    const at = { x, y, clickCount: 1, button: 'left' } as const;
    const moved = this.session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    const pressed = this.session.send('Input.dispatchMouseEvent', {
      type: 'mousePressed',
      ...at,
      buttons: 1,
    });
    if (isLong) await new Promise((resolve) => setTimeout(resolve, LONG_MS));
    const released = this.session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
    await Promise.all([moved, pressed, released]);
  }

  /** A touch of the finger. */
  async touch(point: Point): Promise<void> {
    await Promise.all([
      this.session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] }),
      this.session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
    ]);
  }

  /** Puts a text in the place of what is marked, as a keyboard does. */
  async write(text: string): Promise<void> {
    if (text !== '') await this.session.send('Input.insertText', { text });
    else await this.evaluate(`document.execCommand('delete')`);
  }
}
