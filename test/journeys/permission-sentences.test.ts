/**
 * What must hold whatever the matrix says: sentences written by hand, each under its number, against the built functions. They
 * change only together with a decision record.
 */
import type { HouseholdDocument } from '../../cloudfunctions/repositories/documents';
import { CONSENT, formFor, handIn, register } from '../cloudfunctions/fixture/residents';
import { changeSeat, codeOf, looksAtPeople } from '../cloudfunctions/fixture/seats';
import { digestsOf, expectStandstill } from '../cloudfunctions/fixture/standstill';
import {
  dataOf,
  filledForm,
  invoke,
  openStreet,
  refused,
  type Door,
  type PersonCalls,
  type TestStreet,
} from '../cloudfunctions/fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const DAY = 24 * 60 * 60_000;
const reason = '上门核对电话';
const door = (): Door => street.door('苹果花园 3-2-502');
const taken = (): string => street.householdAt('苹果花园 3-1-101').id;

describe('outsiders and links', () => {
  it('1 An outsider who guesses tokens gets identical answers, and at the tenth wrong one is locked out for 24 hours.', async () => {
    const guesses = [];
    for (let number = 1; number <= 11; number += 1) {
      const scene = `H.${String(number).padStart(10, '0')}.d1`;
      const reply = await street.as('outsider X').link.openLink({ scene });
      guesses.push(reply.ok ? reply : { ...reply.problem, requestId: '' });
    }

    expect(new Set(guesses.slice(0, 9).map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(guesses.slice(9)).toEqual([
      expect.objectContaining({ code: 'RATE_LIMITED' }),
      expect.objectContaining({ code: 'RATE_LIMITED' }),
    ]);
    await street.clock.set(street.clock.now() + DAY);
    expect((await street.as('outsider X').link.openLink({ scene: door().scene })).ok).toBe(true);
  });

  it('2 An outsider who opens a real door code sees an empty form, whether or not the household is registered, byte for byte.', async () => {
    const registered = street.door('苹果花园 3-1-101');
    const plain = (at: Door, answer: unknown): string =>
      JSON.stringify(answer)
        .replaceAll(at.id, 'DOOR')
        .replaceAll(at.plate.line, 'LINE')
        .replaceAll(at.buildingId, 'BUILDING');

    const [free, filled] = [
      dataOf(await street.as('outsider X').link.openLink({ scene: door().scene })),
      dataOf(await street.as('outsider X').link.openLink({ scene: registered.scene })),
    ];

    expect(plain(registered, filled)).toBe(plain(door(), free));
  });

  it('3 An outsider who submits through a door code gets a receipt number and can read nothing of the household afterwards.', async () => {
    const outsider = street.as('outsider X');
    const reply = dataOf(await outsider.census.submitForm(formFor(street.door('苹果花园 3-1-101'))));

    expect(Object.keys(reply).sort()).toEqual(['receipt', 'state']);
    expect(Object.keys(reply.receipt).sort()).toEqual(['code', 'day', 'plate']);
    const looks = await Promise.all(looksAtPeople(outsider, door(), taken()));
    expect(looks.map(codeOf)).toEqual(Array(looks.length).fill('FORBIDDEN'));
  });

  it('4 An expired, a revoked and a foreign token cannot submit a form.', async () => {
    const outsider = street.as('outsider X');
    const { ticket } = dataOf(await outsider.area.pickDoor({ doorId: door().id }));
    dataOf(await street.as('worker W1').link.revokeDoorCode({ doorId: door().id }));
    await street.clock.set(street.clock.now() + 2 * 60 * 60_000);
    const before = await digestsOf(street);
    const send = (place: Parameters<PersonCalls['census']['submitForm']>[0]['place']) =>
      outsider.census.submitForm({ ...formFor(door()), place });

    expect(codeOf(await send({ by: 'ticket', ticket }))).toBe('EXPIRED');
    expect(codeOf(await send({ by: 'scene', scene: door().scene }))).toBe('REVOKED_CODE');
    expect(codeOf(await send({ by: 'scene', scene: street.sceneOf('苹果花园 3') }))).toBe('NOT_FOUND');
    expect(codeOf(await send({ by: 'scene', scene: 'https://example.com/q?x=1' }))).toBe('NOT_FOUND');
    expect(await digestsOf(street)).toEqual(before);
  });

  it('5 An outsider can find the way to a door by public names.', async () => {
    const { area } = street.as('outsider X');
    const { compounds } = dataOf(await area.searchCompounds({ text: '苹果' }));
    const { buildings } = dataOf(await area.listBuildings({ compoundId: compounds[0]?.id ?? '' }));
    const { doors } = dataOf(await area.listDoors({ buildingId: buildings[0]?.id ?? '' }));

    expect((await area.pickDoor({ doorId: doors[0]?.id ?? '' })).ok).toBe(true);
  });

  it("6 An outsider who sends another person's openid, a role or a grid in the event is still an outsider.", async () => {
    const call = { procedure: 'readDoor', input: { doorId: door().id } };
    const shapes = [
      { openid: 'wx-w1' },
      { role: 'GW' },
      { gridIds: [door().gridId] },
      { userInfo: { openId: 'wx-w1' } },
    ];
    for (const forged of [...shapes, {}]) {
      const reply = await invoke(
        street.url,
        { openid: 'wx-x' },
        { function: 'census', envelope: { ...call, ...forged } },
      );
      expect(['VALIDATION', 'FORBIDDEN']).toContain(codeOf(reply));
    }
    expect(await street.count('audit')).toBe(0);
  });
});

describe('residents', () => {
  it("7 A resident reads and corrects the own household, and gets NOT_FOUND for the neighbour's.", async () => {
    const household = await register(street, door());
    const { census } = await street.seated('resident A');
    const place = { by: 'door', doorId: door().id } as const;
    const next = { form: filledForm({ contactOk: true }), consent: CONSENT, place, baseVersion: 1 };

    expect((await census.readMyHousehold({ householdId: household._id })).ok).toBe(true);
    expect((await census.submitForm(next)).ok).toBe(true);
    const neighbour = street.door('苹果花园 3-1-101').id;
    const other = { ...next, place: { by: 'door', doorId: neighbour } as const };
    await expectStandstill(
      street,
      () => census.readMyHousehold({ householdId: taken() }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(street, () => census.submitForm(other), refused('NOT_FOUND'));
  });

  it('8 A resident who bound a household last year and moved out today cannot open the old household today.', async () => {
    const { _id: householdId } = await register(street, door());
    const before = await street.seated('resident A');
    expect((await before.census.readMyHousehold({ householdId })).ok).toBe(true);

    await changeSeat(street, 'resident A', { startsOn: '2025-03-10', endsOn: '2026-03-09' });

    await expectStandstill(
      street,
      () => before.census.readMyHousehold({ householdId }),
      refused('FORBIDDEN'),
    );
  });

  it("11 A resident can read who looked at the household's data, with date, role, fields and reason, and without a staff name.", async () => {
    const { _id: householdId } = await register(street, door());
    dataOf(await street.as('worker W1').register.revealPhone({ householdId, reason }));
    const { audit } = await street.seated('resident A');

    const { looks } = dataOf(await audit.aboutMe({ householdId }));

    expect(looks).toContainEqual(
      expect.objectContaining({ at: street.clock.now(), role: 'GW', fields: ['phone'], reason }),
    );
    expect(JSON.stringify(looks)).not.toContain(street.userId('worker W1'));
    expect(JSON.stringify(looks)).not.toContain('W1');
  });

  it('12 A resident withdraws consent without giving a reason, and the purpose stops.', async () => {
    const { _id: householdId } = await register(street, door());
    const { census } = await street.seated('resident A');

    dataOf(await census.withdrawConsent({ householdId }));

    const stored = await street.stored<HouseholdDocument>('households', householdId);
    expect(stored).toMatchObject({ withdrawn: true, phones: [], vehicles: [] });
    const reveal = await street.as('worker W1').register.revealPhone({ householdId, reason });
    expect(codeOf(reveal)).toBe('NOT_FOUND');
  });
});

describe('building heads', () => {
  it('17 A building head sees door and state of the own building and no name, answer, phone or number of persons.', async () => {
    await handIn(street, door());
    const wall = dataOf(await street.as('head H3').census.readWall({ buildingId: door().buildingId }));

    const fields = new Set(wall.units.flatMap(({ doors }) => doors.flatMap((one) => Object.keys(one))));
    expect(fields).toEqual(new Set(['slot', 'room', 'floor', 'state', 'waiting', 'flagged']));
    expect(JSON.stringify(wall)).not.toMatch(/王建国|100\d{8}|people/);
  });

  it('18 A building head cannot open any household file, also not the one of the flat next door.', async () => {
    const { census, audit } = street.as('head H3');

    for (const reply of await Promise.all([
      census.readDoor({ doorId: street.door('苹果花园 3-1-101').id }),
      census.readMyHousehold({ householdId: taken() }),
      audit.aboutMe({ householdId: taken() }),
      census.listWaiting({}),
    ])) {
      expect(codeOf(reply)).toBe('FORBIDDEN');
    }
  });

  it('19 A building head cannot reveal an ID number of anyone.', async () => {
    const input = { householdId: taken(), memberKey: 'aaaaaaaa', reason };

    await expectStandstill(street, () => street.as('head H3').register.revealId(input), refused('FORBIDDEN'));
  });

  it('21 A building head of building 3 sees no door of building 5.', async () => {
    const { census } = street.as('head H3');
    const { buildings } = dataOf(await census.listWalls({ compoundId: street.area('苹果花园') }));

    expect(buildings.map(({ id }) => id)).toEqual([street.building('苹果花园 3')]);
    const other = street.building('苹果花园 5');
    await expectStandstill(street, () => census.readWall({ buildingId: other }), refused('NOT_FOUND'));
  });

  it('22 A building head whose term ended yesterday can list no doors.', async () => {
    await changeSeat(street, 'head H3', { endsOn: '2026-03-09' });
    const { census } = street.as('head H3');

    for (const call of [
      () => census.listWalls({}),
      () => census.readWall({ buildingId: door().buildingId }),
    ]) {
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });
});
