import { ATTEMPTS_MAX, longestPause, persistent } from '../../../cloudfunctions/kernel/lost-race';
import { TransactionConflict, type Store } from '../../../cloudfunctions/kernel/store';

describe('the pause after a lost race', () => {
  it.each([
    [1, 0, 24],
    [6, 0, 600],
    [1, 150, 300],
    [2, 150, 600],
    [7, 5000, 600],
  ])('after attempt %i that took %i ms is at most %i', (attempts, tookMs, most) => {
    expect(longestPause(attempts, tookMs)).toBe(most);
  });
});

describe('a timer’s transaction', () => {
  /** Loses so often before it wins, or fails with something else. */
  function storeThat(fails: (attempt: number) => Error | undefined) {
    let attempts = 0;
    const transact = (): Promise<string> => {
      attempts += 1;
      const error = fails(attempts);
      return error === undefined ? Promise.resolve('done') : Promise.reject(error);
    };
    const store = persistent({ transact } as unknown as Store);
    return { run: () => store.transact(() => Promise.resolve('')), attempts: () => attempts };
  }

  it('that lost is begun again', async () => {
    const { run, attempts } = storeThat((attempt) => (attempt < 3 ? new TransactionConflict() : undefined));

    expect(await run()).toBe('done');
    expect(attempts()).toBe(3);
  });

  it('that loses every time is given up, and what is no race flies at once', async () => {
    const loser = storeThat(() => new TransactionConflict());
    await expect(loser.run()).rejects.toThrow(TransactionConflict);
    expect(loser.attempts()).toBe(ATTEMPTS_MAX);

    const broken = storeThat(() => new RangeError('broken'));
    await expect(broken.run()).rejects.toThrow(RangeError);
    expect(broken.attempts()).toBe(1);
  });
});
