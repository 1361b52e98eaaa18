/** Compounds where a volunteer may say that they would help: those of the community in which they act. */
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../kernel/context';
import type { VolunteerDocument } from '../../repositories/documents';
import { compoundsOfCommunity, findCompound } from '../../repositories/frame';

type Ground = Pick<VolunteerDocument, 'communityId' | 'compoundId'>;
type Named = NonNullable<VolunteerDocument['places']>[number];
type Asking = Pick<ReadContext, 'store'>;

/** The own one on top, also where most of it lies in another community. */
export async function nearCompounds(
  { store }: Asking,
  { communityId, compoundId }: Ground,
): Promise<Named[]> {
  const rows = await compoundsOfCommunity(store, communityId);
  const own = rows.find(({ _id }) => _id === compoundId) ?? (await findCompound(store, compoundId));
  const others = rows.filter(({ _id }) => _id !== compoundId);
  return [...(own === undefined ? [] : [own]), ...others].map(({ _id: id, name }) => ({ id, name }));
}

/** What was chosen, with its names. Throws VALIDATION for a compound that lies elsewhere. */
export async function placesIn(
  asking: Asking,
  ground: Ground,
  compoundIds: readonly string[],
): Promise<Named[]> {
  if (compoundIds.length === 0) return [];
  const near = await nearCompounds(asking, ground);
  if (compoundIds.some((chosen) => !near.some(({ id }) => id === chosen))) {
    throw new Problem('VALIDATION', { field: 'compoundIds' });
  }
  return near.filter(({ id }) => compoundIds.includes(id));
}
