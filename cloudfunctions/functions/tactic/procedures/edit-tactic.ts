import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { tacticContract } from '@domain/contract/tactic';
import { TACTIC_WAYS } from '@domain/work/tactic';
import type { ChangeContext } from '../../../kernel/context';
import type { TacticDocument } from '../../../repositories/documents';
import { findCompound } from '../../../repositories/frame';
import { findTactic, TACTICS } from '../../../repositories/tactics';

type Input = ProcedureParsed<(typeof tacticContract)['editTactic']>;
type Output = ProcedureOutput<(typeof tacticContract)['editTactic']>;

/** The mix as a whole, in the order of the table; what stood before is kept with the event. */
export async function editTactic(context: ChangeContext, input: Input): Promise<Output> {
  const { compoundId, version } = input;
  const compound = await findCompound(context.store, compoundId);
  if (compound === undefined) throw new Problem('NOT_FOUND');
  const { streetId, communityId } = compound;
  context.permit({ streetId, communityId, compoundId });
  const former = await findTactic(context.store, compoundId);
  if ((former?.version ?? 0) !== version) {
    throw new Problem('STALE_VERSION', { version: former?.version ?? 0 });
  }

  const next: TacticDocument = {
    _id: compoundId,
    version: version + 1,
    streetId,
    communityId,
    ways: TACTIC_WAYS.filter((way) => input.ways.includes(way)),
    at: context.now,
    by: context.caller.userId,
  };
  context.write.replace(TACTICS, next);
  context.record({
    objects: [compoundId],
    subjects: [],
    fields: ['ways'],
    place: { compoundId, communityId },
    ...(former === undefined ? {} : { diff: { ways: former.ways } }),
  });
  return { version: next.version };
}
