import { plateWords } from '@domain/area/plate';
import { VERIFY_WAYS, type VerifyWay } from '@domain/census/codes';
import type { HouseholdForm } from '@domain/census/household-form';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import { namesForbiddenKind } from '@domain/register/forbidden-words';
import type { ChangeContext } from '../../../kernel/context';
import { checkWaiting, closeForm, confirmProxyForm } from '../../../records/confirmation';
import { doorAt, pathOf, placeOfWall, type DoorAtWall } from '../../../records/door-place';
import { settleDoubt } from '../../../records/doubts';
import { closeJoinTask } from '../../../records/join-requests';
import { checkAnswers, rulesOf, withOwnReasons } from '../../../records/form-checks';
import { pick } from '../../../kernel/pick';
import { tell } from '../../../records/messages';
import { checkNotOwnDoor } from '../../../records/own-door';
import { openSubmission } from '../../../records/sealed-form';
import {
  isLocked,
  isSpokenCode,
  linkToInvitation,
  openSpokenCode,
  triesLeft,
} from '../../../records/spoken-code';
import { wallChange, withFormDecided, withHousehold } from '../../../records/wall-changes';
import type { ProxyPart, SubmissionDocument } from '../../../repositories/documents';
import { findSubmission } from '../../../repositories/submissions';
import { findWall } from '../../../repositories/walls';
import { correctedForm, keepBoth } from '../corrections-at-door';

type Input = ProcedureParsed<(typeof censusContract)['confirmProxy']>;
type Output = ProcedureOutput<(typeof censusContract)['confirmProxy']>;

const REASON_LENGTH_MIN = 4;

/** A form that waits for the word of the household, at its door. */
interface Case {
  readonly context: ChangeContext;
  readonly input: Input;
  readonly door: DoorAtWall;
  readonly form: SubmissionDocument;
  readonly proxy: ProxyPart;
}

/** Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, or WRONG_STATE, also for a form that nobody filled for others. */
async function findCase(context: ChangeContext, input: Input): Promise<Case> {
  const form = await findSubmission(context.store, input.formId);
  if (form === undefined) throw new Problem('NOT_FOUND');
  const wall = await findWall(context.store, form.unitId);
  context.permit(wall === undefined ? pathOf(form) : placeOfWall(wall));
  checkWaiting(context, form, input.version);
  const { proxy } = form;
  if (proxy === undefined) throw new Problem('WRONG_STATE');
  const door = doorAt(wall, form.doorId);
  await checkNotOwnDoor(context, door);
  return { context, input, door, form, proxy };
}

function areaOf({ buildingId, gridId, compoundId, communityId }: SubmissionDocument) {
  return { buildingId, gridId, compoundId, communityId };
}

/** Counted in the form's own document, so that no number of workers at once has a fourth try. */
function countWrong({ context, door, form, proxy }: Case): Output {
  const after = { ...proxy, tries: proxy.tries + 1 };
  context.write.patch('submissions', form._id, { proxy: after });
  context.record({
    objects: [form._id, form.doorId],
    subjects: [],
    fields: ['wrongCode'],
    place: areaOf(form),
  });
  const outcome = isLocked(after) ? 'locked' : 'wrongCode';
  return { outcome, triesLeft: triesLeft(after), state: door.stored.state };
}

/** Face to face only once the code is locked, and never without a reason. */
function checkFace({ input: { reason = '' }, proxy }: Case): void {
  if (!isLocked(proxy)) throw new Problem('WRONG_STATE', { triesLeft: triesLeft(proxy) });
  if (reason.trim().length < REASON_LENGTH_MIN) throw new Problem('REASON_REQUIRED');
  if (namesForbiddenKind(reason)) throw new Problem('CONTENT_REJECTED');
}

/** The filler's answers with what was said at the door. Throws VALIDATION or CONTENT_REJECTED. */
async function answersSaid({ context, input }: Case, filled: HouseholdForm): Promise<HouseholdForm> {
  const rules = { ...rulesOf(await context.campaign(), context.today), asksHelper: true };
  const said = correctedForm(context, filled, input.corrections);
  checkAnswers(said, rules);
  return withOwnReasons(said, rules);
}

/** The filler hears that it is done; the household gets the filler's own receipt, written on a slip. */
async function confirm(at: Case, verifyWay: VerifyWay): Promise<Output> {
  const { context, input, door, form } = at;
  const isSecond = door.stored.households > 0;
  if (isSecond !== (input.verdict === 'secondHousehold')) {
    throw new Problem('WRONG_STATE', { households: door.stored.households });
  }
  const filled = openSubmission(context.keyring, form);
  const corrected = await answersSaid(at, filled);
  const household = await confirmProxyForm(context, door, { submission: form, form: corrected, verifyWay });
  if (isSecond && household.kind === 'vacant') throw new Problem('WRONG_STATE', { kind: household.kind });
  const fields = keepBoth(context, household, { form, filled, corrected });
  closeForm(context, form, { state: 'accepted', householdId: household._id });
  await closeJoinTask(context, form);
  // The household itself has spoken, at its door.
  const filed = withHousehold(door.stored, household);
  const known = isSecond ? filed : await settleDoubt(context, door, { after: filed, state: 'done' });
  const after = withFormDecided(known, form);
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  const place = plateWords(form.plate);
  const link = linkToInvitation(at.proxy.invitationId);
  tell(context, { userId: form.submittedBy, kind: 'proxyConfirmed', values: { place }, link });
  context.record({
    objects: [form._id, household._id],
    subjects: [household._id],
    fields: [input.proof.by === 'code' ? 'spokenCode' : 'face', ...fields],
    place: areaOf(form),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    ...(fields.length === 0 ? {} : { diff: pick(filled, fields) }),
    countsMoved: true,
  });
  const receipt = { code: form.receiptCode, day: form.receiptDay, plate: form.plate };
  return { outcome: 'confirmed', triesLeft: triesLeft(at.proxy), state: after.state, receipt };
}

/**
 * A wrong code is an answer and not a refusal: it is counted, and the same operation asked again counts once. Once three were
 * wrong the right one is of no more use.
 */
export async function confirmProxy(context: ChangeContext, input: Input): Promise<Output> {
  const at = await findCase(context, input);
  const { door, form, proxy } = at;
  if (input.proof.by === 'face') {
    checkFace(at);
    return confirm(at, VERIFY_WAYS.visit);
  }
  if (isLocked(proxy)) return { outcome: 'locked', triesLeft: 0, state: door.stored.state };
  const isRight = isSpokenCode(openSpokenCode(context.keyring, form._id, proxy), input.proof.code);
  return isRight ? confirm(at, VERIFY_WAYS.spokenCode) : countWrong(at);
}
