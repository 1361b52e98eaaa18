/**
 * A day in the street, every answer and every printed line kept: names, phones and plates appear where the matrix lets them,
 * and nowhere else.
 */
import type { Reply } from '@domain/kernel/contract';
import collections from '../../../cloudfunctions/database/collections.json';
import { gatherPrinted, type Printed } from '../fixture/printed';
import { formFor } from '../fixture/residents';
import { dataOf, filledForm, newOpId, openStreet, type Door, type TestStreet } from '../fixture/street';

/** Made for this test alone, so that they cannot stand anywhere by chance. */
const SECRETS = {
  phone: '10073737373',
  otherPhone: '10084848484',
  adult: '欧阳守密',
  child: '诸葛小密',
  plate: '京A7Z3X9',
  suggestion: '希望楼道装一盏声控灯呀',
} as const;
type Secret = keyof typeof SECRETS;
const reason = '上门核对电话';

let street: TestStreet;
let printed: Printed;
beforeAll(async () => {
  printed = gatherPrinted();
  street = await openStreet({ verbose: true });
});
afterAll(async () => {
  await street.close();
  printed.stop();
});

const kept: { readonly who: string; readonly act: string; readonly text: string }[] = [];

async function keep<T>(who: string, act: string, answer: Promise<Reply<T>>): Promise<Reply<T>> {
  const reply = await answer;
  kept.push({ who, act, text: JSON.stringify(reply) });
  return reply;
}

function found(text: string): Secret[] {
  return (Object.keys(SECRETS) as Secret[]).filter((name) => text.includes(SECRETS[name]));
}

function secretForm(phone: string = SECRETS.phone) {
  const [head, spouse, child] = filledForm().members;
  if (head === undefined || spouse === undefined || child === undefined) {
    throw new Error('the form has three');
  }
  return filledForm({
    headName: SECRETS.adult,
    phone: { number: phone },
    members: [{ ...head, name: SECRETS.adult }, spouse, { ...child, name: SECRETS.child }],
    vehicles: [{ plate: SECRETS.plate, propertyMaySee: false }],
    suggestion: SECRETS.suggestion,
  });
}

const door = (): Door => street.door('苹果花园 3-2-502');

interface Made {
  readonly householdId: string;
  readonly formId: string;
  readonly opId: string;
}

async function aDay(): Promise<Made> {
  const input = { ...formFor(door()), form: secretForm() };
  const opId = newOpId();
  const sender = street.as('resident A');
  dataOf(await keep('VI', 'form.submit', sender.census.submitForm(input, { opId })));
  await keep('VI', 'form.submit', sender.census.submitForm(input, { opId, again: true }));
  await keep('VI', 'form.submit', sender.census.submitForm({ ...input, form: secretForm('100') }));
  await keep('VI', 'receipt.read', sender.census.readReceipt({ opId }));
  await keep('sender', 'form.readOwn', sender.census.readOwnForm({ opId }));
  const second = { ...input, form: secretForm(SECRETS.otherPhone) };
  const [form] = await street.all<{ _id: string }>('submissions', { doorId: door().id });
  const formId = form?._id ?? '';
  const worker = street.as('worker W1');
  await keep('GW', 'household.read', worker.census.readDoor({ doorId: door().id }));
  const decision = { formId, version: 1, verdict: 'confirm' } as const;
  dataOf(await keep('GW', 'form.confirm', worker.census.decideForm(decision)));
  await keep('VI', 'form.submit', street.as('outsider X').census.submitForm(second));
  const [household] = await street.all<{ _id: string }>('households', { doorId: door().id });
  return { householdId: household?._id ?? '', formId, opId };
}

