/** The seat with which a new environment begins: everybody after the first administrators is appointed by one of them. */
import { addDays } from '@domain/kernel/calendar';
import type { Day } from '@domain/kernel/day';
import type { AssignmentDocument } from '../cloudfunctions/repositories/documents';
import type { Keyring } from '../cloudfunctions/vault/keys';

/** The id of the street's own area, as docs/operations.zh.md has it entered. */
const STREET_ID = 'street';
/** A seat ends, also the first. */
const FIRST_SEAT_DAYS = 90;

interface Beginning {
  readonly id: string;
  readonly openid: string;
  readonly today: Day;
}

/** Its holder signs the pledge and binds a phone like everybody else: whoever enters this document vouches for neither. */
export function firstSeat(
  keyring: Pick<Keyring, 'actorOf'>,
  { id, openid, today }: Beginning,
): AssignmentDocument {
  return {
    _id: id,
    version: 1,
    userId: keyring.actorOf(openid),
    role: 'SA',
    label: '街道',
    state: 'active',
    startsOn: today,
    endsOn: addDays(today, FIRST_SEAT_DAYS),
    scope: { streetId: STREET_ID },
    streetId: STREET_ID,
    communityIds: [],
    pledgeSigned: false,
    deviceBound: false,
    devices: [],
  };
}
