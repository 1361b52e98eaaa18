import fc from 'fast-check';
import { readPage } from '../../../cloudfunctions/repositories/pages';
import type { Query, Reader, Stored } from '../../../cloudfunctions/kernel/store';

interface Row extends Stored {
  readonly at: number;
}

type Bounds = { readonly [Word in 'gte' | 'gt' | 'lte' | 'lt']?: number };

/** Answers like the database: sorted by the value alone, equal values in an order of its own, cut at the limit. */
function readerOf(rows: readonly Row[]): Reader {
  return {
    find: () => Promise.resolve(undefined),
    search: <T extends Stored>(_collection: string, { where, order, limit }: Query) => {
      const bounds = where['at'] as number | Bounds | undefined;
      const isIn = ({ at }: Row): boolean =>
        bounds === undefined ||
        (typeof bounds === 'number'
          ? at === bounds
          : at >= (bounds.gte ?? -1) &&
            at > (bounds.gt ?? -1) &&
            at <= (bounds.lte ?? Infinity) &&
            at < (bounds.lt ?? Infinity));
      const turn = order?.[0]?.[1] === 'desc' ? -1 : 1;
      const found = rows.filter(isIn).sort((left, right) => turn * (left.at - right.at));
      return Promise.resolve(found.slice(0, limit) as unknown as T[]);
    },
  };
}

async function readAll(rows: readonly Row[], direction: 'asc' | 'desc'): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage<Row>(readerOf(rows), 'events', { where: {}, sort: 'at', direction, cursor });
    seen.push(...page.rows.map(({ _id }) => _id));
    cursor = page.next;
  } while (cursor !== undefined);
  return seen;
}

/** How many reads a first page takes. */
async function readsOf(rows: readonly Row[]): Promise<number> {
  const reader = readerOf(rows);
  let reads = 0;
  const counting: Reader = {
    ...reader,
    search: (collection, query) => {
      reads += 1;
      return reader.search(collection, query);
    },
  };
  await readPage<Row>(counting, 'events', { where: {}, sort: 'at', direction: 'asc', cursor: undefined });
  return reads;
}

describe('pages of a list', () => {
  it.each(['asc', 'desc'] as const)(
    'hold every row exactly once, %s, however many share a moment',
    async (direction) => {
      const rows = fc.uniqueArray(
        fc.record({ _id: fc.string({ minLength: 1, maxLength: 6 }), at: fc.nat(4) }),
        {
          selector: ({ _id }) => _id,
          maxLength: 130,
          size: 'max',
        },
      );

      await fc.assert(
        fc.asyncProperty(rows, async (list) => {
          const seen = await readAll(list, direction);

          expect([...seen].sort()).toEqual(list.map(({ _id }) => _id).sort());
        }),
        { numRuns: 200 },
      );
    },
  );

  it.each([
    ['a full one whose rows have moments of their own', (at: number) => at, 1],
    ['one that is cut within a moment', () => 1, 2],
  ])('take one read each, and another where rows may be missing: %s', async (_name, momentOf, reads) => {
    const rows = Array.from({ length: 50 }, (_, at) => ({ _id: `row${at}`, at: momentOf(at) }));

    expect(await readsOf(rows)).toBe(reads);
  });
});
