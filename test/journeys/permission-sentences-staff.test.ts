/**
 * What must hold whatever the matrix says: sentences written by hand, each under its number, against the built functions. They
 * change only together with a decision record.
 */
import type {
  AssignmentDocument,
  AuditDocument,
  HouseholdDocument,
} from '../../cloudfunctions/repositories/documents';
import { control } from '../cloudfunctions/fixture/cloud-client';
import { formFor, handIn } from '../cloudfunctions/fixture/residents';
import { changeSeat, codeOf, looksAtPeople } from '../cloudfunctions/fixture/seats';
import { digestsOf, expectStandstill } from '../cloudfunctions/fixture/standstill';
import { dataOf, openStreet, refused, type Door, type TestStreet } from '../cloudfunctions/fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const reason = '上门核对电话';
const door = (): Door => street.door('苹果花园 3-2-502');
const taken = (): string => street.householdAt('苹果花园 3-1-101').id;

describe('grid workers', () => {
  it('24 A grid worker opens a household of the own grid masked, and one of the next grid of the same community not at all.', async () => {
    const { census } = street.as('worker W1');
    const own = await census.readMyHousehold({ householdId: taken() });
    const { form } = street.householdAt('苹果花园 3-1-101');
    const [next] = await street.all<HouseholdDocument>('households', { gridId: street.area('金果02网格') });

    expect(JSON.stringify(dataOf(own))).not.toContain(form.phone.number);
    expect(JSON.stringify(dataOf(own))).not.toContain(form.headName ?? 'nobody');
    const householdId = next?._id ?? '';
    await expectStandstill(street, () => census.readMyHousehold({ householdId }), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => census.readDoor({ doorId: next?.doorId ?? '' }),
      refused('NOT_FOUND'),
    );
  });

  it('25 A grid worker reveals a value of the own grid only with a reason, and the audit event exists before the value.', async () => {
    const { register } = street.as('worker W1');
    const householdId = taken();
    await expectStandstill(street, () => register.revealPhone({ householdId }), refused('REASON_REQUIRED'));
    // The answer is lost on its way out of the function: the value has not arrived, and the look is on record.
    await street.installFaults([{ function: 'register', at: 'answer', kind: 'client-lost' }]);

    await expect(register.revealPhone({ householdId, reason })).rejects.toThrow();

    const looks = (await street.events()).filter(({ audit }) => audit.action === 'person.revealPhone');
    expect(looks).toHaveLength(1);
    // Where the event cannot be written, nothing is revealed.
    await street.installFaults([
      { function: 'register', collection: 'events', at: { every: 1 }, kind: 'fail-before' },
    ]);
    expect((await register.revealPhone({ householdId, reason })).ok).toBe(false);
  });

  it('31 A grid worker cannot export or approve anything, nor create a building.', async () => {
    const worker = street.as('worker W1');
    const spec = {
      label: '8',
      kind: 'tower' as const,
      floors: '1-6',
      skipFloors: [],
      renamedFloors: {},
      units: [{ label: '1', roomsPerFloor: 2, pattern: '{f}{nn}' }],
      shops: 0,
      basements: 0,
    };
    const site = { compoundId: street.area('苹果花园'), gridId: door().gridId, spec };
    const areaId = street.area('苹果花园');

    for (const call of [
      () => worker.export.requestExport({ kind: 'compoundTable', areaId, clear: false, reason }),
      () => worker.export.decideExport({ exportId: 'anything', verdict: 'approve' }),
      () => worker.export.listExports({}),
      () => worker.area.createBuilding(site),
    ]) {
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });
});

describe('administrators, auditors and states', () => {
  it('51 A community administrator opens no household of another community.', async () => {
    const [other] = await street.all<HouseholdDocument>('households', {
      communityId: street.area('龙泉社区'),
    });
    const { census, register } = street.as('community S');
    const householdId = other?._id ?? '';

    await expectStandstill(street, () => census.readMyHousehold({ householdId }), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => census.readDoor({ doorId: other?.doorId ?? '' }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(street, () => register.revealPhone({ householdId, reason }), refused('NOT_FOUND'));
  });

  it('52 A community administrator cannot approve a form that he filled.', async () => {
    const form = await handIn(street, door(), { by: 'community S' });
    const decision = { formId: form._id, version: 1, verdict: 'confirm' } as const;

    await expectStandstill(
      street,
      () => street.as('community S').census.decideForm(decision),
      refused('FORBIDDEN'),
    );
    const unit = dataOf(await street.as('community S').census.confirmUnit({ unitId: form.unitId }));
    expect(unit.confirmed).toBe(0);
    expect((await street.as('community S2').census.decideForm(decision)).ok).toBe(true);
  });

  it('53 A community administrator who requested an export cannot approve it, and neither can another one of the same community.', async () => {
    const areaId = street.area('苹果花园');
    const request = { kind: 'compoundTable', areaId, clear: false, reason } as const;
    const { exportId } = dataOf(await street.as('community S').export.requestExport(request));

    for (const person of ['community S', 'community S2', 'leader GL3']) {
      const call = () => street.as(person).export.decideExport({ exportId, verdict: 'approve' });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('56 A street administrator cannot read audit events about other people.', async () => {
    for (const person of ['office ADM', 'operator OP', 'secretary SEC']) {
      const call = () => street.as(person).audit.aboutMe({ householdId: taken() });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    const verdict = dataOf(await street.as('office ADM').audit.verify({ shard: 0 }));
    expect(Object.keys(verdict).sort()).toEqual(['isIntact', 'links', 'records']);
  });

  it('59 An auditor reads never a value, and can change nothing in the register.', async () => {
    const form = await handIn(street, door());
    const auditor = street.as('auditor Q');
    const decision = { formId: form._id, version: 1, verdict: 'confirm' } as const;
    const before = await digestsOf(street);

    const replies = await Promise.all([
      ...looksAtPeople(auditor, door(), taken()),
      auditor.census.submitForm({ ...formFor(door()), place: { by: 'door', doorId: door().id } }),
      auditor.census.decideForm(decision),
      auditor.census.confirmUnit({ unitId: form.unitId }),
      auditor.link.revokeDoorCode({ doorId: door().id }),
      auditor.area.editDoor({ unitId: form.unitId, edit: { act: 'remove', doorId: door().id } }),
    ]);

    expect(new Set(replies.map(codeOf))).toEqual(new Set(['FORBIDDEN']));
    expect(await digestsOf(street)).toEqual(before);
    expect(await street.all<AuditDocument>('audit')).toEqual([]);
  });

  it.each<[string, Partial<AssignmentDocument>, string]>([
    ['a suspended account', { state: 'suspended' }, 'FORBIDDEN'],
    ['an expired assignment', { endsOn: '2026-03-09' }, 'FORBIDDEN'],
    ['an assignment that begins tomorrow', { startsOn: '2026-03-11' }, 'FORBIDDEN'],
    ['an unsigned pledge', { pledgeSigned: false }, 'PLEDGE_REQUIRED'],
  ])('60 %s stops every action on data on the very next call.', async (_what, change, code) => {
    const form = await handIn(street, door());
    const worker = street.as('worker W1');
    dataOf(await worker.census.readDoor({ doorId: door().id }));
    await changeSeat(street, 'worker W1', change);
    const decision = { formId: form._id, version: 1, verdict: 'confirm' } as const;

    for (const call of [
      () => worker.census.decideForm(decision),
      () => worker.register.revealPhone({ formId: form._id, reason }),
      () => worker.census.readDoor({ doorId: door().id }),
      () => worker.census.listWaiting({}),
    ]) {
      await expectStandstill(street, call, refused(code as 'FORBIDDEN'));
    }
  });

  it("60 an unbound administrator's phone stops every action on data on the very next call.", async () => {
    await changeSeat(street, 'community S', { deviceBound: false });
    const { census } = street.as('community S');

    await expectStandstill(street, () => census.readDoor({ doorId: door().id }), refused('FORBIDDEN'));
    await expectStandstill(street, () => census.confirmUnit({ unitId: door().unitId }), refused('FORBIDDEN'));
  });

  it('60 a suspension reaches a function that is warm and remembers the seat', async () => {
    const form = await handIn(street, door());
    const worker = street.as('worker W1');
    dataOf(await worker.census.readDoor({ doorId: door().id }));
    const seats = await street.all<AssignmentDocument>('assignments');
    const seat = seats.find(({ userId }) => userId === street.userId('worker W1'));
    const others = seats.filter(({ userId }) => userId !== street.userId('worker W1'));
    const documents = [...others, { ...seat, state: 'suspended' }];
    await control(street.url, 'PUT collections/assignments', { documents });

    const decision = { formId: form._id, version: 1, verdict: 'confirm' } as const;
    expect(codeOf(await worker.census.decideForm(decision))).toBe('FORBIDDEN');
    expect(codeOf(await worker.register.revealPhone({ formId: form._id, reason }))).toBe('FORBIDDEN');
    // A plain read may remember for a minute, and the change has told this instance already.
    await street.clock.set(street.clock.now() + 60_000);
    expect(codeOf(await worker.census.readDoor({ doorId: door().id }))).toBe('FORBIDDEN');
    // The functions must not remember it beyond this test.
    await street.replaceAll('assignments', seats);
  });
});
