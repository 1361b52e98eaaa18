/**
 * The assignment that calls act under (one at a time, D8). The session chooses it; a call may name another one, or none:
 * a person who scans a door's code acts as nobody, whatever roles they hold elsewhere.
 */
import type { DeviceProof } from '@domain/kernel/contract';

let chosen: string | undefined;
let proof: DeviceProof | undefined;

export function actingSeat(): string | undefined {
  return chosen;
}

export function chooseActingSeat(seatId: string | undefined): void {
  chosen = seatId;
}

/** What calls in the chosen seat show of this phone; undefined for a seat that asks for none. */
export function deviceProof(): DeviceProof | undefined {
  return proof;
}

export function showDevice(next: DeviceProof | undefined): void {
  proof = next;
}

/** An answer brought a fresh ticket for the PIN; it lives as long as the app does. */
export function renewTicket(ticket: string): void {
  if (proof !== undefined) proof = { ...proof, ticket };
}
