/** Inputs that are nearly right, by seed: whatever comes, the answer is typed, and a refused change has changed nothing. */
import type { Reply } from '@domain/kernel/contract';
import type { ProblemCode } from '@domain/kernel/problem';
import { chanceOf, type Chance } from '../../../local/seed/random';
import { layFor } from '../fixture/laid';
import { lifeOf, type Life } from '../fixture/life';
import { namesOf, placesIn, PROCEDURES, sampleInput, withAt, type NamedProcedure } from '../fixture/samples';
import { digestsOf } from '../fixture/standstill';
import { invoke, newOpId, openStreet, type TestStreet } from '../fixture/street';

const SEED = process.env['FUZZ_SEED'] ?? '1';
const INPUTS = process.env['TEST_FULL'] === '1' ? 120 : 12;
/** Functions that make files take seconds a call: their own tests try them. */
const SLOW = ['print'];

/** Functions for which more than a street has to be there. */
const LIVED = ['wish', 'gift', 'issue', 'content', 'notice'];

let street: TestStreet;
let life: Life;
beforeAll(async () => {
  street = await openStreet();
  life = await lifeOf(street);
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const ODD: readonly unknown[] = [
  ...[null, true, false, [], {}, [[]], [null], { toString: 1 }],
  ...[0, -1, 1, 1.5, 2 ** 53, -(2 ** 53), 1e308, 60, 61, 200],
  ...['', ' ', '0', 'null', 'undefined', '[object Object]', '.*', "' or 1=1 --", '{"$ne":1}', '../../etc'],
  ...['\u0000', '\ud800', '\u202e王', '𠮷'.repeat(10), '字'.repeat(41), 'x'.repeat(5_000), '\uffff', '％'],
  ...['2026-02-30', '0000-00-00', '9999-12-31', '1970-01-01T00:00:00Z', '00000000000000000000000000'],
];

/** What every procedure may answer beside the problems of its contract. */
const COMMON: readonly ProblemCode[] = [
  'VALIDATION',
  'FORBIDDEN',
  'NOT_FOUND',
  'PAYLOAD_TOO_LARGE',
  'RATE_LIMITED',
  'REASON_REQUIRED',
  'PLEDGE_REQUIRED',
  'IDEMPOTENCY_MISMATCH',
  'DEPENDENCY_UNAVAILABLE',
];

/** A right input with one to three places made odd, taken away or doubled. */
function nearlyRight(procedure: NamedProcedure, chance: Chance): unknown {
  let input: unknown = sampleInput(procedure, { ...namesOf(street), ...life.names }, chance);
  for (let changes = chance.below(4); changes > 0; changes -= 1) {
    const places = placesIn(input);
    if (places.length === 0) return chance.pick(ODD);
    const path = chance.pick(places);
    input = withAt(input, path, chance.happens(0.2) ? undefined : chance.pick(ODD));
  }
  return input;
}

function codeOf(reply: Reply<unknown>): string {
  return reply.ok ? 'accepted' : reply.problem.code;
}

const SENDERS = [
  ['outsider', 'outsider X'],
  ['worker', 'worker W1'],
  ['community', 'community S'],
  ['volunteer', 'volunteer E'],
  ['office', 'office ADM'],
] as const;

async function senders(): Promise<{ openid: string; actAs?: string }[]> {
  return Promise.all(
    SENDERS.map(async ([, person]) => {
      const openid = `wx-${person.slice(person.lastIndexOf(' ') + 1).toLowerCase()}`;
      const [seat] = await street.all<{ _id: string }>('assignments', { userId: street.userId(person) });
      return seat === undefined ? { openid } : { openid, actAs: seat._id };
    }),
  );
}

describe(`${INPUTS} inputs that are nearly right (seed ${SEED})`, () => {
  const tried = PROCEDURES.filter((procedure) => !SLOW.includes(procedure.function));

  it.each(tried)('to $function.$name are answered in the words of its contract', async (procedure) => {
    const chance = chanceOf(SEED, procedure.function, procedure.name);
    await layFor(street, procedure);
    if (LIVED.includes(procedure.function)) await life.lay();
    const callers = await senders();
    const before = await digestsOf(street);
    const codes = new Map<string, unknown>();
    for (let count = 0; count < INPUTS; count += 1) {
      const input = nearlyRight(procedure, chance);
      const kind = procedure.contract.kind === 'read' ? {} : { opId: newOpId() };
      const envelope = { procedure: procedure.name, input, ...kind };
      const caller = callers[count % callers.length] ?? { openid: '' };
      codes.set(codeOf(await invoke(street.url, caller, { function: procedure.function, envelope })), input);
    }

    const allowed = new Set<string>(['accepted', ...COMMON, ...procedure.contract.problems]);
    expect([...codes].filter(([code]) => !allowed.has(code))).toEqual([]);
    if (procedure.contract.kind === 'read' || !codes.has('accepted')) {
      expect(await digestsOf(street)).toEqual(before);
    }
  });
});
