/** A form filled without network: the door's first answer, or one that waits beside what somebody else said meanwhile. */
import type { HouseholdForm } from '@domain/census/household-form';
import type { OfflineRecord } from '@domain/contract/offline-record';
import type { ChangeContext } from '../../kernel/context';
import type { DoorAtWall } from '../../records/door-place';
import { fileForConfirmation } from '../../records/file-for-confirmation';
import { checkAnswers, checkConsent, needsALook, rulesOf, withOwnReasons } from '../../records/form-checks';
import { receiptOf } from '../../records/receipts';
import { isTaken, saveHousehold } from '../../records/save-household';
import type { Submission } from '../../records/submission';
import { householdId } from '../../repositories/households';
import { tellBoth } from './hand-over';

export type Filing = Extract<OfflineRecord, { kind: 'filing' }>['record'];
export type Correction = Extract<OfflineRecord, { kind: 'correction' }>['record'];

export interface SavedHousehold {
  readonly id: string;
  readonly version: number;
  readonly conflicts: number;
}

async function submissionOf(
  context: ChangeContext,
  door: DoorAtWall,
  { form, consent }: { readonly form: HouseholdForm; readonly consent: Filing['consent'] },
): Promise<Submission> {
  const campaign = await context.campaign();
  checkConsent(campaign, consent);
  const rules = rulesOf(campaign, context.today);
  checkAnswers(form, rules);
  const own = withOwnReasons(form, rules);
  return {
    context,
    input: { place: { by: 'door', doorId: door.doorId }, form: own, consent, channel: 'visit' },
    place: { door, channel: 'visit', byLink: false },
    formVersion: campaign.formVersion,
    receipt: receiptOf(context.keyring, door, context.today),
    wantsALook: needsALook(own, rules),
  };
}

/** undefined: somebody has answered behind the door, and the two forms stand side by side until a person compares them. */
export async function keepFiling(
  context: ChangeContext,
  door: DoorAtWall,
  filing: Filing,
): Promise<SavedHousehold | undefined> {
  const submission = { ...(await submissionOf(context, door, filing)), verifyWay: filing.verifyWay };
  if (await isTaken(context, door)) {
    await fileForConfirmation(submission);
    return undefined;
  }
  await saveHousehold(submission, undefined);
  return { id: householdId(door.doorId, door.stored.lastSeq + 1), version: 1, conflicts: 0 };
}

/** The form waits for the new owner like any other. */
export async function keepHandedForm(
  context: ChangeContext,
  door: DoorAtWall,
  filing: Pick<Filing, 'form' | 'consent'>,
): Promise<void> {
  await fileForConfirmation(await submissionOf(context, door, filing));
  await tellBoth(context, door);
}
