import type { Query, Store } from '../../../cloudfunctions/kernel/store';
import { voidAnsweredTasks } from '../../../cloudfunctions/records/hard-door-tasks';

interface Row {
  readonly _id: string;
  readonly version: number;
  readonly compoundId: string;
  readonly doorId: string;
}

/** Seven open tasks of two compounds, and a store that gives no more of them in a read than it is asked for. */
const ROWS = ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2'].map((id): Row => ({
  _id: id,
  version: 1,
  compoundId: id.charAt(0),
  doorId: `unit-${id}`,
}));

function storeOf(read: number[], ended: unknown[]): Store {
  const search = ({ where, limit }: Query): Promise<Row[]> => {
    const { compoundId, _id } = where as { compoundId: string | { in: string[] }; _id?: { gt: string } };
    const ids = typeof compoundId === 'string' ? [compoundId] : compoundId.in;
    const rows = ROWS.filter((row) => ids.includes(row.compoundId) && row._id > (_id?.gt ?? ''));
    read.push(Math.min(limit, rows.length));
    return Promise.resolve(rows.slice(0, limit));
  };
  const patchWhere = (_name: string, { _id }: Query['where']): Promise<number> =>
    Promise.resolve(ended.push(_id));
  return { search: (_name: string, query: Query) => search(query), patchWhere } as unknown as Store;
}

describe('tasks at doors that have answered', () => {
  it.each([
    ['in one read where it holds them', 1000, [7]],
    ['reading on, compound by compound, where it does not', 2, [2, 2, 2, 1, 2, 0]],
  ])('all end, %s', async (_name, tasksARead, reads) => {
    const read: number[] = [];
    const ended: unknown[] = [];
    const walls = new Map([
      ['a', []],
      ['b', []],
    ]);

    await voidAnsweredTasks(storeOf(read, ended), walls, { now: 1, tasksARead });

    expect(read).toEqual(reads);
    expect(ended).toEqual(ROWS.map(({ _id }) => _id));
  });
});
