import { invalid } from '../cloud-error';
import type { Identities, Identity } from '../client/identities';
import { REAL_TIME, type Clock, type Shift } from '../host/clock';
import type { Pool } from '../host/pool';
import type { Timers } from '../host/timers';
import { lowered, type Limits } from '../limits';
import { fromText, readWireObject, toText } from '../protocol/ejson';
import { compileFilter } from '../store/dialect';
import type { Plain } from '../store/key';
import type { Store } from '../store/store';
import type { Objects, StoredObjects } from '../storage/objects';
import type { Transactions } from '../transactions/transactions';
import type { Fault, Faults } from './faults';
import type { Meter } from './meter';

/** Fills an empty store; answers how many documents each collection got. May write `identities.json` into `home`. */
export type Seed = (store: Store, context: { home: string; seed: number }) => Promise<Record<string, number>>;

export interface ControlParts {
  home: string;
  store: Store;
  transactions: Transactions;
  objects: Objects;
  identities: Identities;
  meter: Meter;
  faults: Faults;
  clock: Clock;
  timers: Timers;
  pool: Pool;
  seeds: Record<string, Seed>;
}

interface ClockRequest {
  now?: string | number;
  advance?: number;
  freeze?: boolean;
  run?: string;
  late?: number;
  duplicate?: boolean;
}

interface ResetRequest {
  limits?: Partial<Limits>;
  street?: string;
  /** The clock stands still at this moment. */
  now?: number;
}

/** A moment to which the cloud can go back. */
interface Beginning {
  mark: number;
  clock: Shift;
  objects: StoredObjects;
  identities: Identity[];
}

/** What tests may do to the cloud from outside; it exists only when asked for at start. */
export class Control {
  private first: (Beginning & { street: string; counts: object }) | undefined;
  private kept: Beginning | undefined;

  constructor(private readonly parts: ControlParts) {}

  /** Carries out `<method> /control/<name>` and answers the body of the reply. */
  async handle(route: string, body: Plain, query: URLSearchParams): Promise<unknown> {
    const [, method, name] = /^(GET|PUT) collections\/([\w-]+)$/.exec(route) ?? [];
    if (name !== undefined) return method === 'GET' ? this.documents(name, query) : this.replace(name, body);
    const control = this.controls.get(route);
    if (control === undefined) throw invalid(`No such control: ${route}`);
    return control(body, query);
  }

  private readonly controls: ReadonlyMap<string, (body: Plain, query: URLSearchParams) => unknown> = new Map(
    Object.entries({
      'POST reset': (body) => this.reset(body),
      'POST keep': () => this.keep(),
      'POST resume': (body) => this.resume(body),
      'POST seed': (body) => this.seed(body),
      'POST clock': (body) => this.moveClock(body),
      'POST faults': (body) => this.installFaults(body),
      'POST pool': (body) => this.setPool(body),
      'GET meter': (_body, query) => this.meter(query),
      'GET digests': () => this.digests(),
      'GET outbox': (_body, query) => this.documents('outbox', query),
    }),
  );

  private installFaults({ faults = [], seed }: { faults?: Fault[]; seed?: number }): object {
    return { installed: this.parts.faults.install(faults, seed) };
  }

  /**
   * Starts over: an empty cloud, or with `street` one that is seeded as a first start would seed it. A cloud that began with the same
   * street before goes back there.
   */
  private async reset(body: ResetRequest): Promise<object> {
    const { street = 'none' } = body;
    const { transactions, store } = this.parts;
    transactions.abortAll();
    if (this.first?.street !== street) {
      await store.durable();
      store.empty();
      const counts = await this.seed({ street });
      this.first = { ...this.beginning(), street, counts, clock: REAL_TIME, objects: new Map() };
    }
    await this.goBack(this.first, body);
    return this.first.counts;
  }

  /** From now on `resume` goes back to this moment, until the next reset. */
  private keep(): object {
    this.kept = this.beginning();
    return {};
  }

  private async resume(body: ResetRequest): Promise<object> {
    if (this.kept === undefined) throw invalid('Nothing has been kept since the last reset.');
    await this.goBack(this.kept, body);
    return { now: this.parts.clock.now() };
  }

