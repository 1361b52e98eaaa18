import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import type { ChangeContext } from '../../../kernel/context';
import { ownVolunteer } from '../own-volunteer';

type Input = ProcedureParsed<(typeof volunteerContract)['allowHonour']>;
type Output = ProcedureOutput<(typeof volunteerContract)['allowHonour']>;

export async function allowHonour(context: ChangeContext, { version, isAllowed }: Input): Promise<Output> {
  const volunteer = await ownVolunteer(context, version);
  // A child's name is read by nobody.
  const mayStand = volunteer.state === 'approved' && volunteer.isAdult;
  if (isAllowed && !mayStand) throw new Problem('WRONG_STATE', { state: volunteer.state });
  context.write.patch('volunteers', volunteer._id, {
    version: version + 1,
    allowsHonour: isAllowed,
    honour: isAllowed ? 'yes' : 'no',
  });
  context.record({
    objects: [volunteer._id],
    subjects: [],
    fields: [isAllowed ? 'honour.yes' : 'honour.no'],
    place: { communityId: volunteer.communityId },
  });
  return { version: version + 1 };
}
