import type { AuditDocument } from '../../../cloudfunctions/repositories/documents';
import { handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import {
  dataOf,
  filledForm,
  filledMember,
  openStreet,
  refused,
  START,
  type TestStreet,
} from '../fixture/street';

const FORTY = Array.from({ length: 40 }, (_, index) =>
  filledMember({ ...filledForm().members[index === 0 ? 0 : 1], key: `member${index + 10}` }),
);

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read a door', () => {
  it('is refused for a door that is not there, or of another grid', async () => {
    const worker = street.as('worker W1').census;

    for (const doorId of ['nowhere-1', 'nowhere', street.door('苹果花园 5-1-101').id]) {
      await expectStandstill(street, () => worker.readDoor({ doorId }), refused('NOT_FOUND'));
    }
  });

  it('is refused to residents, building heads and auditors', async () => {
    const { id: doorId } = street.door('苹果花园 3-1-101');

    for (const person of ['outsider X', 'head H3', 'cleaner C1', 'auditor Q', 'property P1']) {
      const call = () => street.as(person).census.readDoor({ doorId });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    expect(await street.count('audit')).toBe(0);
  });

  it('shows the household masked, and the look is recorded before the answer', async () => {
    const door = street.door('苹果花园 3-1-101');
    const { id, form } = street.householdAt('苹果花园 3-1-101');

    const reply = await street.as('worker W1').census.readDoor({ doorId: door.id });

    const { households, state } = dataOf(reply);
    expect(state).toBe('filled');
    expect(households.map((household) => household.id)).toEqual([id]);
    expect(JSON.stringify(reply)).not.toContain(form.phone.number);
    const [look] = await street.all<AuditDocument>('audit');
    expect(look?.audit).toMatchObject({
      action: 'household.read',
      objects: [door.id, id],
      fields: ['form'],
    });
    expect(look?.audit.actor).toBe(street.userId('worker W1'));
  });

  it('shows waiting forms, and what a worker should ask about', async () => {
    const { id, form } = street.waitingAt('金河湾 2-1-201');

    const reply = await street.as('worker W1').census.readDoor({ doorId: street.door('金河湾 2-1-201').id });

    const [waiting] = dataOf(reply).waiting;
    expect(waiting).toMatchObject({ id, version: 1 });
    expect(waiting?.form.findings).not.toEqual([]);
    expect(JSON.stringify(reply)).not.toContain(form.phone.number);
  });

  it('of two forms of forty people comes in two answers, each small and each form whole', async () => {
    const door = street.door('苹果花园 3-2-502');
    for (const [minute, by] of ['resident A', 'tenant C'].entries()) {
      await street.clock.set(START + minute * 60_000);
      await handIn(street, door, {
        by,
        form: { members: FORTY, liveCount: 40, reasons: { manyPeople: '合租' } },
      });
    }
    const { readDoor } = street.as('worker W1').census;

    const first = dataOf(await readDoor({ doorId: door.id }));
    const second = dataOf(await readDoor({ doorId: door.id, cursor: first.next ?? '' }));

    const bytes = [first, second].map((answer) => Buffer.byteLength(JSON.stringify(answer)));
    expect(Math.max(...bytes)).toBeLessThan(8_000);
    expect([first, second].map(({ waiting }) => waiting.map(({ form }) => form.members.length))).toEqual([
      [40],
      [40],
    ]);
    expect(second.next).toBeUndefined();
    const looks = await street.all<AuditDocument>('audit');
    const shown = [first, second].map(({ waiting }) => [door.id, waiting[0]?.id]);
    expect(looks.map(({ audit }) => audit.objects)).toEqual(expect.arrayContaining(shown));
    expect(await readDoor({ doorId: door.id, cursor: 'x' })).toEqual(
      refused('VALIDATION', { field: 'cursor' }),
    );
  });

  it('of an empty door is nobody’s look', async () => {
    const { id: doorId, plate } = street.door('苹果花园 3-2-502');

    const reply = await street.as('worker W1').census.readDoor({ doorId });

    expect(dataOf(reply)).toEqual({
      plate,
      state: 'missing',
      waiting: [],
      households: [],
      former: [],
      registeredElsewhere: [],
    });
    expect(await street.count('audit')).toBe(0);
  });
});
