import type { giftContract } from '@domain/contract/gift';
import type { Seat } from '@domain/contract/session';
import { client } from '../../../services/client';
import { homeSeatOf, type Session } from '../../../services/session';
import { volunteerSeatOf } from './wish-face';

export const gift = client<typeof giftContract>('gift');

/** The seat in which this person gives: at home, else as a volunteer. Only who lives here reserves. */
export function giverSeatOf(session: Session): Seat | undefined {
  return homeSeatOf(session) ?? volunteerSeatOf(session);
}
