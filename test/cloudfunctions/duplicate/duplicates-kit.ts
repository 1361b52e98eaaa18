/** One person in two households behind one door: a tenant whom the couple lists as well. */
import type { DuplicateDocument, HouseholdDocument } from '../../../cloudfunctions/repositories/documents';
import { filledMember, type TestStreet } from '../fixture/street';
import { couple, letDoor, moveIn, tenantC, tenantHome } from '../fixture/tenants';

export interface Twice {
  readonly first: HouseholdDocument;
  readonly second: HouseholdDocument;
  readonly duplicate: DuplicateDocument;
}

const C = { gender: 1, name: '陈小雨', hukouHere: false } as const;

/** C lives alone; the couple gives C's number and lists C, who lives with them, they say. */
export async function listedTwice(street: TestStreet): Promise<Twice> {
  const { members, ...rest } = couple();
  const form = {
    ...rest,
    phone: { number: tenantC().phone.number },
    liveCount: 3,
    members: [...members, filledMember({ key: 'cccccccc', relation: 9, ...C })],
  };
  await tenantHome(street);
  await moveIn(street, letDoor(street), {
    by: 'elder M',
    form,
    worker: 'worker W2',
    verdict: 'secondHousehold',
  });
  await street.runTimer('findDuplicates');
  const households = await street.all<HouseholdDocument>('households', { doorId: letDoor(street).id });
  const [first, second] = households.sort((left, right) => left.seq - right.seq);
  const [duplicate] = await street.all<DuplicateDocument>('duplicates', { state: 'open' });
  if (first === undefined || second === undefined || duplicate === undefined) {
    throw new Error('nobody is twice');
  }
  return { first, second, duplicate };
}

/** Which side of the pair a household is. */
export function sideOf({ sides }: DuplicateDocument, { _id }: HouseholdDocument): 'left' | 'right' {
  return sides[0].householdId === _id ? 'left' : 'right';
}
