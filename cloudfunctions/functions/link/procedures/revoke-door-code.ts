import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { linkContract } from '@domain/contract/link';
import type { ChangeContext } from '../../../kernel/context';
import { doorAt, pathOf, splitDoorId } from '../../../records/door-place';
import { activeLinks } from '../../../repositories/links';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof linkContract)['revokeDoorCode']>;
type Output = ProcedureOutput<(typeof linkContract)['revokeDoorCode']>;

/** A lost or copied sticker ends; the next printing of the building draws this door a new code. */
export async function revokeDoorCode(context: ChangeContext, { doorId }: Input): Promise<Output> {
  const unit = splitDoorId(doorId);
  const door = doorAt(unit && (await findWall(context.store, unit.unitId)), doorId);
  context.permit(pathOf({ ...door.wall, unitId: door.wall._id }));

  const links = await activeLinks(context.store, [doorId]);
  for (const link of links) context.write.patch('links', link._id, { state: 'revoked' });
  const { buildingId, gridId, compoundId, communityId } = door.wall;
  context.record({
    objects: [doorId],
    subjects: [],
    fields: ['link'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { revoked: links.length };
}
