/**
 * What time does to things of one collection. Each has at most one step that falls due on a day; it is judged again inside its own
 * transaction, so that a run that is repeated, or meets another one, does nothing twice.
 */
import type { SystemContext, Writer } from '../kernel/context';
import type { Reader, Stored, Transaction } from '../kernel/store';
import { digestId } from '../vault/random-id';
import type { tell } from './messages';

const RUN_MS = 40_000;

interface Clocked<Step extends string> extends Stored {
  readonly version: number;
  readonly step: Step | 'none';
  /** A day; '' where nothing falls due. */
  readonly stepOn: string;
}

/** One document at which something has fallen due, inside its transaction. */
export interface Due<Document> {
  readonly context: SystemContext;
  readonly transaction: Transaction;
  readonly document: Document;
  /** For what is told: the same step tells once. */
  readonly telling: Parameters<typeof tell>[0];
  readonly write: Writer;
}

/** A document that is judged alone; `purpose` names the change, so that what it makes is made once. */
interface Judged<Document> {
  readonly collection: string;
  readonly id: string;
  readonly purpose: string;
  readonly find: (reader: Reader, id: string) => Promise<Document | undefined>;
  /** What of it changes; undefined where nothing does any more. */
  readonly judge: (due: Due<Document>) => Patch<Document> | undefined | Promise<Patch<Document> | undefined>;
}

export type Patch<Document> = Partial<Record<keyof Document, unknown>>;

interface Steps<Document, Step extends string> {
  readonly collection: string;
  readonly work: Readonly<Record<Step, (due: Due<Document>) => Patch<Document> | Promise<Patch<Document>>>>;
  readonly find: (reader: Reader, id: string) => Promise<Document | undefined>;
  readonly due: (reader: Reader, step: Step, today: string) => Promise<readonly Document[]>;
}

/** One document in a transaction of its own, with all that its change says of others. */
export async function changeAlone<Document extends Stored & { readonly version: number }>(
  context: SystemContext,
  { collection, id, purpose, find, judge }: Judged<Document>,
): Promise<void> {
  await context.store.transact(async (transaction) => {
    const document = await find({ find: transaction.find, search: context.store.search }, id);
    if (document === undefined) return;
    const writes: (() => Promise<void>)[] = [];
    const write: Writer = {
      insert: (name, made) => writes.push(() => transaction.insert(name, made)),
      patch: (name, key, change) => writes.push(() => transaction.patch(name, key, change)),
      replace: (name, made) => writes.push(() => transaction.replace(name, made)),
      remove: (name, key) => writes.push(() => transaction.remove(name, key)),
    };
    const { keyring, now, today } = context;
    const idFor = (made: string): string => digestId('made', id, purpose, String(document.version), made);
    const telling = { idFor, keyring, now, today, write };
    const change = await judge({ context, transaction, document, telling, write });
    if (change === undefined) return;
    await transaction.patch(collection, id, { ...change, version: document.version + 1 });
    for (const done of writes) await done();
  });
}

export async function takeDueSteps<Document extends Clocked<Step>, Step extends string>(
  context: SystemContext,
  steps: Steps<Document, Step>,
): Promise<void> {
  for (const step of Object.keys(steps.work) as Step[]) {
    for (const { _id: id } of await steps.due(context.store, step, context.today)) {
      if (context.elapsed() > RUN_MS) return;
      await changeAlone<Document>(context, {
        ...{ collection: steps.collection, id, purpose: step, find: steps.find },
        judge: (due) => {
          const { step: next, stepOn } = due.document;
          return next === step && stepOn <= context.today ? steps.work[step](due) : undefined;
        },
      });
    }
  }
}
