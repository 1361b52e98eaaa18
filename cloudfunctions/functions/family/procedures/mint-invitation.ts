import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { familyContract } from '@domain/contract/family';
import type { ChangeContext } from '../../../kernel/context';
import { addressOf, doorAt, pathOf, placeOfWall, plateOf, splitDoorId } from '../../../records/door-place';
import { checkNotOwnDoor } from '../../../records/own-door';
import type { InvitationDocument } from '../../../repositories/documents';
import { findInvitation } from '../../../repositories/invitations';
import { findWall } from '../../../repositories/walls';
import { checkConsent } from '../../../records/form-checks';
import { begun } from '../invitation';

type Input = ProcedureParsed<(typeof familyContract)['mintInvitation']>;
type Output = ProcedureOutput<(typeof familyContract)['mintInvitation']>;

/** The token is made where it is shared and kept nowhere: the cloud knows its keyed digest. */
export async function mintInvitation(context: ChangeContext, input: Input): Promise<Output> {
  const { doorId, token, aloud } = input;
  const unit = splitDoorId(doorId);
  const wall = unit && (await findWall(context.store, unit.unitId));
  if (wall === undefined) throw new Problem('NOT_FOUND');
  const door = doorAt(wall, doorId);
  context.permit(placeOfWall(wall));
  const campaign = await context.campaign();
  if (!campaign.isOpen) throw new Problem('PURPOSE_CLOSED');
  if (aloud !== undefined) checkConsent(campaign, aloud.consent);
  const _id = context.keyring.linkDigest(token);
  if ((await findInvitation(context.store, _id)) !== undefined) throw new Problem('WRONG_STATE');
  await checkNotOwnDoor(context, door);

  const invitation: InvitationDocument = {
    _id,
    version: 1,
    ...pathOf({ ...wall, unitId: wall._id }),
    doorId,
    plate: plateOf(addressOf(door)),
    ...begun(context, aloud),
    issuedBy: context.caller.userId,
    at: context.now,
    draftVersion: 0,
  };
  context.write.insert('invitations', invitation);
  const { buildingId, gridId, compoundId, communityId } = wall;
  context.record({
    objects: [_id, doorId],
    subjects: [],
    fields: aloud === undefined ? ['invitation'] : ['invitation', 'consent'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  const { plate, expiresAt } = invitation;
  return { plate, expiresAt, ...(aloud === undefined ? {} : { invitationId: _id }) };
}