  private beginning(): Beginning {
    const { store, clock, objects, identities } = this.parts;
    return {
      mark: store.mark(),
      clock: clock.shift(),
      objects: objects.copy(),
      identities: identities.all(),
    };
  }

  private async goBack(beginning: Beginning, { limits, now }: ResetRequest): Promise<void> {
    const { pool, transactions, store, objects, identities, meter, faults, clock, timers } = this.parts;
    pool.abandon();
    transactions.abortAll();
    await store.durable();
    store.backTo(beginning.mark);
    await store.durable();
    objects.replace(beginning.objects);
    if (identities.all() !== beginning.identities) identities.replace(beginning.identities);
    meter.reset();
    faults.reset();
    clock.goAs(now === undefined ? beginning.clock : { offset: 0, frozenAt: now });
    timers.plan();
    store.limits = lowered(limits ?? {});
    if (beginning === this.first) this.kept = undefined;
  }

  private async seed(body: Plain): Promise<Record<string, number>> {
    const { store, identities, seeds, home } = this.parts;
    const kind = (body['street'] ?? 'none') as string;
    const counts: Record<string, number> = {};
    if (kind !== 'none') {
      const run = seeds[kind];
      if (run === undefined) throw invalid(`No such street: ${kind}`);
      await store.durable();
      Object.assign(counts, await run(store, { home, seed: Number(body['seed'] ?? 1) }));
      identities.load();
    }
    for (const [name, documents] of Object.entries((body['collections'] ?? {}) as Record<string, Plain[]>)) {
      counts[name] = store.bulkLoad(name, documents.map(revived));
    }
    if (body['identities'] !== undefined) identities.replace(body['identities'] as Identity[]);
    return counts;
  }

  private async moveClock({ now, advance, freeze, run, late, duplicate }: ClockRequest): Promise<object> {
    const { clock, timers } = this.parts;
    if (freeze !== undefined) clock.freeze(freeze);
    if (now !== undefined) {
      const time = new Date(now).getTime();
      if (Number.isNaN(time)) throw invalid(`Not a moment: ${now}`);
      clock.moveTo(time);
      timers.plan();
    }
    const delivery = { deliveries: duplicate === true ? 2 : 1, lateMs: late ?? 0 };
    const fired = advance === undefined ? [] : await timers.advanceTo(clock.now() + advance, delivery);
    if (run !== undefined) fired.push(...(await timers.run(run)));
    return { now: new Date(clock.now()).toISOString(), fired };
  }

  private setPool({ alwaysCold, forget }: { alwaysCold?: boolean; forget?: boolean }): object {
    const { pool } = this.parts;
    if (alwaysCold !== undefined) {
      pool.alwaysCold = alwaysCold;
      pool.recycle();
    }
    if (forget === true) pool.forget();
    return {};
  }

  private meter(query: URLSearchParams): object {
    const { meter, faults } = this.parts;
    const report = { ...meter.report(query.get('procedure') ?? undefined), idleFaults: faults.idle() };
    if (query.get('reset') === '1') meter.reset();
    return report;
  }

  private async replace(name: string, { documents = [] }: { documents?: Plain[] }): Promise<object> {
    const { store } = this.parts;
    await store.durable();
    store.emptyOne(name);
    return { [name]: store.bulkLoad(name, documents.map(revived)) };
  }

  /** What every collection holds, a digest each: two equal answers mean that nothing has changed. */
  private digests(): Record<string, string> {
    const { store } = this.parts;
    return Object.fromEntries(
      store.collectionNames().map((name) => [name, store.collection(name).digest()] as const),
    );
  }

  private documents(name: string, query: URLSearchParams): { documents: unknown[] } {
    const fits = compileFilter(readWireObject(query.get('where') ?? undefined, 0));
    const found = this.parts.store
      .collection(name)
      .allRows()
      .filter((row) => fits(fromText(row.doc)))
      .slice(0, Number(query.get('limit') ?? 1_000));
    return { documents: found.map((row) => JSON.parse(toText(fromText(row.doc))) as unknown) };
  }
}

/** A document as a suite writes it, its dates in EJSON. */
function revived(document: Plain): Plain {
  return readWireObject(JSON.stringify(document), 0);
}
