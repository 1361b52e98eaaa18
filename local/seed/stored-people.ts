/** Registered households, waiting forms and consents, made with the product's own sealing. */
import { createHmac } from 'node:crypto';
import { householdRouteKey } from '@domain/area/door-address';
import type { HouseholdForm } from '@domain/census/household-form';
import type { Channel } from '@domain/census/codes';
import { receiptCode } from '@domain/census/receipt';
import { householdKindOf } from '@domain/census/relation';
import { addDays, startOfDay } from '@domain/kernel/calendar';
import type { Day } from '@domain/kernel/day';
import { pathOf, plateOf } from '../../cloudfunctions/records/door-place';
import { sealAnswers } from '../../cloudfunctions/records/sealed-answers';
import { sealForm } from '../../cloudfunctions/records/sealed-form';
import type {
  ConsentDocument,
  HouseholdDocument,
  SubmissionDocument,
} from '../../cloudfunctions/repositories/documents';
import { householdId } from '../../cloudfunctions/repositories/households';
import type { Keyring } from '../../cloudfunctions/vault/keys';
import type { PlannedDoor } from './frame-documents';
import { FORM_VERSION, NOTICE_VERSION } from './settings';
import { placeId } from './street-plan';

/** How an answer came in. */
export interface Arrival {
  readonly seed: string;
  readonly keyring: Keyring;
  readonly channel: Channel;
  readonly day: Day;
  readonly confirmedBy: string;
}

type Named = Pick<PlannedDoor, 'name'>;

const KEPT_DAYS = 60;
const MORNING_MS = 10 * 3_600_000;

/** The first household behind a door. */
export function householdIdOf({ document }: PlannedDoor): string {
  return householdId(document._id, 1);
}

export function submissionIdOf(seed: string, { name }: Named): string {
  return placeId(seed, 'submission', name);
}

/** The account of somebody who filled a form before the story begins; nobody can sign in with it. */
function earlierAccount({ seed, keyring }: Arrival, { name }: Named): string {
  return keyring.actorOf(`earlier-${placeId(seed, 'filler', name)}`);
}

export function householdDocument(
  door: PlannedDoor,
  form: HouseholdForm,
  arrival: Arrival,
): HouseholdDocument {
  const { keyring, day } = arrival;
  const { document, address } = door;
  const _id = householdIdOf(door);
  const account = earlierAccount(arrival, door);
  return {
    ...pathOf(document),
    _id,
    version: 1,
    schemaVersion: 1,
    doorId: document._id,
    slot: document.slot,
    seq: 1,
    routeKey: householdRouteKey(document.routeKey, 1),
    address,
    state: 'submitted',
    kind: householdKindOf(form.members),
    ...sealAnswers(keyring, { householdId: _id, former: undefined }, form),
    formVersion: FORM_VERSION,
    channel: arrival.channel,
    filledBy: account,
    filledOn: day,
    confirmedBy: arrival.confirmedBy,
    confirmedOn: addDays(day, 1),
    consent: { noticeVersion: NOTICE_VERSION, givenOn: day },
    withdrawn: false,
    accounts: [account],
    formIds: [],
  };
}

export function consentDocument(door: PlannedDoor, guardian: boolean, arrival: Arrival): ConsentDocument {
  const household = householdIdOf(door);
  return {
    _id: placeId(arrival.seed, 'consent', household),
    subject: household,
    householdId: household,
    purpose: 'census',
    noticeVersion: NOTICE_VERSION,
    channel: 'self',
    guardian,
    at: startOfDay(arrival.day) + MORNING_MS,
  };
}

function receiptMac(keyring: Keyring, door: PlannedDoor, message: Uint8Array): Buffer {
  return createHmac('sha256', keyring.receiptKey(door.document.gridId)).update(message).digest();
}

export function submissionDocument(
  door: PlannedDoor,
  { form, isFlagged, isBeside }: { form: HouseholdForm; isFlagged: boolean; isBeside: boolean },
  arrival: Arrival,
): SubmissionDocument {
  const { keyring, seed, day } = arrival;
  const { document, address } = door;
  const _id = submissionIdOf(seed, door);
  return {
    ...pathOf(document),
    _id,
    version: 1,
    doorId: document._id,
    slot: document.slot,
    room: document.room,
    plate: plateOf(address),
    sealedForm: sealForm(keyring, _id, form),
    flagged: isFlagged,
    ...(isBeside ? { beside: true } : {}),
    state: 'waiting',
    receiptCode: receiptCode((message) => receiptMac(keyring, door, message), document._id, day),
    receiptDay: day,
    channel: arrival.channel,
    noticeVersion: NOTICE_VERSION,
    formVersion: FORM_VERSION,
    submittedBy: earlierAccount(arrival, door),
    opId: placeId(seed, 'operation', door.name),
    at: startOfDay(day) + MORNING_MS,
    purgeOn: addDays(day, KEPT_DAYS),
  };
}
