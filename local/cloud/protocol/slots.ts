import { CloudError } from '../cloud-error';
import type { Limits } from '../limits';
import type { RequestRecord } from '../observe/meter';

/** The database serves so many calls at once; the others wait, first come first served, up to the limit. */
export class Slots {
  private inFlight = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limits: () => Limits) {}

  async hold<T>(record: RequestRecord, work: () => T | Promise<T>): Promise<T> {
    if (this.inFlight >= this.limits().callsInFlight) await this.wait(record);
    else this.inFlight += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The slot goes from hand to hand, so that nobody who comes later takes it in between.
      if (next === undefined) this.inFlight -= 1;
      else next();
    }
  }

  private wait(record: RequestRecord): Promise<void> {
    record.queued += 1;
    return new Promise((resolve, reject) => {
      const granted = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(granted), 1);
        reject(new CloudError('DATABASE_TIMEOUT', 'The database is busy.'));
      }, this.limits().waitSeconds * 1000);
      this.waiting.push(granted);
    });
  }
}
