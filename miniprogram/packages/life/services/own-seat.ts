/** The seat in which something of the life is done: the acting one where it may, else the first of this person's that may. */
import type { Seat } from '@domain/contract/session';
import type { Role } from '@domain/identity/role';
import { knownSession, openSession, type Session } from '../../../services/session';

export function ownSeatIn({ seats, seatId }: Session, may: (role: Role) => boolean): Seat | undefined {
  const able = seats.filter(({ role, lacks }) => may(role) && lacks === undefined);
  return able.find(({ id }) => id === seatId) ?? able[0];
}

/** A phone that knows its seats asks nothing; one that was opened by a link asks who this is. */
export async function sessionAtHand(): Promise<Session> {
  const known = await knownSession();
  return known.seats.length === 0 ? (await openSession()).session : known;
}

/** Asks who this is where the phone does not know yet. */
export async function ownSeat(may: (role: Role) => boolean): Promise<Seat | undefined> {
  return ownSeatIn((await openSession()).session, may);
}
