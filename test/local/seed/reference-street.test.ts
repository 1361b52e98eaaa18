import { openSeedVault } from '../../../local/seed/vault';
import { REFERENCE, REFERENCE_DOORS } from '../../../local/seed/settlement';
import { generateStreet } from '../../../local/seed/street';
import type { HouseholdDocument } from '../../../cloudfunctions/repositories/documents';

const TODAY = '2026-03-10';

describe('the reference street', () => {
  const street = generateStreet({ kind: 'full', seed: 'seed', people: true, today: TODAY });
  const { plan, truth } = street;

  it('has exactly the numbers of the mission', () => {
    expect(truth.street).toMatchObject({
      compounds: REFERENCE.compounds,
      buildings: REFERENCE.buildings,
      households: REFERENCE.households,
      people: REFERENCE.people,
      doors: REFERENCE_DOORS,
      vacant: REFERENCE_DOORS - REFERENCE.households,
    });
    expect([plan.workGroups.length, plan.communities.length]).toEqual([7, 21]);
    expect(plan.communities.reduce((sum, { grids }) => sum + grids.length, 0)).toBe(95);
  });

  it('adds up at every level', () => {
    for (const level of [
      truth.workGroups,
      truth.communities,
      truth.compounds,
      truth.grids,
      truth.buildings,
    ]) {
      const areas = [...level.values()];
      expect(areas.reduce((sum, { people }) => sum + people, 0)).toBe(REFERENCE.people);
      expect(areas.reduce((sum, { households }) => sum + households, 0)).toBe(REFERENCE.households);
      expect(areas.reduce((sum, { doors }) => sum + doors, 0)).toBe(REFERENCE_DOORS);
    }
  });

  it('houses one to six people a household, 2.6 on average', () => {
    const sizes = street.units.flatMap(({ doors }) =>
      doors.flatMap(({ fate }) => (fate.kind === 'home' ? [fate.size] : [])),
    );

    expect(new Set(sizes)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeCloseTo(2.605, 3);
  });

  it('gives every place a name of its own, and every building a grid of its community', () => {
    const gridsOf = new Map(plan.communities.map(({ id, grids }) => [id, grids.map((grid) => grid.id)]));

    expect(new Set(plan.compounds.map(({ name }) => name)).size).toBe(plan.compounds.length);
    expect(new Set(plan.communities.map(({ name }) => name)).size).toBe(plan.communities.length);
    expect(
      plan.compounds.flatMap(({ communityId, buildings }) =>
        buildings.filter(({ gridId }) => gridsOf.get(communityId)?.includes(gridId) !== true),
      ),
    ).toEqual([]);
  });

  it('makes its documents while they are read', () => {
    const vault = openSeedVault(Buffer.alloc(32, 7).toString('base64url'), TODAY);
    const households = new Map(street.collections(vault)).get('households') as Iterable<HouseholdDocument>;
    const first: HouseholdDocument[] = [];
    for (const household of households) {
      first.push(household);
      if (first.length === 20) break;
    }

    expect(first.every(({ phones }) => phones[0]?.sealed.startsWith('v1.A1.') === true)).toBe(true);
  });

  it('stands empty where nobody is wanted in it', () => {
    const empty = generateStreet({ kind: 'full', seed: 'seed', today: TODAY });

    expect(empty.truth.street).toMatchObject({ doors: REFERENCE_DOORS, households: 0, people: 0, vacant: 0 });
    expect(empty.plan).toEqual(plan);
  });
});
