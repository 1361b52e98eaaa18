import type { Reader, Store } from '../kernel/store';
import type { YieldDocument } from './documents';

const NAME = 'yields';
const ROWS_MAX = 1000;

export function findYield(reader: Reader, areaId: string): Promise<YieldDocument | undefined> {
  return reader.find<YieldDocument>(NAME, areaId);
}

/** What the figures of every scope of the street were made beside. Index street_kind_order. */
export async function yieldSources(reader: Reader, streetId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.search<Pick<YieldDocument, '_id' | 'source'>>(NAME, {
    where: { streetId, kind: { in: ['street', 'community', 'compound'] } },
    limit: ROWS_MAX,
    fields: ['source'],
  });
  return new Map(rows.map(({ _id, source }) => [_id, source]));
}

/** Figures of a community's compounds, in their order. Index community_order. */
export function compoundYieldsOf(reader: Reader, communityId: string): Promise<YieldDocument[]> {
  return reader.search<YieldDocument>(NAME, {
    where: { communityId, kind: 'compound' },
    order: [['order', 'asc']],
    limit: ROWS_MAX,
  });
}

/** Figures of the street's communities, in their order. Index street_kind_order. */
export function communityYieldsOf(reader: Reader, streetId: string): Promise<YieldDocument[]> {
  return reader.search<YieldDocument>(NAME, {
    where: { streetId, kind: 'community' },
    order: [['order', 'asc']],
    limit: ROWS_MAX,
  });
}

export function keepYield(store: Store, figures: YieldDocument): Promise<void> {
  return store.replace(NAME, figures);
}
