import type {
  EventDocument,
  HouseholdDocument,
  ResidenceDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { expectRecounted } from '../fixture/recount';
import { expectStandstill } from '../fixture/standstill';
import {
  accepted,
  dataOf,
  newOpId,
  openStreet,
  refused,
  repeated,
  type Door,
  type TestStreet,
} from '../fixture/street';
import { landlordDoor, landlordHome, letDoor } from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const SON = 'bbbbbbbb';

async function countsAt({ unitId, slot }: Door) {
  const stored = (await street.stored<WallDocument>('walls', unitId))?.slots[String(slot)];
  return [stored?.residents, stored?.registered, stored?.linked ?? 0];
}

async function ticketTo(door: Door): Promise<string> {
  return dataOf(await street.as('landlord D', null).area.pickDoor({ doorId: door.id })).ticket;
}

/** D at home, about to move the son's registration to the flat that is let. */
async function begun() {
  const { _id: householdId, version } = await landlordHome(street);
  const { household } = await street.seated('landlord D');
  const ticket = await ticketTo(letDoor(street));
  return { household, input: { householdId, version, memberKey: SON, to: 'door', ticket } as const };
}

describe('edit a registered residence', () => {
  it('is refused for a household or a member that is not there, or with a ticket that is none', async () => {
    const { household, input } = await begun();

    for (const change of [{ householdId: 'nothing' }, { memberKey: 'zzzzzzzz' }, { ticket: 'nonsense' }]) {
      const call = () => household.editResidence({ ...input, ...change });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to another household, another grid, and everybody who only looks', async () => {
    const { input } = await begun();

    await expectStandstill(
      street,
      () => street.as('worker W1').household.editResidence(input),
      refused('NOT_FOUND'),
    );
    for (const person of ['office ADM', 'head H3', 'outsider X']) {
      const call = () => street.as(person).household.editResidence(input);
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused with a ticket that ran out, and on a version that has passed', async () => {
    const { household, input } = await begun();

    await expectStandstill(
      street,
      () => household.editResidence({ ...input, version: input.version + 1 }),
      refused('STALE_VERSION'),
    );
    await street.clock.set(street.clock.now() + 2 * 3_600_000);
    await expectStandstill(street, () => household.editResidence(input), refused('EXPIRED'));
  });

  it('links the member to the other door, dated, and both doors’ counts follow', async () => {
    const { household, input } = await begun();
    const before = [await countsAt(landlordDoor(street)), await countsAt(letDoor(street))];

    const reply = await household.editResidence(input);

    expect(reply).toEqual(accepted({ version: 2 }));
    expect(before).toEqual([
      [2, 2, 0],
      [0, 0, 0],
    ]);
    expect([await countsAt(landlordDoor(street)), await countsAt(letDoor(street))]).toEqual([
      [2, 1, 0],
      [0, 1, 1],
    ]);
    const links = await street.all<ResidenceDocument>('residences');
    expect(links).toEqual([
      expect.objectContaining({
        memberKey: SON,
        doorId: letDoor(street).id,
        state: 'current',
        from: '2026-03-10',
      }),
    ]);
    const stored = await street.stored<HouseholdDocument>('households', input.householdId);
    expect(stored?.members.find(({ key }) => key === SON)).toMatchObject({
      hukouHere: false,
      since: '2026-03-10',
    });
  });

  it('moves the boards of both compounds, and of both communities, there and back', async () => {
    const { household, input } = await begun();
    await street.runTimer('rollUp');

    dataOf(await household.editResidence(input));
    await street.runTimer('rollUp');
    await expectRecounted(street);

    dataOf(await household.editResidence({ ...input, version: 2, to: 'here' }));
    await street.runTimer('rollUp');
    await expectRecounted(street);
  });

  it('moves it back: the link has ended with a day, and the counts are what they were', async () => {
    const { household, input } = await begun();
    dataOf(await household.editResidence(input));

    dataOf(await household.editResidence({ ...input, version: 2, to: 'here' }));

    expect([await countsAt(landlordDoor(street)), await countsAt(letDoor(street))]).toEqual([
      [2, 2, 0],
      [0, 0, 0],
    ]);
    const links = await street.all<ResidenceDocument>('residences');
    expect(links.map(({ state, to }) => [state, to])).toEqual([['ended', '2026-03-10']]);
    const events = await street.all<EventDocument>('events', { subjects: input.householdId });
    // 户口迁出, and 户口迁入 when it came back.
    const kinds = events.flatMap(({ change }) => (change === undefined ? [] : [change.kind]));
    expect(kinds.sort()).toEqual([5, 6]);
  });

  it('tells the worker of that door whom not to ask, and not where they live', async () => {
    const { household, input } = await begun();
    dataOf(await household.editResidence(input));

    const door = dataOf(await street.as('worker W2').census.readDoor({ doorId: letDoor(street).id }));

    expect(door.registeredElsewhere).toEqual([{ name: '丁*海', from: '2026-03-10' }]);
    expect(JSON.stringify(door)).not.toContain('龙泉苑');
  });

  it('ends the link when the household says that the member is registered here after all', async () => {
    const { household, input } = await begun();
    dataOf(await household.editResidence(input));
    const resident = await street.seated('landlord D');
    const { household: file } = dataOf(
      await resident.census.readMyHousehold({ householdId: input.householdId }),
    );
    const { findings, ...form } = file.form;
    expect(findings).toEqual([]);
    const members = form.members.map((member) => ({ ...member, hukouHere: true }));

    dataOf(
      await resident.census.submitForm({
        place: { by: 'door', doorId: landlordDoor(street).id },
        form: { ...form, members },
        consent: { given: true, noticeVersion: '1' },
        baseVersion: 2,
      }),
    );

    expect([await countsAt(landlordDoor(street)), await countsAt(letDoor(street))]).toEqual([
      [2, 2, 0],
      [0, 0, 0],
    ]);
  });

  it('is done once, however often it is sent', async () => {
    const { household, input } = await begun();
    const opId = newOpId();
    const first = dataOf(await household.editResidence(input, { opId }));

    expect(await household.editResidence(input, { opId, again: true })).toEqual(repeated(first));
    expect(await countsAt(letDoor(street))).toEqual([0, 1, 1]);
  });
});
