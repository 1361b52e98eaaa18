/** The team's procedures, those by which the office finds who could lead one, and the volunteer's seat in which they are asked for. */
import type { Seat } from '@domain/contract/session';
import type { teamContract } from '@domain/contract/team';
import type { volunteerContract } from '@domain/contract/volunteer';
import { client } from '../../../services/client';
import { knownSession, openSession } from '../../../services/session';

export const teams = client<typeof teamContract>('team');
export const volunteers = client<typeof volunteerContract>('volunteer');

/** A phone that knows its seats asks nothing; one that was opened by a message asks who this is. */
export async function volunteerSeat(): Promise<Seat | undefined> {
  const known = await knownSession();
  const { seats } = known.seats.length === 0 ? (await openSession()).session : known;
  return seats.find(({ role }) => role === 'VO');
}
