/**
 * F2, the least that our save can cost on this wire: a function of the same host that issues the same reads and writes
 * through the same SDK, in one transaction of the same order, on documents of the same size, and checks nothing. It runs
 * as a function so that being invoked costs it what it costs ours.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';

interface BareSave {
  readonly seatId: string;
  readonly unitId: string;
  readonly slot: number;
  /** Of both new documents. */
  readonly id: string;
  /** The document of counted calls, on every save that takes a block of them. */
  readonly limitId?: string;
}

interface Template {
  readonly household: object;
  readonly event: object;
}

interface Handle {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: { slots: Record<string, object> } }>;
      update(change: object): Promise<unknown>;
    };
    add(document: object): Promise<unknown>;
  };
  commit(): Promise<unknown>;
}

/** As far as the floor uses it: the SDK's own description of half of it is `any`. */
interface BareDatabase {
  readonly command: { inc(by: number): unknown; set(value: unknown): unknown };
  collection(name: string): {
    doc(id: string): { get(): Promise<unknown> };
    where(filter: object): { updateAndReturn(change: object): Promise<unknown> };
  };
  startTransaction(): Promise<Handle>;
}

const ATTEMPTS_MAX = 6;

const cloud = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true });
const database = cloud.database() as unknown as BareDatabase;
const { command } = database;
/** Written when a save of ours has shown what documents look like. */
let template: Template | undefined;

function templateOf(): Template {
  template ??= JSON.parse(readFileSync(join(__dirname, 'template.json'), 'utf8')) as Template;
  return template;
}

async function attempt({ unitId, slot, id }: BareSave): Promise<void> {
  const { event, household } = templateOf();
  const transaction = await database.startTransaction();
  const wall = await transaction.collection('walls').doc(unitId).get();
  await transaction.collection('events').add({ ...event, _id: id, subjects: [id] });
  await transaction.collection('households').add({ ...household, _id: id, doorId: id });
  await transaction
    .collection('walls')
    .doc(unitId)
    .update({ [`slots.${slot}`]: command.set(wall.data.slots[String(slot)]), version: command.inc(1) });
  await transaction.commit();
}

/** A race that was lost is run again, as ours is. */
async function attempts(save: BareSave, left: number): Promise<void> {
  try {
    await attempt(save);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'DATABASE_TRANSACTION_CONFLICT' || left === 0) throw error;
    await attempts(save, left - 1);
  }
}

/** One document by its id, as a plain read of ours finds its board. */
interface BareLook {
  readonly boardId: string;
}

export async function main(call: BareSave | BareLook): Promise<object> {
  if (!('boardId' in call)) return save(call);
  return { ok: true, found: await database.collection('boards').doc(call.boardId).get() };
}

async function save(call: BareSave): Promise<object> {
  const { seatId, limitId } = call;
  await database.collection('assignments').doc(seatId).get();
  if (limitId !== undefined) {
    await database
      .collection('limits')
      .where({ _id: limitId })
      .updateAndReturn({ 'counts.bare': command.inc(10) });
  }
  await attempts(call, ATTEMPTS_MAX);
  return { ok: true };
}
