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

  reset(): void {
    this.offset = 0;
    this.frozenAt = undefined;
  }

  get frozen(): boolean {
    return this.frozenAt !== undefined;
  }

  /** What a function process needs to keep the same time. */
  shift(): { offset: number; frozenAt: number | undefined } {
    return { offset: this.offset, frozenAt: this.frozenAt };
  }
}
