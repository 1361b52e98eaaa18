import type { PhoneDriver } from '../browser/phone';
import { register } from '../cloudfunctions/fixture/residents';
import type { Door } from '../cloudfunctions/fixture/street';
import { openJourney } from './kit/journey';
import { correct, handedIn, morning, openDoor, storedUnder, tile, toWall } from './kit/stairwell';

const { journey, walk } = openJourney({ patienceMs: 120_000 });
const door = (): Door => journey.street.door('苹果花园 3-2-601');

/** W1 stands at 601, which has answered. */
async function atDoor(network: 'online' | 'offline'): Promise<PhoneDriver> {
  await register(journey.street, door());
  const w1 = await morning(journey, 'worker W1');
  await w1.network(network);
  await toWall(w1);
  await openDoor(w1, '2单元', '601');
  await w1.see('自家住');
  return w1;
}

async function openForm(w1: PhoneDriver): Promise<void> {
  await w1.tap('他家有变动，改一改');
  await w1.tap(tile('更正'));
  await w1.tap('他同意，开始填');
  await w1.see('这套房子现在是');
}

describe('J5 a correction at a door', () => {
  walk('J5 shows at once without a network, marked, and plainly once the cloud has it', async () => {
    const w1 = await atDoor('offline');
    await correct(w1, '亲友借住');

    await w1.see('亲友借住');
    await w1.see('还没交');
    expect(await w1.text()).not.toContain('自家住');

    // Thought better of it in the same basement: the second word takes the place of the first.
    await correct(w1, '出租房');
    await w1.network('online');
    await handedIn(w1);
    await w1.see('出租房');
    expect(await w1.text()).not.toMatch(/还没交|自家住|亲友借住|两种说法/);
    const told = (await journey.street.events()).filter(({ device }) => device !== undefined);
    expect(told.map(({ paradata }) => paradata?.edits)).toEqual([2, 2]);
    for (const { paradata } of told) expect(paradata?.seconds).toBeLessThan(600);
  });

  walk('J5 shows at once with a network, and the next one starts from it', async () => {
    const w1 = await atDoor('online');
    await correct(w1, '亲友借住');
    await handedIn(w1);

    await w1.see('亲友借住');
    expect(await w1.text()).not.toMatch(/还没交|自家住/);

    await correct(w1, '自家住');
    await handedIn(w1);
    await w1.see('自家住');
    expect(await w1.text()).not.toMatch(/两种说法|亲友借住/);
  });

  walk('J5 leaves nothing behind where the worker only looked, and keeps what was changed', async () => {
    const w1 = await atDoor('offline');
    await openForm(w1);
    await w1.back();
    expect(await storedUnder(w1, 'draft')).toEqual([]);

    await openForm(w1);
    await w1.tap(tile('亲友借住'));
    await w1.back();
    expect(await storedUnder(w1, 'draft')).toHaveLength(2);
  });
});
