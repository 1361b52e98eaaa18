/** Makes and changes the stored household of a door from a form. */
import { formPathOf } from '@domain/census/form-draft';
import type { HouseholdForm } from '@domain/census/household-form';
import type { Channel, VerifyWay } from '@domain/census/codes';
import type { HouseholdKind } from '@domain/census/household';
import { householdKindOf } from '@domain/census/relation';
import { householdRouteKey } from '@domain/area/door-address';
import type { ChangeContext } from '../kernel/context';
import { addressOf, pathOf, type DoorAtWall } from './door-place';
import { withoutOptionalAnswers } from './optional-answers';
import { sealAnswers } from './sealed-answers';
import type { HouseholdDocument } from '../repositories/documents';
import { householdId } from '../repositories/households';

/** How an answer came and who stands behind it. */
export interface AnswerOrigin {
  readonly channel: Channel;
  readonly formVersion: string;
  readonly noticeVersion: string;
  readonly filledBy: string;
  readonly filledOn: string;
  readonly confirmedBy?: string;
  readonly verifyWay?: VerifyWay | undefined;
  readonly accounts: readonly string[];
  readonly formIds: readonly string[];
}

function kindOf(form: HouseholdForm): HouseholdKind {
  return formPathOf(form) === 'vacant' ? 'vacant' : householdKindOf(form.members);
}

function confirmationOf(
  context: ChangeContext,
  { confirmedBy, verifyWay }: AnswerOrigin,
): Pick<HouseholdDocument, 'confirmedBy' | 'confirmedOn' | 'verifyWay'> {
  if (confirmedBy === undefined) return {};
  const way = verifyWay === undefined ? {} : { verifyWay };
  return { confirmedBy, confirmedOn: context.today, ...way };
}

/** A new household with the next number behind its door. */
export function newHousehold(
  context: ChangeContext,
  door: DoorAtWall,
  { form, origin }: { readonly form: HouseholdForm; readonly origin: AnswerOrigin },
): HouseholdDocument {
  const seq = door.stored.lastSeq + 1;
  const _id = householdId(door.doorId, seq);
  return {
    _id,
    version: 1,
    schemaVersion: 1,
    ...pathOf({ ...door.wall, unitId: door.wall._id }),
    doorId: door.doorId,
    slot: door.slot,
    seq,
    routeKey: householdRouteKey(door.stored.routeKey, seq),
    address: addressOf(door),
    state: 'submitted',
    kind: kindOf(form),
    ...sealAnswers(context.keyring, { householdId: _id, former: undefined, today: context.today }, form),
    formVersion: origin.formVersion,
    channel: origin.channel,
    filledBy: origin.filledBy,
    filledOn: origin.filledOn,
    ...confirmationOf(context, origin),
    consent: { noticeVersion: origin.noticeVersion, givenOn: origin.filledOn },
    withdrawn: false,
    accounts: origin.accounts,
    formIds: origin.formIds,
    since: context.today,
    matchState: 'due',
  };
}

/** The same household with new answers; its number, door and accounts stay. */
export function correctedHousehold(
  context: ChangeContext,
  former: HouseholdDocument,
  { form, origin }: { readonly form: HouseholdForm; readonly origin: AnswerOrigin },
): HouseholdDocument {
  return {
    ...withoutOptionalAnswers(former),
    version: former.version + 1,
    kind: kindOf(form),
    ...sealAnswers(context.keyring, { householdId: former._id, former, today: context.today }, form),
    matchState: 'due',
    reached: former.reached ?? { channel: former.channel, on: former.filledOn },
    formVersion: origin.formVersion,
    channel: origin.channel,
    filledBy: origin.filledBy,
    filledOn: origin.filledOn,
    ...confirmationOf(context, origin),
    consent: { noticeVersion: origin.noticeVersion, givenOn: context.today },
    withdrawn: false,
  };
}
