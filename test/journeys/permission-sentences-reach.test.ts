/**
 * What must hold whatever the matrix says: sentences written by hand, each under its number, against the built functions; here
 * those about how far a person reaches. They change only together with a decision record.
 */
import type {
  AssignmentDocument,
  SubmissionDocument,
  WallDocument,
} from '../../cloudfunctions/repositories/documents';
import { walkFrom } from '../cloudfunctions/fixture/offline';
import { formFor, handIn, register } from '../cloudfunctions/fixture/residents';
import {
  giveTask,
  newAdministrator,
  settle,
  takeSecondVolunteer,
} from '../cloudfunctions/fixture/seat-steps';
import { changeSeat, codeOf, looksAtPeople } from '../cloudfunctions/fixture/seats';
import { digestsOf, expectStandstill } from '../cloudfunctions/fixture/standstill';
import {
  accepted,
  dataOf,
  filledMember,
  openStreet,
  refused,
  type Door,
  type TestStreet,
} from '../cloudfunctions/fixture/street';
import {
  LANDLORD_NUMBER,
  landlordAtPhone,
  landlordHome,
  letDoor,
  renting,
  storedTenancy,
  tenantHome,
} from '../cloudfunctions/fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const DAY = 24 * 3_600_000;
const reason = '上门核对电话';
const door = (): Door => street.door('苹果花园 3-2-502');
const given = (): Door => street.door('苹果花园 3-1-101');
const taken = (): string => street.householdAt('苹果花园 3-1-101').id;

describe('residents', () => {
  it.each(['yes', 'no'] as const)(
    '9 A landlord confirms or disputes a tenancy (%s), and sees neither the tenants’ ID numbers nor the other members.',
    async (word) => {
      const head = filledMember({
        key: 'aaaaaaaa',
        relation: 0,
        gender: 1,
        name: '陈小雨',
        hukouHere: false,
      });
      const friend = filledMember({ key: 'bbbbbbbb', relation: 9, gender: 1, name: '宁小川' });
      await landlordHome(street);
      const form = renting('陈小雨', '10000000303', { liveCount: 2, members: [head, friend] });
      const { _id: householdId } = await tenantHome(street, form);
      const tenancy = await storedTenancy(street, householdId);
      const { landlord, proof } = await landlordAtPhone(street);

      const shown = dataOf(await landlord.tenancy.listAsked({ proof }));
      const said = { tenancyId: tenancy._id, version: tenancy.version, word, proof };
      dataOf(await landlord.tenancy.answer(said));

      expect(shown.tenancies).toHaveLength(1);
      expect(JSON.stringify(shown)).not.toMatch(/宁小川|陈小雨|100\d{8}|\d{17}/);
      expect(Object.keys(shown.tenancies[0] ?? {})).not.toContain('members');
      const input = { householdId, memberKey: 'aaaaaaaa', reason };
      for (const call of [
        () => landlord.register.revealId(input),
        () => landlord.census.readMyHousehold({ householdId }),
        () => landlord.register.revealPhone({ householdId, reason }),
        () => landlord.audit.aboutMe({ householdId }),
      ]) {
        await expectStandstill(street, call, refused('NOT_FOUND'));
      }
    },
  );
});

