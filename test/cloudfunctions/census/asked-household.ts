/** A registered household, and somebody else who fills in its door. */
import type { HouseholdDocument, SubmissionDocument } from '../../../cloudfunctions/repositories/documents';
import { handIn, register } from '../fixture/residents';
import type { PersonCalls, TestStreet } from '../fixture/street';

export interface Asked {
  readonly household: HouseholdDocument;
  readonly form: SubmissionDocument;
  /** The household's own calls. */
  readonly resident: PersonCalls;
}

export async function askedBy(street: TestStreet, by = 'tenant C'): Promise<Asked> {
  const door = street.door('苹果花园 3-2-502');
  const household = await register(street, door);
  const form = await handIn(street, door, { by, form: { headName: '王秀兰' } });
  return { household, form, resident: await street.seated('resident A') };
}
