/** How the authors of two answers are told apart: by number, and by name where the caller may know who holds a seat. */
import type { ValueSource } from '@domain/census/value-source';
import type { Role } from '@domain/identity/role';
import { maskName } from '@domain/register/masking';
import type { ReadContext } from '../../kernel/context';
import { openSeatName } from '../../records/seat-name';
import { seatsOfUsers } from '../../repositories/assignments';

/** They hand out seats, and know who holds one. */
const KNOWING: readonly Role[] = ['CA', 'SA'];

/** Said from a seat. */
const FROM_SEATS: readonly ValueSource[] = ['verified', 'worker', 'buildingHead'];

interface Author {
  author: number;
  name?: string;
}

export async function authorsFor(
  context: ReadContext,
  userIds: ReadonlySet<string>,
): Promise<(userId: string, source: ValueSource) => Author> {
  const { caller } = context;
  const others = [...userIds].filter((userId) => userId !== caller.userId);
  const numbers = new Map([caller.userId, ...others].map((userId, number) => [userId, number]));
  const names = await seatNames(context, others);
  return (userId, source) => {
    // Somebody who has a seat may have answered for their own home: that is no word of the seat.
    const name = FROM_SEATS.includes(source) ? (names.get(userId) ?? '') : '';
    return { author: numbers.get(userId) ?? 0, ...(name === '' ? {} : { name }) };
  };
}

/** The masked names of people with seats, to a caller who may know them. */
export async function seatNames(
  { store, keyring, caller }: ReadContext,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0 || !KNOWING.includes(caller.role)) return new Map();
  const seats = await seatsOfUsers(store, userIds);
  const named = seats.map(
    (seat) => [seat.userId, maskName(openSeatName(keyring, 'assignments', seat))] as const,
  );
  return new Map(named.filter(([, name]) => name !== ''));
}
