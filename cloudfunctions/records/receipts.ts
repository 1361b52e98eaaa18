import { createHmac } from 'node:crypto';
import { receiptCode, receiptWords } from '@domain/census/receipt';
import type { Receipt } from '@domain/contract/census';
import type { Keyring } from '../vault/keys';
import { addressOf, plateOf, type DoorAtWall } from './door-place';

/** The receipt of a door and a day: the same for every form handed in there that day, whoever sent it. */
export function receiptOf(keyring: Keyring, door: DoorAtWall, day: string): Receipt {
  const key = keyring.receiptKey(door.wall.gridId);
  const mac = (message: Uint8Array): Uint8Array => createHmac('sha256', key).update(message).digest();
  return { code: receiptWords(receiptCode(mac, door.doorId, day)), day, plate: plateOf(addressOf(door)) };
}
