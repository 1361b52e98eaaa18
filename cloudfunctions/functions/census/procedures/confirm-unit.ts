import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ChangeContext } from '../../../kernel/context';
import { doorAt, doorIdOf, pathOf } from '../../../records/door-place';
import { wantsALook } from '../../../records/doubts';
import type { SubmissionDocument, WallDocument, WallSlot } from '../../../repositories/documents';
import { findSubmission, waitingAtDoors } from '../../../repositories/submissions';
import { findWall } from '../../../repositories/walls';
import { closeForm, confirmForm, tellSender } from '../../../records/confirmation';
import { wallChange, withFormDecided, withHousehold, type SlotChange } from '../../../records/wall-changes';

type Input = ProcedureParsed<(typeof censusContract)['confirmUnit']>;
type Output = ProcedureOutput<(typeof censusContract)['confirmUnit']>;

/** Six operations a form, and the wall and the event: the transaction stays far below the platform's hundred operations. */
const FORMS_A_CALL = 8;

/** One form waits at a door that had no answer before, and nothing about it wants a look. */
function isPlainSlot(slot: WallSlot): boolean {
  return slot.waiting === 1 && slot.lastSeq === 0 && !wantsALook(slot);
}

/** Forms that stand alone at a door without a household and raise no finding; everything else is looked at one by one. */
function isPlain(context: ChangeContext, wall: WallDocument, form: SubmissionDocument): boolean {
  const slot = wall.slots[String(form.slot)];
  const isOthers = form.submittedBy !== context.caller.userId && form.proxy === undefined;
  return slot !== undefined && isPlainSlot(slot) && !form.flagged && isOthers;
}

/** The list was read beside the transaction: each form is read again inside it, and one that is no longer waiting is left. */
async function stillWaiting(context: ChangeContext, ids: readonly string[]): Promise<SubmissionDocument[]> {
  const forms: SubmissionDocument[] = [];
  for (const id of ids) {
    const form = await findSubmission(context.store, id);
    if (form?.state === 'waiting') forms.push(form);
  }
  return forms;
}

export async function confirmUnit(context: ChangeContext, { unitId }: Input): Promise<Output> {
  const wall = await findWall(context.store, unitId);
  if (wall === undefined) throw new Problem('NOT_FOUND');
  context.permit(pathOf({ ...wall, unitId }));
  const slots = Object.entries(wall.slots);
  const plainDoors = slots.filter(([, slot]) => isPlainSlot(slot)).map(([slot]) => doorIdOf(unitId, slot));
  const alone = plainDoors.length === 0 ? [] : await waitingAtDoors(context.store, plainDoors);
  const plain = alone.filter((form) => isPlain(context, wall, form));
  const forms = await stillWaiting(
    context,
    plain.slice(0, FORMS_A_CALL).map(({ _id }) => _id),
  );
  const left = Math.max(0, plain.length - forms.length);
  const flagged = Math.max(0, slots.reduce((sum, [, { waiting }]) => sum + waiting, 0) - plain.length);
  if (forms.length === 0) return { confirmed: 0, left, flagged };

  const changes: SlotChange[] = [];
  const households: string[] = [];
  for (const form of forms) {
    const door = doorAt(wall, form.doorId);
    const household = await confirmForm(context, door, form);
    closeForm(context, form, { state: 'accepted', householdId: household._id });
    tellSender(context, form, 'formConfirmed');
    changes.push({ slot: door.slot, after: withFormDecided(withHousehold(door.stored, household), form) });
    households.push(household._id);
  }
  context.write.patch('walls', unitId, wallChange(changes));
  const { buildingId, gridId, compoundId, communityId } = wall;
  context.record({
    objects: forms.map(({ _id }) => _id),
    subjects: households,
    fields: ['confirm'],
    place: { buildingId, gridId, compoundId, communityId },
    countsMoved: true,
  });
  return { confirmed: forms.length, left, flagged };
}
