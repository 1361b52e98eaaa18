/** An answer of the household itself or of staff stands at once: there is nobody left who would have to confirm it. */
import { Problem } from '@domain/kernel/problem';
import { increase } from '../../kernel/store';
import { answersAsKept, openAnswers } from '../../records/sealed-answers';
import type { HouseholdDocument } from '../../repositories/documents';
import { findHousehold, householdId } from '../../repositories/households';
import { correctedHousehold, newHousehold, type AnswerOrigin } from './household-draft';
import { differingFields, pick } from './household-history';
import { areaOf, consentFor, type Submission } from './submission';
import { wallChange, withHousehold } from './wall-changes';

function originOf({ context, input, place, formVersion }: Submission): AnswerOrigin {
  const { userId, role } = context.caller;
  return {
    channel: role === 'RE' ? 'own' : place.channel,
    formVersion,
    noticeVersion: input.consent.noticeVersion,
    filledBy: userId,
    filledOn: context.today,
    ...(role === 'RE' ? {} : { confirmedBy: userId }),
    accounts: [],
  };
}

function openDoor(submission: Submission): void {
  const { context, input, place } = submission;
  const { door } = place;
  const household = newHousehold(context, door, { form: input.form, origin: originOf(submission) });
  context.write.insert('households', household);
  const after = withHousehold(door.stored, household);
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  context.record({
    objects: [household._id, door.doorId],
    subjects: [household._id],
    fields: Object.keys(input.form).sort(),
    place: areaOf(place),
    countsMoved: true,
  });
}

/** The wall keeps the number of people for the boards above it. */
function movePeople({ context, place }: Submission, by: number): void {
  const { wall, slot } = place.door;
  context.write.patch('walls', wall._id, { [`slots.${slot}.people`]: increase(by), version: increase(1) });
}

function correct(submission: Submission, former: HouseholdDocument): void {
  const { context, input, place } = submission;
  if (input.baseVersion !== former.version) throw new Problem('STALE_VERSION', { version: former.version });
  const corrected = correctedHousehold(context, former, { form: input.form, origin: originOf(submission) });
  const before = openAnswers(context.keyring, former);
  const after = answersAsKept(context.keyring, corrected, input.form);
  const fields = differingFields(before, after);
  const isConsentNew = former.withdrawn || former.consent.noticeVersion !== input.consent.noticeVersion;
  // The same answers again: nothing is written, nothing is recorded, and the receipt is the day's.
  if (fields.length === 0 && !isConsentNew) return;

  context.write.replace('households', corrected);
  if (corrected.members.length !== former.members.length) {
    movePeople(submission, corrected.members.length - former.members.length);
  }
  if (isConsentNew) {
    context.write.insert('consents', consentFor(submission, former._id, former._id));
  }
  context.record({
    objects: [former._id, former.doorId],
    subjects: [former._id],
    fields: isConsentNew ? [...fields, 'consent'] : fields,
    place: areaOf(place),
    diff: pick(before, fields),
    countsMoved: true,
  });
}

/** The household an answer is about: the caller's own, or the first behind the door. */
export async function findCorrected({ context, place }: Submission): Promise<HouseholdDocument | undefined> {
  const own = context.caller.seat?.scope.householdId;
  if (own !== undefined) return findHousehold(context.store, own);
  if (place.door.stored.lastSeq === 0) return undefined;
  return findHousehold(context.store, householdId(place.door.doorId, 1));
}

export function saveHousehold(submission: Submission, former: HouseholdDocument | undefined): void {
  if (former === undefined) openDoor(submission);
  else correct(submission, former);
}
