/** Redrawing beside records that go out one after the other: at once, and then as often as a page may be set, never once a record. */
import { onOutboxChange } from '../../../services/outbox';
import { after, type Timer } from '../../../services/timer';

const PAUSE_MS = 250;

/** The first change draws, those of the next quarter of a second are drawn together at its end. Answers how to stop. */
export function drawWithOutbox(draw: () => Promise<void>): () => void {
  let pause: Timer | undefined;
  let isDue = false;
  const run = (): void => {
    isDue = false;
    pause = after(PAUSE_MS, () => {
      pause = undefined;
      if (isDue) run();
    });
    void draw();
  };
  const stop = onOutboxChange(() => {
    if (pause === undefined) run();
    else isDue = true;
  });
  return () => {
    stop();
    pause?.cancel();
  };
}
