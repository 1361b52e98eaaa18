import type { WallDocument } from '../../cloudfunctions/repositories/documents';
import { refused } from '../cloudfunctions/fixture/street';
import { landlordHome, letDoor, storedTenancy, tenantHome } from '../cloudfunctions/fixture/tenants';
import { openJourney } from './kit/journey';
import { landlordReads, READ_BACK } from './kit/landlord';

const { journey, walk } = openJourney();
const street = () => journey.street;

async function slotAt({ unitId, slot }: { unitId: string; slot: number }) {
  return (await street().stored<WallDocument>('walls', unitId))?.slots[String(slot)];
}

async function atDoor() {
  const { id, buildingId } = letDoor(street());
  const worker = await journey.phone('worker W2');
  journey.forgive(worker, READ_BACK);
  await journey.restart(worker, {
    hash: `/packages/worker/pages/door/door?door=${id}&building=${buildingId}`,
  });
  return worker;
}

describe('J4 the landlord: shown what was asked of the own number, and removing nobody', () => {
  walk(
    'J4.X4 shows D a masked name and days alone; who is not confirmed is counted and flagged',
    async () => {
      await landlordHome(street());
      await tenantHome(street());
      const landlord = await landlordReads(journey);
      const worker = await atDoor();

      await landlord.see('陈*雨');
      const seen = await landlord.text();

      for (const secret of ['陈小雨', '10000000303', '303', '男', '18–59岁']) {
        expect(seen).not.toContain(secret);
      }
      await worker.see('租住：等房东回话，照样算人');
      expect(await slotAt(letDoor(street()))).toMatchObject({ households: 1, people: 1, residents: 1 });
    },
  );

  walk('J4.X4b shows a count alone to whoever holds another number than the one that was named', async () => {
    await landlordHome(street());
    await tenantHome(street());
    const other = await landlordReads(journey, { number: '10000000499' });

    await other.see('这个号和租户写的不一样，网格员会去问一问');

    expect(await other.text()).toContain('有 1 户登记时写您是房东');
    for (const secret of ['陈', '樱花苑', '302']) expect(await other.text()).not.toContain(secret);
  });

  walk('J4.S2b is found by D who registers after C has named D, and answered like any other', async () => {
    const { _id } = await tenantHome(street());
    await landlordHome(street());
    const landlord = await landlordReads(journey);

    await landlord.see('樱花苑');
    await landlord.hold({ large: true });
    await landlord.tap('是我的租户');
    await landlord.see('记下了，谢谢您');
    const said = await landlord.shown.getByText('记下了，谢谢您').boundingBox();
    expect(said?.y).toBeGreaterThan(0);

    expect(await storedTenancy(street(), _id)).toMatchObject({ state: 'confirmed', waitsFor: 'nobody' });
    expect(await street().count('tasks', { kind: 'tenancy', state: 'open' })).toBe(0);
  });

  walk('J4.E3 gives D no way to remove C: only that C has moved out, which a worker looks into', async () => {
    await landlordHome(street());
    const home = await tenantHome(street());
    const landlord = await landlordReads(journey);
    const calls = await street().seated('landlord D');
    const out = { householdId: home._id, version: home.version, on: '2026-03-10' };

    await landlord.see('已经搬走了');
    const words = await landlord.text();
    const removal = await calls.household.moveOut(out);
    await landlord.tap('已经搬走了');
    await landlord.tap('对，搬走了');
    await landlord.see('记下了，网格员会去看一看');
    await landlord.tap('告诉我一声');
    await landlord.tap('允许');
    await landlord.see('好，下一条在微信里也会有');

    expect(words).not.toMatch(/删除|移除|清退/);
    expect(removal).toEqual(refused('NOT_FOUND'));
    expect(await street().stored('households', home._id)).toEqual(home);
    expect(await street().count('tasks', { kind: 'tenancy', state: 'open' })).toBe(1);
    expect(await street().stored('grants', street().userId('landlord D'))).toMatchObject({
      templates: { reviewResult: { granted: 1, sent: 0 } },
    });
  });
});
