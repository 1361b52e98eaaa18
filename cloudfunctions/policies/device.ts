/**
 * The phone behind a call of community, street or audit: bound to the seat, and its PIN typed within fifteen minutes of use. The
 * phone carries a ticket, renewed with the answers it gets, so that asking costs neither a read nor a write.
 */
import { timingSafeEqual } from 'node:crypto';
import type { DeviceProof } from '@domain/kernel/contract';
import { DEVICE_ROLES } from '@domain/identity/role';
import type { AssignmentDocument } from '../repositories/documents';
import type { Keyring } from '../vault/keys';

const PIN_IDLE_MS = 15 * 60_000;
/** A ticket of that age is renewed by the next answer. */
const RENEWED_AFTER_MS = 60_000;
const TICKET = /^([0-9a-z]{1,10})\.([0-9a-z]{26})$/;

type Digests = Pick<Keyring, 'digestOf'>;

/** How a seat names a phone. */
export function deviceId(keyring: Digests, key: string): string {
  return keyring.digestOf('device', key);
}

interface AtPhone {
  readonly seat: AssignmentDocument;
  /** The phone's id. */
  readonly device: string;
}

function sealOf(keyring: Digests, { seat, device }: AtPhone, at: number): string {
  return keyring.digestOf('atWork', [seat._id, device, seat.pin?.digest ?? '', at].join('|'));
}

/** The ticket dies with the phone's binding, with the PIN, and fifteen minutes after its last renewal. */
export function atWorkTicket(keyring: Digests, phone: AtPhone, now: number): string {
  return `${now.toString(36)}.${sealOf(keyring, phone, now)}`;
}

/** When a valid ticket was made; undefined for any other text. */
function ticketTime(keyring: Digests, phone: AtPhone, ticket: string): number | undefined {
  const [, time, seal] = TICKET.exec(ticket) ?? [];
  if (time === undefined || seal === undefined) return undefined;
  const at = parseInt(time, 36);
  const isOurs = timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(keyring, phone, at)));
  return isOurs ? at : undefined;
}

export type DeviceStanding =
  /** `ticket`: the renewed one, where it is time for it. */
  { readonly lacks: undefined; readonly ticket?: string } | { readonly lacks: 'device' | 'pin' };

export interface AtDevice {
  readonly seat: AssignmentDocument;
  readonly proof: DeviceProof | undefined;
  readonly now: number;
}

/** What the seat still lacks in this call. A seat without a list of phones is vouched for by whoever deployed. */
export function standingAtDevice(keyring: Digests, at: AtDevice): DeviceStanding {
  const { seat, proof } = at;
  if (!DEVICE_ROLES.includes(seat.role)) return { lacks: undefined };
  if (!seat.deviceBound) return { lacks: 'device' };
  if (seat.devices === undefined) return { lacks: undefined };
  const device = proof === undefined ? '' : deviceId(keyring, proof.key);
  if (!seat.devices.some(({ id }) => id === device)) return { lacks: 'device' };
  return standingByTicket(keyring, { seat, device }, at);
}

function standingByTicket(keyring: Digests, phone: AtPhone, { proof, now }: AtDevice): DeviceStanding {
  const at = ticketTime(keyring, phone, proof?.ticket ?? '');
  if (at === undefined || now < at || now - at > PIN_IDLE_MS) return { lacks: 'pin' };
  if (now - at < RENEWED_AFTER_MS) return { lacks: undefined };
  return { lacks: undefined, ticket: atWorkTicket(keyring, phone, now) };
}
