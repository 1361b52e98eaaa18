import { isDeepStrictEqual } from 'node:util';
import { Query } from 'mingo';
import { countRows, findRows, type Scope } from '../../../local/cloud/store/query';
import { fromText, toText } from '../../../local/cloud/protocol/ejson';
import { hashOf } from '../../../local/cloud/store/collection';
import type { Direction, Plain } from '../../../local/cloud/store/key';
import type { Sort } from '../../../local/cloud/store/planner';
import { openStore } from '../../../local/cloud/store/open-store';
import type { Store } from '../../../local/cloud/store/store';
import { writeFolders } from './cloud';
import { randomFrom, type Random } from './random';

const CASES = 5_000;
const DOCUMENTS = 48;
const SEED = Number(process.env['QUERY_SEED'] ?? Date.now() % 1_000_000);

const FIELDS = ['a', 'b', 'c', 'list', 'deep.x', 'people.name'];
const TEXTS = ['', 'a', 'ab', 'abc', 'b', 'B', '中', '中心', '𠮷', 'é', 'z\u0000', 'a.b', '1'];
const DATES = [0, 1.6e12, 1.7e12, -1e12].map((time) => new Date(time));

function scalar(random: Random): unknown {
  const kind = random.below(10);
  if (kind < 4) return random.pick(TEXTS);
  if (kind < 7) return random.pick([-1, 0, 1, 2, 2.5, 10, 1e15, -0.5]);
  if (kind < 8) return random.pick(DATES);
  return random.pick([true, false, null]);
}

function randomDocument(random: Random, id: number): Plain {
  const document: Plain = { _id: `d${id}` };
  const maybe = (name: string, make: () => unknown): void => {
    if (random.below(5) > 0) document[name] = make();
  };
  const list = (): unknown[] => Array.from({ length: random.below(4) }, () => scalar(random));
  maybe('a', () => scalar(random));
  // A field of one type, so that ranges and orders over it meet many documents.
  maybe('b', () => random.below(6));
  maybe('c', () => (random.below(8) === 0 ? list() : random.pick(TEXTS)));
  maybe('list', list);
  maybe('deep', () => ({ x: scalar(random) }));
  maybe('people', () => Array.from({ length: random.below(3) }, () => ({ name: random.pick(TEXTS) })));
  return document;
}

const CONDITIONS: ((random: Random) => unknown)[] = [
  scalar,
  scalar,
  scalar,
  (random) => ({ $in: [scalar(random), scalar(random)] }),
  (random) => ({ $gte: scalar(random) ?? 1, $lt: scalar(random) ?? 2 }),
  (random) => ({ [random.pick(['$gt', '$gte', '$lt', '$lte'])]: scalar(random) ?? 1 }),
  (random) => ({ $ne: scalar(random) }),
  (random) => ({ $exists: random.below(2) === 0 }),
  (random) => new RegExp(random.pick(['^a', '^ab?', '^中', 'b', '^a\\.b', '^(a|b)', '^a|b'])),
];

const randomCondition = (random: Random): unknown => random.pick(CONDITIONS)(random);

function randomSort(random: Random): Sort {
  const direction = (): Direction => random.pick([1, -1] as const);
  const choices: Sort[] = [
    [],
    [],
    [],
    [['a', direction()]],
    [['b', direction()]],
    [['deep.x', direction()]],
    [
      ['b', direction()],
      ['a', direction()],
    ],
  ];
  return random.pick(choices);
}

function randomFilter(random: Random): Plain {
  const filter: Plain = {};
  for (let i = random.below(3); i >= 0; i -= 1) filter[random.pick(FIELDS)] = randomCondition(random);
  if (random.below(6) === 0) filter['$or'] = [{ a: scalar(random) }, { b: random.below(6) }];
  if (random.below(6) === 0) {
    filter['$and'] = [{ b: { $gte: random.below(4) } }, { [random.pick(FIELDS)]: randomCondition(random) }];
  }
  return filter;
}

/** The platform's order of values, written independently of the keys it is tested against. */
const RANKS: [number, (value: unknown) => boolean][] = [
  [1, (value) => value === null || value === undefined],
  [2, (value) => typeof value === 'number'],
  [3, (value) => typeof value === 'string'],
  [4, (value) => typeof value === 'boolean'],
  [5, (value) => value instanceof Date],
];
const rank = (value: unknown): number => RANKS.find(([, fits]) => fits(value))?.[0] ?? 9;

function compareValues(left: unknown, right: unknown): number {
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right as string));
  return left === null || left === undefined ? 0 : Number(left) - Number(right);
}

const places = new Map<string, number>();
function placeOf(id: string): number {
  const place = places.get(id) ?? hashOf(id);
  places.set(id, place);
  return place;
}

const at = (document: Plain, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Plain | undefined)?.[name], document);

