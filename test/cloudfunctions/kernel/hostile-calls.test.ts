/** What somebody sends who does not use our phone: forged identities, operators, pollution, sizes. Nothing of it may work. */
import type { Reply } from '@domain/kernel/contract';
import type { AssignmentDocument } from '../../../cloudfunctions/repositories/documents';
import { chanceOf } from '../../../local/seed/random';
import { lifeOf } from '../fixture/life';
import {
  namesOf,
  placesIn,
  PROCEDURES,
  sampleInput,
  valueAt,
  withAt,
  type NamedProcedure,
  type Names,
} from '../fixture/samples';
import { digestsOf, expectStandstill } from '../fixture/standstill';
import { dataOf, invoke, newOpId, openStreet, refused, type TestStreet } from '../fixture/street';

// Nothing here may change anything, so the street is opened once, and compared at the very end.
let street: TestStreet;
let untouched: Record<string, string>;
let names: Names;
beforeAll(async () => {
  street = await openStreet();
  const life = await lifeOf(street);
  await life.lay();
  names = { ...namesOf(street), ...life.names };
  untouched = await digestsOf(street);
});
afterAll(async () => {
  const after = await digestsOf(street);
  await street.close();
  expect(after).toEqual(untouched);
});

/** In the quick run each procedure meets one of them, its own; every one of them meets many procedures. */
const IS_FULL = process.env['TEST_FULL'] === '1';
function chosen<Shape>(shapes: readonly Shape[], ...path: readonly string[]): readonly Shape[] {
  return IS_FULL ? shapes : [chanceOf('hostile', ...path).pick(shapes)];
}

const OUTSIDER = { openid: 'wx-x' };
const ADMIN = 'wx-adm';

function envelopeFor(procedure: NamedProcedure, input: unknown): Record<string, unknown> {
  const { name, contract } = procedure;
  return { procedure: name, input, ...(contract.kind === 'read' ? {} : { opId: newOpId() }) };
}

function right(procedure: NamedProcedure): Record<string, unknown> {
  const input = sampleInput(procedure, names, chanceOf('hostile', procedure.name));
  return envelopeFor(procedure, input);
}

const send = (procedure: NamedProcedure, envelope: object, caller = OUTSIDER): Promise<Reply<unknown>> =>
  invoke(street.url, caller, { function: procedure.function, envelope });

/** Codes of refusals; `accepted` where somebody got through. */
function codeOf(reply: Reply<unknown>): string {
  return reply.ok ? 'accepted' : reply.problem.code;
}

const FORGERIES: readonly Readonly<Record<string, unknown>>[] = [
  { openid: ADMIN },
  { OPENID: ADMIN },
  { WX_OPENID: ADMIN },
  { FROM_OPENID: ADMIN },
  { userInfo: { openId: ADMIN, appId: 'wx0000000000000000' } },
  { userInfo: ADMIN },
  { userId: ADMIN, role: 'SA' },
  { role: 'SA' },
  { grid: 'all', gridIds: ['all'] },
  { caller: { role: 'SA' } },
  { wxContext: { OPENID: ADMIN } },
  { tcbContext: 'WX_OPENID=wx-adm' },
];

describe('a forged identity', () => {
  it.each(PROCEDURES)('beside the call of $function.$name is refused', async (procedure) => {
    const call = right(procedure);

    for (const forgery of chosen(FORGERIES, 'forgery', procedure.function, procedure.name)) {
      const reply = await send(procedure, { ...call, ...forgery });
      expect(reply).toEqual(refused('VALIDATION', { field: 'request' }));
    }
  });

  it('inside the input of any procedure is refused', async () => {
    for (const procedure of PROCEDURES) {
      const { input, ...call } = right(procedure);
      const forged = { ...(input as object), openid: ADMIN, role: 'SA', userId: ADMIN };
      expect(codeOf(await send(procedure, { ...call, input: forged }))).toBe('VALIDATION');
    }
  });

  it('by the seat of somebody else is refused on every procedure', async () => {
    const [seat] = await street.all<AssignmentDocument>('assignments', {
      userId: street.userId('office ADM'),
    });
    for (const procedure of PROCEDURES) {
      const call = { ...right(procedure), actAs: seat?._id };
      expect([procedure.name, codeOf(await send(procedure, call))]).toEqual([procedure.name, 'FORBIDDEN']);
    }
  });

  it('in what the platform itself puts beside an event changes nobody', async () => {
    const own = { userInfo: { openId: OUTSIDER.openid } };
    const forged = { tcbContext: { WX_OPENID: ADMIN } };

    for (const beside of [own, forged]) {
      const reply = await invoke(street.url, OUTSIDER, {
        function: 'session',
        envelope: { procedure: 'whoami', input: {}, ...beside },
      });
      expect(dataOf(reply)).toMatchObject({ seats: [] });
    }
  });

  it('of nobody, or of a system call, is not known', async () => {
    for (const openid of ['', 'wx-nobody', 'undefined']) {
      const call = { function: 'session', envelope: { procedure: 'whoami', input: {} } };
      expect(await invoke(street.url, { openid }, call)).toEqual(refused('UNAUTHENTICATED'));
    }
  });

  it('of a timer runs no timer', async () => {
    await expectStandstill(
      street,
      () =>
        invoke(street.url, OUTSIDER, {
          function: 'board',
          envelope: { Type: 'Timer', TriggerName: 'rollUp' },
        }),
      refused('VALIDATION'),
    );
  });
});

