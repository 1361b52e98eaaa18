import { addDays } from '@domain/kernel/calendar';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { visitContract } from '@domain/contract/visit';
import { openRecord } from '@domain/work/sealed-record';
import type { ChangeContext } from '../../../kernel/context';
import { pathOf, placeOfWall } from '../../../records/door-place';
import type { BrokenRecordDocument } from '../../../repositories/documents';
import { findWall } from '../../../repositories/walls';
import { checkPack } from '../hand-over';

type Input = ProcedureParsed<(typeof visitContract)['handInBroken']>;
type Output = ProcedureOutput<(typeof visitContract)['handInBroken']>;

const COLLECTION = 'brokenRecords';
/** Like a form that nobody confirmed. */
const KEPT_DAYS = 60;

/** What a phone could not read any more is opened here and nowhere else, and kept sealed like every other answer. */
export async function handInBroken(context: ChangeContext, { pack, sealed }: Input): Promise<Output> {
  const [unitId = ''] = pack.split('.');
  const wall = await findWall(context.store, unitId);
  if (wall === undefined) throw new Problem('NOT_FOUND');
  // A record of a unit that passed on is taken as well: the pack says that the caller had it.
  context.reaches(placeOfWall(wall));
  checkPack(context, pack, unitId);
  const text = openRecord(sealed, context.keyring.recordSecret());
  if (text === undefined) throw new Problem('VALIDATION', { field: 'sealed' });

  const _id = context.idFor('brokenRecord');
  const document: BrokenRecordDocument = {
    _id,
    ...pathOf({ ...wall, unitId }),
    sealedText: context.keyring.seal('content', { collection: COLLECTION, id: _id, field: 'text' }, text),
    sentBy: context.caller.userId,
    at: context.now,
    purgeOn: addDays(context.today, KEPT_DAYS),
  };
  context.write.insert(COLLECTION, document);
  const { buildingId, gridId, compoundId, communityId } = wall;
  context.record({
    objects: [_id, unitId],
    subjects: [],
    fields: ['text'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { id: _id };
}