async function ofOutsiders({ householdId, formId, opId }: Made): Promise<void> {
  const { link, area, census, session, register, audit, board } = street.as('outsider X');
  const { id: doorId, buildingId, compoundId, unitId, scene } = door();
  const answers: readonly (readonly [string, Promise<Reply<unknown>>])[] = [
    ['session.whoami', session.whoami({})],
    ['link.open', link.openLink({ scene })],
    ['address.search', area.searchCompounds({ text: '' })],
    ['area.read', area.listBuildings({ compoundId })],
    ['address.search', area.listDoors({ buildingId, unitId })],
    ['address.search', area.pickDoor({ doorId })],
    ['form.readOwn', census.readOwnForm({ opId })],
    ['household.read', census.readMyHousehold({ householdId })],
    ['household.read', census.readDoor({ doorId })],
    ['building.doorStates', census.readWall({ buildingId })],
    ['person.revealPhone', register.revealPhone({ householdId, reason })],
    ['person.revealPhone', register.revealPhone({ formId, reason })],
    ['audit.aboutMe', audit.aboutMe({ householdId })],
    ['progress.read', board.readProgress({})],
  ];
  for (const [act, answer] of answers) await keep('VI', act, answer);
}

async function ofStaff({ householdId }: { householdId: string }): Promise<void> {
  for (const [who, person] of [
    ['GW', 'worker W1'],
    ['CA', 'community S'],
    ['SA', 'office ADM'],
    ['BH', 'head H3'],
    ['AU', 'auditor Q'],
    ['PR', 'property P1'],
  ] as const) {
    const { census, register, board, audit } = street.as(person);
    const { id: doorId, buildingId } = door();
    await keep(who, 'household.read', census.readDoor({ doorId }));
    await keep(who, 'household.read', census.readMyHousehold({ householdId }));
    await keep(who, 'building.doorStates', census.readWall({ buildingId }));
    await keep(who, 'form.listQuarantine', census.listWaiting({}));
    await keep(who, 'person.revealPhone', register.revealPhone({ householdId, reason }));
    await keep(who, 'progress.read', board.readProgress({}));
    await keep(who, 'audit.verify', audit.verify({ shard: 0 }));
  }
}

/** What each role may learn by an act; everything else is a leak. */
const MAY: Readonly<Record<string, readonly Secret[]>> = {
  'GW household.read': ['suggestion'],
  'CA household.read': ['suggestion'],
  'SA household.read': ['suggestion'],
  'GW person.revealPhone': ['phone'],
  'CA person.revealPhone': ['phone'],
  'SA person.revealPhone': ['phone'],
  'sender form.readOwn': ['phone', 'adult', 'child', 'plate', 'suggestion'],
  'RE household.read': ['phone', 'adult', 'child', 'plate', 'suggestion'],
};

describe('what is told and printed on one day', () => {
  it('holds no secret outside its role and act', async () => {
    const made = await aDay();
    await ofOutsiders(made);
    await ofStaff(made);
    const own = await street.seated('resident A');
    await keep('RE', 'household.read', own.census.readMyHousehold({ householdId: made.householdId }));
    await keep('RE', 'audit.aboutMe', own.audit.aboutMe({ householdId: made.householdId }));

    const leaks = kept.flatMap(({ who, act, text }) => {
      const allowed = MAY[`${who} ${act}`] ?? [];
      return found(text).flatMap((name) => (allowed.includes(name) ? [] : [`${name} to ${who} by ${act}`]));
    });
    expect([...new Set(leaks)]).toEqual([]);
    expect(new Set(kept.flatMap(({ text }) => found(text)))).toEqual(
      new Set(['phone', 'adult', 'child', 'plate', 'suggestion']),
    );
  });

  it('is printed without any of it', () => {
    const lines = printed.lines.filter((line) => found(line).length > 0 || line.includes(reason));

    expect(printed.lines.length).toBeGreaterThan(50);
    expect(lines).toEqual([]);
  });

  it('is counted by the cloud as no leaked line, no escaped write and nothing unknown', async () => {
    const meter = await street.meter();

    expect(meter).toMatchObject({ leakedLines: 0, escapedWrites: 0, lateCalls: 0, notImitated: 0 });
  });

  it('is stored sealed: of all of it only the names of adults stand in a document', async () => {
    const inCollections = await Promise.all(
      collections.map(async (name) => found(JSON.stringify(await street.all(name)))),
    );

    expect([...new Set(inCollections.flat())]).toEqual(['adult']);
  });
});