describe('an operator in place of a value', () => {
  const OPERATORS: readonly unknown[] = [
    { $ne: 1 },
    { $gt: '' },
    { $regex: '.*' },
    { $where: 'true' },
    { 'a.b': { $exists: true } },
    ['a'],
  ];

  it.each(PROCEDURES)('is refused on every field of $function.$name', async (procedure) => {
    const { input, ...call } = right(procedure);
    const texts = placesIn(input).filter((path) => typeof valueAt(input, path) === 'string');

    for (const path of texts) {
      for (const operator of chosen(
        OPERATORS,
        'operator',
        procedure.function,
        procedure.name,
        ...path.map(String),
      )) {
        const reply = await send(procedure, { ...call, input: withAt(input, path, operator) });
        expect([path.join('.'), codeOf(reply)]).toEqual([path.join('.'), 'VALIDATION']);
      }
    }
  });
});

describe('a key that no form has', () => {
  const POLLUTIONS = [
    '{"__proto__":{"role":"SA"}}',
    '{"constructor":{"prototype":{"role":"SA"}}}',
    '{"prototype":{}}',
    '{"$where":"1"}',
  ];

  it.each(PROCEDURES)('is refused by $function.$name at any depth', async (procedure) => {
    const { input, ...call } = right(procedure);

    for (const text of chosen(POLLUTIONS, 'key', procedure.function, procedure.name)) {
      const odd = JSON.parse(text) as object;
      const outside = JSON.parse(JSON.stringify(call).replace(/\}$/, `,${text.slice(1)}`)) as object;
      const inside = { ...call, input: { ...(input as object), extra: odd } };
      expect(codeOf(await send(procedure, outside))).toBe('VALIDATION');
      expect(codeOf(await send(procedure, inside))).toBe('VALIDATION');
    }
  });

  it('leaves the function as it was for the next caller', async () => {
    const envelope = { procedure: 'whoami', input: JSON.parse('{"__proto__":{"ok":true}}') as object };
    await invoke(street.url, OUTSIDER, { function: 'session', envelope });

    expect(dataOf(await street.as('outsider X').session.whoami({})).seats).toEqual([]);
  });
});

describe('a call out of measure', () => {
  const whoami = (input: unknown): Promise<Reply<unknown>> =>
    invoke(street.url, OUTSIDER, { function: 'session', envelope: { procedure: 'whoami', input } });
  const nested = (depth: number): unknown => (depth === 0 ? 'x' : { a: nested(depth - 1) });
  const reasonOf = (reply: Reply<unknown>): unknown => (reply.ok ? '' : reply.problem.details['reason']);

  it('of 64 kilobytes is read, of one byte more it is not', async () => {
    const size = (pad: number): number =>
      Buffer.byteLength(JSON.stringify({ procedure: 'whoami', input: { pad: 'x'.repeat(pad) } }));
    const pad = 64 * 1024 - size(0);

    expect(codeOf(await whoami({ pad: 'x'.repeat(pad - 1) }))).toBe('VALIDATION');
    expect(codeOf(await whoami({ pad: 'x'.repeat(pad) }))).toBe('VALIDATION');
    expect(codeOf(await whoami({ pad: 'x'.repeat(pad + 1) }))).toBe('PAYLOAD_TOO_LARGE');
    expect(codeOf(await whoami({ pad: '字'.repeat(30_000) }))).toBe('PAYLOAD_TOO_LARGE');
    expect(codeOf(await whoami({ pad: 'x'.repeat(200_000) }))).toBe('PAYLOAD_TOO_LARGE');
  });

  it('is refused when it is nine deep, and read when it is eight', async () => {
    expect(reasonOf(await whoami(nested(8)))).toBe('too deep');
    expect(reasonOf(await whoami(nested(7)))).not.toBe('too deep');
  });

  it('is refused with 201 items, and read with 200', async () => {
    expect(reasonOf(await whoami({ list: Array(201).fill(1) }))).toBe('too many items');
    expect(reasonOf(await whoami({ list: Array(200).fill(1) }))).toBeUndefined();
  });

  it('without an operation id changes nothing', async () => {
    for (const procedure of PROCEDURES.filter(
      ({ contract }) => contract.kind === 'change' || contract.kind === 'reveal',
    )) {
      const call = Object.entries(right(procedure)).filter(([key]) => key !== 'opId');
      const bare = Object.fromEntries(call);
      expect(['VALIDATION', 'FORBIDDEN']).toContain(codeOf(await send(procedure, bare)));
      expect(codeOf(await send(procedure, { ...bare, opId: 'short' }))).toBe('VALIDATION');
    }
    const form = PROCEDURES.find(({ name }) => name === 'submitForm');
    const call = form && { procedure: form.name, input: right(form)['input'] };
    expect(form && (await send(form, call ?? {}))).toEqual(refused('VALIDATION', { field: 'opId' }));
  });

  it('of a procedure or a function that there is not is not found', async () => {
    for (const procedure of ['nothing', '', 'toString', '__proto__', 'constructor', 'hasOwnProperty']) {
      const call = { function: 'session', envelope: { procedure, input: {} } };
      expect(codeOf(await invoke(street.url, OUTSIDER, call))).toBe('NOT_FOUND');
    }
    for (const room of ['nothing', '..', '__proto__', 'session%2f..']) {
      const call = { function: room, envelope: { procedure: 'whoami', input: {} } };
      expect(codeOf(await invoke(street.url, OUTSIDER, call))).not.toBe('accepted');
    }
  });
});