function compareDocuments(sort: Sort): (left: Plain, right: Plain) => number {
  return (left, right) => {
    for (const [path, direction] of sort) {
      const order = compareValues(at(left, path), at(right, path)) * direction;
      if (order !== 0) return order;
    }
    return placeOf(left['_id'] as string) - placeOf(right['_id'] as string);
  };
}

const INDEXES = [
  { name: 'a', fields: [['a', 1]], unique: false },
  {
    name: 'b_a',
    fields: [
      ['b', 1],
      ['a', -1],
    ],
    unique: false,
  },
  {
    name: 'c_b',
    fields: [
      ['c', -1],
      ['b', 1],
    ],
    unique: false,
  },
  {
    name: 'list',
    fields: [
      ['list', 1],
      ['b', 1],
    ],
    unique: false,
  },
  { name: 'x', fields: [['deep.x', -1]], unique: false },
  { name: 'names', fields: [['people.name', 1]], unique: false },
] as { name: string; fields: [string, Direction][]; unique: boolean }[];

describe(`random queries (seed ${SEED})`, () => {
  let store: Store;
  let scope: Scope;
  let documents: Plain[];
  const random = randomFrom(SEED);

  beforeAll(() => {
    const { home, database } = writeFolders({
      collections: ['scratch_docs'],
      indexes: { scratch_docs: INDEXES },
    });
    store = openStore(home, database);
    scope = {
      sql: store.sql,
      collection: store.collection('scratch_docs'),
      strict: true,
      warn: () => undefined,
    };
    documents = Array.from({ length: DOCUMENTS }, (_, id) => fromText(toText(randomDocument(random, id))));
    // Half of them in bulk, half one by one: both ways of filling an index are compared.
    store.bulkLoad('scratch_docs', documents.slice(0, DOCUMENTS / 2));
    for (const document of documents.slice(DOCUMENTS / 2)) {
      store.apply([
        {
          collection: scope.collection,
          id: document['_id'] as string,
          before: undefined,
          after: toText(document),
        },
      ]);
    }
  });
  afterAll(() => store.close());

  it('answer what a plain scan answers, in the order asked for', () => {
    const served = new Map<string, number>();
    for (let round = 0; round < CASES; round += 1) {
      if (round % 50 === 0) replaceOne(store, scope, { documents, random });
      const filter = randomFilter(random);
      const sort = randomSort(random);
      const [skip, limit] = [random.below(3) * 2, 1 + random.below(12)];
      const query = new Query(filter);
      const expected = documents.filter((document) => query.test(document)).sort(compareDocuments(sort));

      const { rows, cost } = findRows(scope, filter, { sort, skip, limit });

      const found = rows.map((row) => fromText(row.doc));
      served.set(cost.index, (served.get(cost.index) ?? 0) + 1);
      const page = expected.slice(skip, skip + limit);
      const answer = {
        values: valuesOf(found, sort),
        total: countRows(scope, filter).total,
        fits: found.every((document) => query.test(document)),
      };
      const truth = { values: valuesOf(page, sort), total: expected.length, fits: true };
      // Only a difference is handed to `expect`: five thousand passing calls of it take longer than the queries.
      if (!isDeepStrictEqual(answer, truth)) {
        expect({ round, filter, sort, skip, limit, index: cost.index, ...answer }).toEqual(truth);
      }
    }
    // A comparison in which the indexes took no part would prove nothing.
    for (const { name } of INDEXES) expect(served.get(name) ?? 0).toBeGreaterThan(50);
  });

  it('compare texts by their bytes, rare characters included', () => {
    for (const [id, text] of [
      ['r1', '\u{20bb7}'],
      ['r2', '（'],
    ] as const) {
      const document = { _id: id, a: text, rare: 1 };
      store.apply([{ collection: scope.collection, id, before: undefined, after: toText(document) }]);
    }
    const above = { rare: 1, a: { $gt: '（' } };
    const options = { sort: [['a', 1]] as Sort, skip: 0, limit: 10 };
    expect(findRows(scope, above, options).rows.map((row) => fromText(row.doc)['_id'])).toEqual(['r1']);
    expect(findRows(scope, { rare: 1 }, options).rows.map((row) => fromText(row.doc)['_id'])).toEqual([
      'r2',
      'r1',
    ]);
  });
});

/** With an order the values of the sort fields (equal ones may change places); without one the ids in turn. */
function valuesOf(documents: Plain[], sort: Sort): unknown[] {
  if (sort.length === 0) return documents.map((document) => document['_id']);
  return documents.map((document) => sort.map(([path]) => at(document, path) ?? null));
}

function replaceOne(
  store: Store,
  { collection }: Scope,
  { documents, random }: { documents: Plain[]; random: Random },
): void {
  const position = random.below(documents.length);
  const id = `d${position}`;
  const next = fromText(toText(randomDocument(random, position)));
  store.apply([{ collection, id, before: collection.read(id), after: toText(next) }]);
  documents[position] = next;
}
