/** Grey places instead of content, only where an answer takes longer than a blink. */
import { after } from './timer';

const BLINK_MS = 200;

interface WaitingPage {
  readonly data: { readonly waiting: boolean };
  setData(data: { waiting: boolean }): void;
}

/** Awaits the work; the page's `waiting` turns true only when the work lasts. The page turns it off with what it shows; work that goes on after that leaves no grey behind. */
export async function whileWaiting<Result>(page: WaitingPage, work: Promise<Result>): Promise<Result> {
  const timer = after(BLINK_MS, () => {
    page.setData({ waiting: true });
  });
  try {
    return await work;
  } finally {
    timer.cancel();
    if (page.data.waiting) page.setData({ waiting: false });
  }
}
