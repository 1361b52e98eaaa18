/**
 * The assignment that calls act under (one at a time, D8). The session chooses it; a call may name another one, or none:
 * a person who scans a door's code acts as nobody, whatever roles they hold elsewhere.
 */
let chosen: string | undefined;

export function actingSeat(): string | undefined {
  return chosen;
}

export function chooseActingSeat(seatId: string | undefined): void {
  chosen = seatId;
}
