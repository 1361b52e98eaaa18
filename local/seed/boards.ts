/** Boards as the roll-up leaves them, made from the truth. */
import type { BoardDocument } from '../../cloudfunctions/repositories/documents';
import type { CommunityPlan, CompoundPlan, StreetPlan } from './street-plan';
import type { Tally, Truth } from './tally';
import { buildingWords } from '@domain/area/door-address';

export function boardDocuments(plan: StreetPlan, truth: Truth, asOf: number): BoardDocument[] {
  const base = { streetId: plan.street.id, asOf, newestEventAt: 0, newestEventId: '' };
  // A fresh wall is of version one.
  const numbers = ({ counts, people, residents, registered, walls }: Tally) => ({
    counts,
    people,
    residents,
    registered,
    wallsVersion: walls,
  });
  const street: BoardDocument = {
    ...base,
    _id: plan.street.id,
    kind: 'street',
    communityId: '',
    name: plan.street.name,
    order: 1,
    ...numbers(truth.street),
    rows: plan.communities.map(({ id, name }) => ({
      id,
      name,
      counts: tallyIn(truth.communities, id).counts,
    })),
  };
  const communityBoard = ({ id, name }: CommunityPlan, index: number): BoardDocument => ({
    ...base,
    _id: id,
    kind: 'community',
    communityId: id,
    name,
    order: index + 1,
    ...numbers(tallyIn(truth.communities, id)),
    rows: plan.compounds
      .filter(({ communityId }) => communityId === id)
      .map((compound) => ({
        id: compound.id,
        name: compound.name,
        counts: tallyIn(truth.compounds, compound.id).counts,
      })),
  });
  const compoundBoard = (
    { id, name, communityId, buildings }: CompoundPlan,
    index: number,
  ): BoardDocument => ({
    ...base,
    _id: id,
    kind: 'compound',
    communityId,
    name,
    order: index + 1,
    ...numbers(tallyIn(truth.compounds, id)),
    rows: buildings.map((building) => ({
      id: building.id,
      name: buildingWords(building.spec.label),
      counts: tallyIn(truth.buildings, building.id).counts,
    })),
  });
  return [street, ...plan.communities.map(communityBoard), ...plan.compounds.map(compoundBoard)];
}

function tallyIn(tallies: ReadonlyMap<string, Tally>, id: string): Tally {
  const found = tallies.get(id);
  if (found === undefined) throw new Error(`no tally of ${id}`);
  return found;
}
