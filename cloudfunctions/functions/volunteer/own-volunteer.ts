import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import type { VolunteerDocument } from '../../repositories/documents';
import { findVolunteer } from '../../repositories/volunteers';

/** The caller as a volunteer, in the version that was seen. Throws NOT_FOUND, STALE_VERSION. */
export async function ownVolunteer(context: ChangeContext, version: number): Promise<VolunteerDocument> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const volunteer = await findVolunteer(context.store, userId);
  if (volunteer === undefined) throw new Problem('NOT_FOUND');
  if (volunteer.version !== version) throw new Problem('STALE_VERSION', { version: volunteer.version });
  return volunteer;
}
