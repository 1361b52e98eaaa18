/** How far a clock is from the real one, or where it stands still. */
export interface Shift {
  offset: number;
  frozenAt: number | undefined;
}

export const REAL_TIME: Shift = { offset: 0, frozenAt: undefined };

/** The time that server dates, address expiry, timers and function processes see. Real unless a suite moves it. */
export class Clock {
  private offset = 0;
  private frozenAt: number | undefined;

  now(): number {
    return this.frozenAt ?? Date.now() + this.offset;
  }

  /** Moves the clock to a moment; a frozen one stays frozen there. */
  moveTo(time: number): void {
    if (this.frozenAt !== undefined) this.frozenAt = time;
    this.offset = time - Date.now();
  }

  freeze(frozen: boolean): void {
    const now = this.now();
    this.frozenAt = frozen ? now : undefined;
    this.offset = now - Date.now();
  }

  /** Goes as it went when `shift` was answered. */
  goAs({ offset, frozenAt }: Shift): void {
    this.offset = offset;
    this.frozenAt = frozenAt;
  }

  get frozen(): boolean {
    return this.frozenAt !== undefined;
  }

  /** What a function process needs to keep the same time. */
  shift(): Shift {
    return { offset: this.offset, frozenAt: this.frozenAt };
  }
}
