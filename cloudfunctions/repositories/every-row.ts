import type { Query, Reader, Stored } from '../kernel/store';

const READ_MAX = 1000;

type Timed = Stored & { readonly at: number };

/** Every row of a query, a thousand a read, each once. */
export async function everyRow<T extends Timed>(
  reader: Reader,
  collection: string,
  { where, fields }: { readonly where: Query['where']; readonly fields: readonly string[] },
): Promise<T[]> {
  const rows = new Map<string, T>();
  for (let from = 0; ;) {
    const page = await reader.search<T>(collection, {
      where: { ...where, at: { gte: from } },
      order: [['at', 'asc']],
      limit: READ_MAX,
      fields: ['at', ...fields],
    });
    const known = rows.size;
    for (const row of page) rows.set(row._id, row);
    const last = page[page.length - 1];
    if (page.length < READ_MAX || last === undefined || rows.size === known) return [...rows.values()];
    from = last.at;
  }
}
