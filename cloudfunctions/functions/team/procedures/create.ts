import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { verdictOfWords } from '@domain/content/held-words';
import type { teamContract } from '@domain/contract/team';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { refuseTraces } from '../../../records/contents';
import { tell } from '../../../records/messages';
import type { TeamDocument } from '../../../repositories/documents';
import { findVolunteer } from '../../../repositories/volunteers';
import { teamPage } from '../../../records/team-page';

type Input = ProcedureParsed<(typeof teamContract)['create']>;
type Output = ProcedureOutput<(typeof teamContract)['create']>;

const HELD = '队名大家都看得到，这几个字不合适，换一个';

/** The name stands on every activity of the team, and nobody releases it. Throws CONTENT_REJECTED. */
function checkName(name: string): void {
  refuseTraces(name);
  if (verdictOfWords(name) !== 'passed') {
    throw new Problem('CONTENT_REJECTED', { field: 'name', sentence: HELD });
  }
}

export async function create(context: ChangeContext, input: Input): Promise<Output> {
  const { name, kind, leaderId } = input;
  const leader = await findVolunteer(context.store, leaderId);
  if (leader === undefined) throw new Problem('NOT_FOUND');
  const { communityId, streetId } = leader;
  context.permit({ communityId, streetId });
  if (leader.state !== 'approved' || !leader.isAdult) {
    throw new Problem('WRONG_STATE', { state: leader.state });
  }
  checkName(name);

  const team: TeamDocument = {
    _id: context.idFor('team'),
    version: 1,
    name,
    kind,
    communityId,
    streetId,
    compoundId: kind === 'compound' ? leader.compoundId : '',
    leaderId,
    members: [leaderId],
    asking: [],
    state: 'active',
    at: context.now,
  };
  context.write.insert('teams', team);
  tell(context, {
    userId: leaderId,
    kind: 'teamAnswered',
    values: { place: name, note: '社区请您当队长' },
    link: teamPage(team._id),
  });
  context.record({ objects: [team._id], subjects: [leaderId], fields: ['team'], place: { communityId } });
  return { teamId: team._id };
}