describe('building heads', () => {
  it('20 A building head reveals the phone of an occupant who allowed it, with a reason, and not the twenty-first on one day.', async () => {
    const { _id: householdId } = await register(street, door(), { form: { contactOk: true } });
    const { id: doorId } = door();
    const head = street.as('head H3').register;

    await expectStandstill(street, () => head.revealPhone({ doorId }), refused('REASON_REQUIRED'));
    for (const input of [
      { doorId, reason },
      { householdId, reason },
    ]) {
      expect(dataOf(await head.revealPhone(input)).phone).toMatch(/^100\d{8}$/);
    }
    const looks = (await street.events()).filter(({ audit }) => audit.action === 'person.revealPhone');
    expect(looks.map(({ audit }) => [audit.actAs, audit.fields])).toEqual([
      ['BH', ['phone']],
      ['BH', ['phone']],
    ]);
    for (let count = 2; count < 20; count += 1) dataOf(await head.revealPhone({ doorId, reason }));
    await expectStandstill(street, () => head.revealPhone({ doorId, reason }), refused('RATE_LIMITED'));
  });

  it('20 … and of nobody who did not allow it, of no form, and of nobody in another building.', async () => {
    const { _id: householdId } = await register(street, door());
    const elsewhere = letDoor(street);
    const far = await register(street, elsewhere, { form: { contactOk: true }, worker: 'worker W2' });
    const { _id: formId } = await handIn(street, street.door('苹果花园 3-2-501'), { by: 'tenant C' });
    const head = street.as('head H3').register;

    for (const input of [
      { doorId: door().id },
      { householdId },
      { formId },
      { doorId: elsewhere.id },
      { householdId: far._id },
      { doorId: street.door('苹果花园 3-2-502').id },
      { doorId: 'nothing' },
    ]) {
      await expectStandstill(street, () => head.revealPhone({ ...input, reason }), refused('NOT_FOUND'));
    }
    const both = { doorId: door().id, householdId, reason };
    await expectStandstill(street, () => head.revealPhone(both), refused('VALIDATION'));
  });

  it('22 A building head whose term ended yesterday can share no card and list no doors.', async () => {
    const head = street.as('head H3');
    const { buildingId } = door();
    const { groupId } = dataOf(await head.building.bindGroup({ buildingId, groupCode: 'group-code-apple3' }));
    dataOf(await head.building.shareCard({ buildingId }));
    await street.clock.set(street.clock.now() + DAY);
    await changeSeat(street, 'head H3', { endsOn: '2026-03-10' });

    for (const call of [
      () => head.building.shareCard({ buildingId }),
      () => head.building.remindGroup({ buildingId }),
      () => head.building.remindDoor({ doorId: door().id }),
      () => head.building.confirmDoor({ doorId: door().id, livesHere: 'no' }),
      () => head.building.readGroups({ buildingId }),
      () => head.building.unbindGroup({ groupId }),
      () => head.census.readWall({ buildingId }),
      () => head.census.listWalls({}),
    ]) {
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('23 A building head’s "does not live here" changes nothing in the register and creates a task.', async () => {
    const { id: doorId, unitId, slot } = given();
    const slotNow = async () => (await street.stored<WallDocument>('walls', unitId))?.slots[String(slot)];
    const [before, stood] = [await digestsOf(street), await slotNow()];

    dataOf(await street.as('head H3').building.confirmDoor({ doorId, livesHere: 'no' }));

    const after = await digestsOf(street);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual(['events', 'tasks', 'walls']);
    expect(await slotNow()).toEqual({ ...stood, doubted: true });
    expect(await street.count('tasks', { kind: 'verifyDoor', doorId: given().id, state: 'open' })).toBe(1);
  });
});

describe('grid workers, volunteer grid workers, collectors', () => {
  it('29 A grid worker can see that a person is already counted elsewhere, and not where.', async () => {
    await landlordHome(street);
    const { household, census } = street.as('worker W2');
    const son = { doorId: letDoor(street).id, name: '丁小海', gender: 1, ageBand: '18-59' } as const;
    const elsewhere = street.door('龙泉苑 1-1-101');

    const reply = await household.checkCounted({ ...son, phone: LANDLORD_NUMBER });

    expect(reply).toEqual(accepted({ isCounted: true }));
    await expectStandstill(street, () => census.readDoor({ doorId: elsewhere.id }), refused('NOT_FOUND'));
    const [look] = await street.all<{ objects: string[] }>('audit', {
      'audit.action': 'person.checkCounted',
    });
    expect(JSON.stringify(look)).not.toContain(elsewhere.id);
  });

  it('32 A volunteer grid worker loses sight of a household the moment the task is handed to someone else.', async () => {
    const volunteer = street.as('volunteer V1');
    await giveTask(street);
    const walk = await walkFrom(street, 'volunteer V1', given());
    expect((await volunteer.census.readMyHousehold({ householdId: taken() })).ok).toBe(true);
    expect(dataOf(await volunteer.task.listTasks({})).tasks).toHaveLength(1);
    const toSeatId = await takeSecondVolunteer(street);

    const seatId = street.seatId('volunteer V1');
    dataOf(await street.as('community S').user.handOver({ seatId, toSeatId }));

    for (const call of [
      () => volunteer.census.readMyHousehold({ householdId: taken() }),
      () => volunteer.census.readDoor({ doorId: given().id }),
      () => volunteer.register.revealPhone({ householdId: taken(), reason }),
      () => volunteer.visit.downloadUnit({ unitId: given().unitId }),
      () => volunteer.visit.listVisits({ doorId: given().id }),
      () => volunteer.visit.recordVisit({ doorId: given().id, result: 'nobody' }),
      () => volunteer.task.closeTask({ taskId: 'task1', version: 2, result: 'met' }),
    ]) {
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    expect(dataOf(await volunteer.task.listTasks({})).tasks).toEqual([]);
    // What was made from the route pack before still arrives, and nothing of the household comes back.
    const [late] = await walk.sync([walk.visit({ result: 'nobody' })]);
    expect(late).toEqual({ opId: late?.opId, outcome: 'applied', handedOver: true });
  });

  it('33 A volunteer grid worker cannot search persons by name or number.', async () => {
    const { household, area, duplicate } = street.as('volunteer V1');
    await register(street, door());
    const person = { name: '王建国', gender: 1, ageBand: '18-59', phone: '10012345678' } as const;

    // A question about a person is one about a door that the volunteer has; elsewhere there is no answer, and it is on record.
    const other = () => household.checkCounted({ doorId: door().id, ...person });
    expect(await other()).toEqual(refused('NOT_FOUND'));
    const own = dataOf(await household.checkCounted({ doorId: given().id, ...person }));
    expect(Object.keys(own)).toEqual(['isCounted']);
    expect(await street.count('audit', { 'audit.action': 'person.checkCounted' })).toBe(1);
    for (const text of [person.name, person.phone]) {
      expect(dataOf(await area.searchCompounds({ text })).compounds).toEqual([]);
    }
    await expectStandstill(street, () => duplicate.list({ state: 'open' }), refused('FORBIDDEN'));
    await expectStandstill(
      street,
      () => street.as('volunteer V1').user.listPeople({ role: 'GV' }),
      refused('FORBIDDEN'),
    );
  });

  it('34 A collector who holds only sheet batches cannot open one household.', async () => {
    const collector = street.as('cleaner C1');
    const walls = await street.all<WallDocument>('walls');
    const assigneeId = street.userId('cleaner C1');
    await street.replaceAll(
      'walls',
      walls.map((wall) => (wall._id === given().unitId ? { ...wall, assigneeId } : wall)),
    );
    const before = await digestsOf(street);

    const replies = await Promise.all([
      ...looksAtPeople(collector, given(), taken()),
      collector.visit.downloadUnit({ unitId: given().unitId }),
      collector.visit.listVisits({ doorId: given().id }),
      collector.visit.recordVisit({ doorId: given().id, result: 'nobody' }),
      collector.census.readWall({ buildingId: given().buildingId }),
      collector.census.submitForm({ ...formFor(given()), place: { by: 'door', doorId: given().id } }),
    ]);

    expect(new Set(replies.map(codeOf))).toEqual(new Set(['FORBIDDEN']));
    expect(await digestsOf(street)).toEqual(before);
  });
});

describe('administrators', () => {
  it('55 A street administrator cannot appoint another street administrator alone.', async () => {
    const { user } = street.as('office ADM');
    const seats = await street.count('assignments');

    const wish = { role: 'SA' as const, areaIds: [], name: '王小明' };
    const { offerId, state } = dataOf(await user.offerSeat(wish));

    expect(state).toBe('asked');
    await expectStandstill(street, () => user.showOffer({ offerId }), refused('WRONG_STATE'));
    for (const person of ['office ADM', 'community S', 'auditor Q', 'worker W1']) {
      const agree = () => street.as(person).user.decideOffer({ offerId, verdict: 'approve' });
      await expectStandstill(street, agree, refused('FORBIDDEN'));
    }
    dataOf(await street.as('office ADM2').user.decideOffer({ offerId, verdict: 'approve' }));
    const { token } = dataOf(await user.showOffer({ offerId }));
    // Neither of the two may take the seat that they agreed on.
    for (const person of ['office ADM', 'office ADM2']) {
      const claim = () => street.as(person, null).session.takeOffer({ token });
      await expectStandstill(street, claim, refused('FORBIDDEN'));
    }
    expect(await street.count('assignments')).toBe(seats);
  });
});

describe('states', () => {
  it.each<[string, Partial<AssignmentDocument>, string]>([
    ['a suspended account', { state: 'suspended' }, 'FORBIDDEN'],
    ['an expired assignment', { endsOn: '2026-03-09' }, 'FORBIDDEN'],
    ['an unsigned pledge', { pledgeSigned: false }, 'PLEDGE_REQUIRED'],
  ])('60 %s stops every step of a visit on the very next call.', async (_what, change, code) => {
    const { visit, task, household } = street.as('worker W1');
    const doorId = door().id;
    const { unitId } = door();
    dataOf(await visit.downloadUnit({ unitId }));
    await changeSeat(street, 'worker W1', change);

    for (const call of [
      () => visit.downloadUnit({ unitId }),
      () => visit.recordVisit({ doorId, result: 'nobody' }),
      () => visit.planVisit({ doorId, next: { on: '2026-03-12' } }),
      () => visit.writeNote({ unitId, wholeBuilding: true, text: '三楼没灯' }),
      () => task.listTasks({}),
      () => household.moveOut({ householdId: taken(), version: 1, on: '2026-03-09' }),
    ]) {
      await expectStandstill(street, call, refused(code as 'FORBIDDEN'));
    }
  });

  it('60 An expired assignment hands in what its route pack holds, and gets nothing of it back; a suspended account does not.', async () => {
    const walk = await walkFrom(street, 'worker W1', door());
    await changeSeat(street, 'worker W1', { state: 'suspended' });
    const records = [walk.filing()];
    const send = () => street.as('worker W1').visit.syncBatch({ sentAt: street.clock.now(), records });
    await expectStandstill(street, send, refused('FORBIDDEN'));
    await changeSeat(street, 'worker W1', { state: 'active', endsOn: '2026-03-09' });

    const [answer] = await walk.sync(records);

    expect(answer).toEqual({ opId: answer?.opId, outcome: 'applied', handedOver: true });
    expect(await street.count('households', { doorId: door().id })).toBe(0);
    const waiting = { state: 'waiting', doorId: door().id };
    expect(await street.all<SubmissionDocument>('submissions', waiting)).toHaveLength(1);
  });

  it('60 a phone without a fresh PIN stops an administrator, and a right PIN lets them go on.', async () => {
    const { calls } = await newAdministrator(street);
    const device = await settle(calls);
    const progress = () => calls.board.readProgress({});

    await expectStandstill(street, progress, refused('FORBIDDEN', { lacks: 'device' }));

    expect((await calls.board.readProgress({}, { device })).ok).toBe(true);
    const { ticket, ...withoutPin } = device;
    expect(ticket).toBeDefined();
    const call = () => calls.board.readProgress({}, { device: withoutPin });
    await expectStandstill(street, call, refused('FORBIDDEN', { lacks: 'pin' }));
  });
});
