import { download, madeExport, wishFor } from '../export/export-kit';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const reason = '上门核对电话';

describe('who looked at my household', () => {
  it('is refused for a household that is not there, and for a neighbour’s', async () => {
    await register(street, street.door('苹果花园 3-2-502'));
    const resident = await street.seated('resident A');
    const { id: neighbour } = street.householdAt('苹果花园 3-1-101');

    for (const householdId of ['nobody', neighbour]) {
      await expectStandstill(street, () => resident.audit.aboutMe({ householdId }), refused('NOT_FOUND'));
    }
  });

  it('is refused to everybody who is not of a household', async () => {
    const { id: householdId } = street.householdAt('苹果花园 3-1-101');

    for (const person of ['outsider X', 'worker W1', 'community S', 'office ADM', 'auditor Q']) {
      const call = () => street.as(person).audit.aboutMe({ householdId });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused with a cursor that is not ours', async () => {
    const { _id: householdId } = await register(street, street.door('苹果花园 3-2-502'));
    const resident = await street.seated('resident A');

    await expectStandstill(
      street,
      () => resident.audit.aboutMe({ householdId, cursor: 'made-up' }),
      refused('VALIDATION', { field: 'cursor' }),
    );
  });

  it('lists role, act, fields and reason, newest first, and no name of staff', async () => {
    const { _id: householdId, doorId } = await register(street, street.door('苹果花园 3-2-502'));
    await street.clock.set(street.clock.now() + 1_000);
    dataOf(await street.as('worker W1').census.readDoor({ doorId }));
    await street.clock.set(street.clock.now() + 1_000);
    dataOf(await street.as('community S').register.revealPhone({ householdId, reason }));
    const resident = await street.seated('resident A');

    const { looks } = dataOf(await resident.audit.aboutMe({ householdId }));

    expect(looks.map(({ role, act, fields }) => [role, act, fields])).toEqual([
      ['CA', 'person.revealPhone', ['phone']],
      ['GW', 'household.read', ['form']],
      ['GW', 'form.confirm', ['confirm']],
    ]);
    expect(looks[0]?.reason).toBe(reason);
    expect(JSON.stringify(looks)).not.toContain(street.userId('worker W1'));
    expect(JSON.stringify(looks)).not.toContain(street.userId('community S'));
  });

  it('tells of a file that holds the household: which office took it, what for, and whether names were in it', async () => {
    const { _id: householdId } = await register(street, street.door('苹果花园 3-2-502'));
    const resident = await street.seated('resident A');
    const taken = async (area: string, more: object = {}): Promise<void> => {
      await street.clock.set(street.clock.now() + 1_000);
      await download(street, await madeExport(street, { ...wishFor(street.area(area)), ...more }));
    };
    await taken('苹果花园', { clear: true });
    await taken('樱花苑');
    await taken('金果社区');
    await taken('万家街道');

    const { looks } = dataOf(await resident.audit.aboutMe({ householdId }));

    const files = looks.filter(({ act }) => act === 'export.download');
    expect(files.map(({ role, fields }) => [role, fields])).toEqual([
      ['SA', ['compoundTable', 'masked']],
      ['SA', ['compoundTable', 'masked']],
      ['SA', ['compoundTable', 'clear']],
    ]);
    expect(files[0]?.reason).toBe(wishFor('').reason);
  });

  it('tells of no file that was taken before the household was in the register', async () => {
    await download(street, await madeExport(street, wishFor(street.area('苹果花园'))));
    await street.clock.set(street.clock.now() + 24 * 3_600_000);
    const { _id: householdId } = await register(street, street.door('苹果花园 3-2-502'));
    const resident = await street.seated('resident A');

    const { looks } = dataOf(await resident.audit.aboutMe({ householdId }));

    expect(looks.map(({ act }) => act)).toEqual(['form.confirm']);
  });

  it('pages through a long trail, each record once', async () => {
    const { _id: householdId, doorId } = await register(street, street.door('苹果花园 3-2-502'));
    for (let look = 0; look < 45; look += 1) {
      if (look % 3 === 0) await street.clock.set(street.clock.now() + 1_000);
      dataOf(await street.as('worker W1').census.readDoor({ doorId }));
    }
    const resident = await street.seated('resident A');
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const input = cursor === undefined ? { householdId } : { householdId, cursor };
      const page = dataOf(await resident.audit.aboutMe(input));
      ids.push(...page.looks.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);

    expect(ids).toHaveLength(46);
    expect(new Set(ids).size).toBe(46);
  });
});
