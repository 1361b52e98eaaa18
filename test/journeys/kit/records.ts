/** What the street holds after people have done something: read as its staff would, or from the documents. */
import { bytesOfBase64url } from '@domain/kernel/bytes';
import { hmacSha256 } from '@domain/kernel/sha256';
import { readReceipt, type ReceiptReading } from '@domain/census/receipt';
import type { DoorState } from '@domain/census/codes';
import type { WaitingForm } from '@domain/contract/census';
import type { SubmissionDocument } from '../../../cloudfunctions/repositories/documents';
import { dataOf, type Door, type TestStreet } from '../../cloudfunctions/fixture/street';

/** The forms that wait at a door, as its worker opens them. */
export async function waitingAt(
  street: TestStreet,
  door: Door,
  worker = 'worker W1',
): Promise<WaitingForm[]> {
  return dataOf(await street.as(worker).census.readDoor({ doorId: door.id })).waiting;
}

/** Every form of a door that has not been turned away. */
export function formsOf(street: TestStreet, door: Door): Promise<SubmissionDocument[]> {
  return street.all<SubmissionDocument>('submissions', { doorId: door.id });
}

/** The colour of a door on its worker's wall. */
export async function cellOf(street: TestStreet, door: Door, worker = 'worker W1'): Promise<DoorState> {
  const { buildingId, unitId } = door;
  const { units } = dataOf(await street.as(worker).census.readWall({ buildingId, unitId }));
  const cell = units.flatMap(({ doors }) => doors).find(({ slot }) => slot === door.slot);
  if (cell === undefined) throw new Error(`the wall has no ${door.plate.line}`);
  return cell.state;
}

/** What a worker's phone says of a receipt, with nothing but the grid's key. */
export async function verify(street: TestStreet, door: Door, code: string): Promise<ReceiptReading> {
  const { unitId, id: doorId } = door;
  const { key, opensOn, closesOn } = dataOf(await street.as('worker W1').census.readReceiptKey({ unitId }));
  const bytes = bytesOfBase64url(key);
  if (bytes === undefined) throw new Error('the key is no base64url');
  return readReceipt(code, { doorId, opensOn, until: closesOn }, (message) => hmacSha256(bytes, message));
}

/** The worker stands at the door and says that it is right; the sender is bound from now on. */
export async function confirm(street: TestStreet, door: Door, worker = 'worker W1'): Promise<void> {
  for (const { id: formId, version } of await waitingAt(street, door, worker)) {
    dataOf(await street.as(worker).census.decideForm({ formId, version, verdict: 'confirm' }));
  }
}
