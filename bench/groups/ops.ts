/** P5 and P6: metered operations of what people do, on the whole street; the table is the one that the tests hold. */
import type { CallEnvelope } from '@domain/kernel/contract';
import { BUDGETS, type Act } from '../../test/journeys/kit/budgets';
import { householdId as householdIdAt } from '../../cloudfunctions/repositories/households';
import { seededScene } from '../../local/seed/links';
import { openidOf } from '../../local/seed/personas';
import { NOTICE_VERSION } from '../../local/seed/settings';
import { startCloud, type BenchCloud } from '../cloud/cloud';
import { numberText } from '../kit/measure';
import type { BenchStreet } from '../street/bench-street';
import { BENCH_SEED } from '../street/cut';
import type { FreshDoor, Seated } from '../street/seats';
import { newOpId } from './census';
import { looksOf, type Look } from './read';
import type { Bench } from './group';

interface Step {
  /** Of the table; a step without one prepares the next. */
  readonly act?: Act;
  readonly who: Pick<Seated, 'openid'> & { readonly seatId?: string };
  readonly function: string;
  readonly envelope: CallEnvelope;
}

const HOUSEHOLDS = 76_688;
const SAVES_A_BLOCK = 10;

function priceOf({ reads, writes, storage }: Awaited<ReturnType<BenchCloud['lastRecord']>>): number {
  return 1 + reads + writes + storage.puts + storage.gets + storage.deletes;
}

/** An act of the table, done twice where the first time wakes a function or counts somebody for the first time. */
function lookStep(act: Act, { who, function: name, procedure, input }: Look): Step[] {
  const step = { who, function: name, envelope: { procedure, input } };
  return [step, { ...step, act }];
}

function saveSteps(doors: readonly FreshDoor[]): Step[] {
  const [first, second, ...others] = doors;
  if (first === undefined || second === undefined) throw new Error('too few doors');
  const step = ({ doorId, worker, form }: FreshDoor, change: object = {}): Step => ({
    who: worker,
    function: 'census',
    envelope: {
      procedure: 'submitForm',
      input: {
        place: { by: 'door', doorId },
        form,
        consent: { given: true, noticeVersion: NOTICE_VERSION },
        ...change,
      },
      opId: newOpId(),
    },
  });
  const form = { ...second.form, contactOk: !second.form.contactOk };
  const householdId = householdIdAt(second.doorId, 1);
  return [
    step(first),
    { ...step(second), act: 'save a household, worker' },
    { ...step(second, { form, householdId, baseVersion: 1 }), act: 'save again, worker' },
    { ...step(second, { form, householdId, baseVersion: 2 }), act: 'save again unchanged, worker' },
    ...strangerSteps(others),
  ];
}

/** Somebody without a seat opens a door's code and hands in a form; at another door for the first time, which wakes the function. */
function strangerSteps([other, door]: readonly FreshDoor[]): Step[] {
  if (other === undefined || door === undefined) throw new Error('too few doors');
  const who = { openid: openidOf('X') };
  const sceneOf = ({ doorId }: FreshDoor): string => seededScene(BENCH_SEED, { kind: 'H', id: doorId });
  const read = (name: string, procedure: string, input: object) => ({
    who,
    function: name,
    envelope: { procedure, input },
  });
  const open = read('link', 'openLink', { scene: sceneOf(door) });
  const start = read('session', 'whoami', {});
  const send = (at: FreshDoor): Step => ({
    who,
    function: 'census',
    envelope: {
      procedure: 'submitForm',
      input: {
        place: { by: 'scene', scene: sceneOf(at) },
        form: at.form,
        consent: { given: true, noticeVersion: NOTICE_VERSION },
      },
      opId: newOpId(),
    },
  });
  return [
    start,
    { ...start, act: 'start: campaign, seats and what is unread' },
    open,
    { ...open, act: 'open a code' },
    send(other),
    { ...send(door), act: 'submit through a link' },
  ];
}

function stepsOf(street: BenchStreet, doors: readonly FreshDoor[]): Step[] {
  const [board, wall, own] = looksOf(street);
  if (board === undefined || wall === undefined || own === undefined) throw new Error('a look is missing');
  return [
    ...saveSteps(doors),
    ...lookStep('progress board', board),
    ...lookStep('wall of a building', wall),
    ...lookStep('open own household', own),
  ];
}

async function pricesOf(cloud: BenchCloud, steps: readonly Step[]): Promise<Map<Act, number>> {
  const prices = new Map<Act, number>();
  for (const { act, who, function: name, envelope } of steps) {
    await cloud.call(who, name, envelope);
    if (act !== undefined) prices.set(act, priceOf(await cloud.lastRecord(envelope.procedure)));
  }
  return prices;
}

export async function opsGroup(bench: Bench): Promise<void> {
  const { report, streets, settings } = bench;
  const street = await streets.of(settings.households);
  const opened = street.open();
  const cloud = await startCloud(opened);
  try {
    const prices = await pricesOf(cloud, stepsOf(street, opened.takeDoors(3).flat()));
    for (const [act, price] of prices) {
      const name = `ops.${act.replaceAll(/[^a-z]+/g, '-')}`;
      report.measure({ name, value: price, unit: 'ops', limit: { atMost: BUDGETS[act] } });
    }
    remarkCensus(bench, prices);
  } finally {
    await cloud.close();
  }
}

/** What a whole count would cost by either way; reviews and bulletins, which belong to the goal, do not exist yet. */
function remarkCensus({ report }: Bench, prices: ReadonlyMap<Act, number>): void {
  const visit = (prices.get('save a household, worker') ?? Number.NaN) + 1 / SAVES_A_BLOCK;
  const byLink =
    (prices.get('open a code') ?? Number.NaN) +
    (prices.get('submit through a link') ?? Number.NaN) +
    BUDGETS['confirm a unit of three forms'] / 3;
  report.remark(
    `a census by visits alone: ${numberText(visit)} ops a household, ${Math.round(visit * HOUSEHOLDS)} in all; ` +
      `by codes alone, three confirmed at once: ${numberText(byLink)}, ${Math.round(byLink * HOUSEHOLDS)}; ` +
      'reviews and bulletins do not exist yet, so the goal of the whole (P6) is not judged',
  );
}
