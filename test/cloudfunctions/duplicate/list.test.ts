import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { listedTwice } from './duplicates-kit';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list records that may be one person', () => {
  it('is refused to residents, heads and volunteers', async () => {
    for (const person of ['outsider X', 'head H3', 'volunteer V1', 'auditor Q']) {
      expect(await street.as(person).duplicate.list({ state: 'open' })).toEqual(refused('FORBIDDEN'));
    }
  });

  it('shows both sides masked to their worker, and nothing to another grid', async () => {
    const { duplicate } = await listedTwice(street);

    const { pairs } = dataOf(await street.as('worker W2').duplicate.list({ state: 'open' }));

    expect(pairs.map(({ id, version, state }) => [id, version, state])).toEqual([[duplicate._id, 1, 'open']]);
    const sides = [pairs[0]?.left, pairs[0]?.right];
    expect(sides.map((side) => [side?.name, side?.phone, side?.isElsewhere])).toEqual([
      ['陈*雨', '100****0303', false],
      ['陈*雨', '100****0303', false],
    ]);
    expect(dataOf(await street.as('leader GL1').duplicate.list({ state: 'open' })).pairs).toEqual([]);
    expect(dataOf(await street.as('office ADM').duplicate.list({ state: 'open' })).pairs).toHaveLength(1);
    expect(await street.count('audit', { 'audit.action': 'duplicate.list' })).toBe(2);
  });

  it('lists what was decided apart', async () => {
    const { duplicate } = await listedTwice(street);
    const worker = street.as('worker W2').duplicate;
    dataOf(await worker.decide({ duplicateId: duplicate._id, version: 1, verdict: 'different' }));

    expect(dataOf(await worker.list({ state: 'open' })).pairs).toEqual([]);
    expect(dataOf(await worker.list({ state: 'different' })).pairs.map(({ id }) => id)).toEqual([
      duplicate._id,
    ]);
  });
});
