/** The kept figures of a scope, for whoever may see them. */
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../kernel/context';
import type { YieldDocument } from '../../repositories/documents';
import { findYield } from '../../repositories/yields';

function placeOf({ kind, streetId, communityId, _id }: YieldDocument): {
  streetId: string;
  communityId?: string;
  compoundId?: string;
  gridId?: string;
} {
  if (kind === 'street') return { streetId };
  if (kind === 'grid') return { streetId, communityId, gridId: _id };
  return kind === 'community' ? { streetId, communityId: _id } : { streetId, communityId, compoundId: _id };
}

/** Throws NOT_FOUND where nothing has been counted yet, or out of reach. */
export async function figuresOf(context: ReadContext, areaId: string | undefined): Promise<YieldDocument> {
  const figures = areaId === undefined ? undefined : await findYield(context.store, areaId);
  if (figures === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOf(figures));
  return figures;
}
