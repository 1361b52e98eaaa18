/** An answer of the household itself or of staff stands at once: there is nobody left who would have to confirm it. */
import { differingParts, partsOf } from '@domain/census/answer-parts';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext, Happening } from '../kernel/context';
import { pick } from '../kernel/pick';
import { changeSaid } from './change-said';
import { answersAsKept, openAnswers } from './sealed-answers';
import type { HouseholdDocument } from '../repositories/documents';
import { findHousehold, householdsOfDoor } from '../repositories/households';
import type { DoorAtWall } from './door-place';
import { settleDoubt } from './doubts';
import { correctedHousehold, newHousehold, type AnswerOrigin } from './household-draft';
import { differingFields } from './household-history';
import { endRegistrations, membersUnlinked } from './registrations';
import { declareTenancy } from './tenancies';
import { areaOf, consentFor, type Submission } from './submission';
import { stampOfCaller, stampsAfter } from './stamps';
import { withAnswer } from './visits';
import { countsAlike, wallChange, withCorrection, withHousehold } from './wall-changes';

function originOf({ context, input, place, formVersion, verifyWay }: Submission): AnswerOrigin {
  const { userId, role } = context.caller;
  return {
    channel: role === 'RE' ? 'own' : place.channel,
    formVersion,
    noticeVersion: input.consent.noticeVersion,
    filledBy: userId,
    filledOn: context.today,
    ...(role === 'RE' ? {} : { confirmedBy: userId, verifyWay }),
    accounts: [],
    formIds: [],
  };
}

async function openDoor(submission: Submission): Promise<void> {
  const { context, input, place } = submission;
  const { door } = place;
  const household = newHousehold(context, door, { form: input.form, origin: originOf(submission) });
  context.write.insert('households', household);
  const answered = await withAnswer(context, door, withHousehold(door.stored, household));
  // Whoever writes it down has spoken to them.
  const after = await settleDoubt(context, door, { after: answered, state: 'done' });
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  context.write.insert('consents', consentFor(submission, household._id, household._id));
  await declareTenancy(context, { household, door });
  context.record({
    // The household says behind which door it lives.
    objects: [household._id],
    subjects: [household._id],
    fields: ['form'],
    place: areaOf(place),
    countsMoved: true,
  });
}

/** The wall keeps households and people for the boards above it: a correction that moves neither leaves it alone. */
function moveSlot(
  context: ChangeContext,
  { wall, slot, stored }: DoorAtWall,
  { before, after }: Pick<Corrected, 'before' | 'after'>,
): void {
  const isSame = before.kind === after.kind && countsAlike(before.members, after.members);
  if (isSame) return;
  const change = wallChange([{ slot, after: withCorrection(stored, before, after) }]);
  context.write.patch('walls', wall._id, change);
}

export interface Corrected {
  readonly door: DoorAtWall;
  readonly before: HouseholdDocument;
  readonly after: HouseholdDocument;
  /** What of it was said otherwise. */
  readonly parts: readonly string[];
}

/** A tenancy that the form no longer asks for goes with the answer that asked. */
function isTenancyNew({ before, after, parts }: Corrected): boolean {
  return parts.includes('tenancy') || (before.tenancy === undefined) !== (after.tenancy === undefined);
}

/** Every correction ends here, wherever it was made: the answers, the wall, links between doors, and whom the household rents from. */
export async function writeCorrected(context: ChangeContext, corrected: Corrected): Promise<void> {
  const { door, before, after } = corrected;
  context.write.replace('households', after);
  moveSlot(context, door, corrected);
  await endRegistrations(context, membersUnlinked(before.members, after.members));
  if (isTenancyNew(corrected)) await declareTenancy(context, { household: after, door });
}

/** Throws FORBIDDEN for the own household, WRONG_STATE after a withdrawal, which only the household ends. */
export function checkCorrector({ caller }: ChangeContext, former: HouseholdDocument): void {
  const { role, userId } = caller;
  if (role !== 'RE' && former.accounts.includes(userId)) throw new Problem('FORBIDDEN');
  if (role !== 'RE' && former.withdrawn) throw new Problem('WRONG_STATE');
  if (former.state === 'closed') throw new Problem('WRONG_STATE', { state: former.state });
}

/** Throws STALE_VERSION besides. */
function checkCorrection({ context, input }: Submission, former: HouseholdDocument): void {
  checkCorrector(context, former);
  if (input.baseVersion !== former.version) throw new Problem('STALE_VERSION', { version: former.version });
}

/** A household that does not say why its answers change needs no reason; staff has one. */
function changeIn({ context, input }: Submission): Pick<Happening, 'change'> {
  const isOwn = context.caller.role === 'RE' && input.change === undefined;
  return isOwn ? {} : { change: changeSaid(context, input.change) };
}

async function correct(submission: Submission, former: HouseholdDocument): Promise<void> {
  const { context, input, place } = submission;
  checkCorrection(submission, former);
  const origin = originOf(submission);
  const corrected = correctedHousehold(context, former, { form: input.form, origin });
  const before = openAnswers(context.keyring, former);
  const after = answersAsKept(context.keyring, corrected, input.form);
  const fields = differingFields(before, after);
  const isConsentNew = former.withdrawn || former.consent.noticeVersion !== input.consent.noticeVersion;
  // The same answers again: nothing is written, nothing is recorded, and the receipt is the day's.
  if (fields.length === 0 && !isConsentNew) return;

  const parts = differingParts(partsOf(before), partsOf(after));
  const stamps = stampsAfter(former, parts, stampOfCaller(context, former, origin.channel));
  const stored: HouseholdDocument = { ...corrected, stamps };
  await writeCorrected(context, { door: place.door, before: former, after: stored, parts });
  if (isConsentNew) {
    context.write.insert('consents', consentFor(submission, former._id, former._id));
  }
  context.record({
    objects: [former._id],
    subjects: [former._id],
    fields: isConsentNew ? [...fields, 'consent'] : fields,
    place: areaOf(place),
    diff: pick(before, fields),
    ...changeIn(submission),
    countsMoved: true,
  });
}

/**
 * The household an answer is about: a resident's own, or the one that staff names. Throws NOT_FOUND, VALIDATION where staff
 * does not say from which version, WRONG_STATE where staff names none and somebody has answered behind the door.
 */
export async function findCorrected({
  context,
  input,
  place,
}: Pick<Submission, 'context' | 'input' | 'place'>): Promise<HouseholdDocument | undefined> {
  const own = context.caller.seat?.scope.householdId;
  const named = own ?? input.householdId;
  if (named === undefined) return undefined;
  const household = await findHousehold(context.store, named);
  // A household moves by another act: it must live behind this door.
  if (household?.doorId !== place.door.doorId) throw new Problem('NOT_FOUND');
  if (own === undefined && input.baseVersion === undefined) {
    throw new Problem('VALIDATION', { field: 'baseVersion' });
  }
  return household;
}

/** Somebody has answered behind the door and has not moved out since. */
export async function isTaken(context: ChangeContext, { doorId, stored }: DoorAtWall): Promise<boolean> {
  if (stored.lastSeq === 0 || stored.households > 0) return stored.households > 0;
  const all = await householdsOfDoor(context.store, doorId);
  return all.some(({ state }) => state !== 'closed');
}

export async function saveHousehold(
  submission: Submission,
  former: HouseholdDocument | undefined,
): Promise<void> {
  if (former !== undefined) {
    await correct(submission, former);
    return;
  }
  const { households } = submission.place.door.stored;
  if (await isTaken(submission.context, submission.place.door)) {
    throw new Problem('WRONG_STATE', { households });
  }
  await openDoor(submission);
}
