/** The name of who holds a seat, or is offered one: sealed where it lies, for those alone who hand out seats. */
import type { Keyring } from '../vault/keys';

interface Named {
  readonly _id: string;
  readonly sealedName?: string;
}

const placeIn = (collection: 'assignments' | 'offers', id: string) => ({ collection, id, field: 'name' });

export function sealSeatName(
  keyring: Keyring,
  { collection, id }: { readonly collection: 'assignments' | 'offers'; readonly id: string },
  name: string,
): string {
  return keyring.seal('person', placeIn(collection, id), name);
}

/** Empty for a seat that was made without one. */
export function openSeatName(
  keyring: Keyring,
  collection: 'assignments' | 'offers',
  { _id, sealedName }: Named,
): string {
  return sealedName === undefined ? '' : keyring.open(placeIn(collection, _id), sealedName);
}
