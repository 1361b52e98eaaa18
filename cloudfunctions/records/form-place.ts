/** Which door a form is for, and by what right it is handed in there. */
import type { Channel } from '@domain/census/codes';
import type { HouseholdForm } from '@domain/census/household-form';
import { readCode, type Carrier } from '@domain/link/scene';
import type { ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ChangeContext } from '../kernel/context';
import { doorAt, splitDoorId, type DoorAtWall } from './door-place';
import { openOwnForm } from './own-forms';
import { findPresentedLink } from './presented-code';
import type { InvitationDocument, SubmissionDocument } from '../repositories/documents';
import { findInvitation } from '../repositories/invitations';
import { findSubmission } from '../repositories/submissions';
import { findWall } from '../repositories/walls';

export type FormInput = ProcedureParsed<(typeof censusContract)['submitForm']>;

export interface FormPlace {
  readonly door: DoorAtWall;
  readonly channel: Channel;
  /** True where a valid code or ticket to this door was presented. */
  readonly byLink: boolean;
  /** The sender's own, where the form is filled for the household. */
  readonly invitation?: InvitationDocument;
  /** The sender's own form that still waits and is changed, with its answers. */
  readonly changed?: ChangedForm;
}

export interface ChangedForm {
  readonly form: SubmissionDocument;
  readonly answers: HouseholdForm;
}

/** The invitation by which a form is, or was, filled for others; undefined for one's own. */
export function invitationIdOf({ invitation, changed }: FormPlace): string | undefined {
  return invitation?._id ?? changed?.form.proxy?.invitationId;
}

const CHANNEL_OF_CARRIER: Readonly<Record<Carrier, Channel>> = {
  d: 'doorCode',
  p: 'poster',
  l: 'lift',
  g: 'group',
  t: 'paper',
};

/** Throws NOT_FOUND (and counts a wrong token) or REVOKED_CODE. A building's or compound's code is no door's. */
async function doorOfScene(context: ChangeContext, scene: string): Promise<string> {
  const link = await findPresentedLink(context, scene);
  if (link.state === 'revoked') throw new Problem('REVOKED_CODE');
  if (link.kind !== 'H') throw new Problem('NOT_FOUND');
  return link.targetId;
}

function doorOfTicket(context: ChangeContext, ticket: string): string {
  const reading = context.keyring.readTicket(ticket, context.now);
  if (reading === 'expired') throw new Problem('EXPIRED');
  if (reading === undefined) throw new Problem('NOT_FOUND');
  return reading.doorId;
}

const STAFF_CHANNELS: readonly Channel[] = ['visit', 'phone', 'paper'];

/** Throws VALIDATION: staff goes there, calls, or types in a sheet. */
function channelOfStaff(channel: Channel = 'visit'): Channel {
  if (!STAFF_CHANNELS.includes(channel)) throw new Problem('VALIDATION', { field: 'channel' });
  return channel;
}

/** A ticket does not say how its bearer came to the door: a poster, a card or the lift may have led there. */
function channelOfTicket(channel: Channel | undefined): Channel {
  return channel === 'poster' || channel === 'group' || channel === 'lift' ? channel : 'search';
}

function channelOfScene(scene: string): Channel {
  const reading = readCode(scene);
  const carrier = reading.verdict === 'ok' ? reading.code.carrier : undefined;
  return carrier === undefined ? 'doorCode' : CHANNEL_OF_CARRIER[carrier];
}

function channelOf({ caller }: ChangeContext, { place, channel }: FormInput): Channel {
  if (caller.role === 'RE') return 'own';
  if (caller.seat !== null) return channelOfStaff(channel);
  if (place.by === 'scene') return channelOfScene(place.scene);
  if (place.by === 'ticket') return channelOfTicket(channel);
  return place.by === 'invitation' ? 'family' : 'search';
}

/**
 * Throws NOT_FOUND for somebody else's, WRONG_STATE once its form was handed in, and EXPIRED after the quarter of an hour of one
 * that is filled on a household's word. Nobody fills for others in a seat.
 */
async function ownInvitation({ caller, now, store }: ChangeContext, id: string): Promise<InvitationDocument> {
  const invitation = await findInvitation(store, id);
  if (invitation?.acceptedBy !== caller.userId || caller.seat !== null) throw new Problem('NOT_FOUND');
  if (invitation.state !== 'filling') throw new Problem('WRONG_STATE', { state: invitation.state });
  if (invitation.fillRole !== undefined && now >= invitation.expiresAt) throw new Problem('EXPIRED');
  return invitation;
}

/** Throws NOT_FOUND, STALE_VERSION or WRONG_STATE. */
async function ownForm(context: ChangeContext, id: string): Promise<ChangedForm> {
  const form = await findSubmission(context.store, id);
  if (form === undefined) throw new Problem('NOT_FOUND');
  return { form, answers: openOwnForm(context, form) };
}

type PlaceFound = Pick<FormPlace, 'invitation' | 'changed'> & { readonly doorId: string };

async function resolvePlace(context: ChangeContext, place: FormInput['place']): Promise<PlaceFound> {
  if (place.by === 'scene') return { doorId: await doorOfScene(context, place.scene) };
  if (place.by === 'ticket') return { doorId: doorOfTicket(context, place.ticket) };
  if (place.by === 'door') return { doorId: place.doorId };
  if (place.by === 'form') {
    const changed = await ownForm(context, place.formId);
    return { doorId: changed.form.doorId, changed };
  }
  const invitation = await ownInvitation(context, place.invitationId);
  return { doorId: invitation.doorId, invitation };
}

/** Throws NOT_FOUND, REVOKED_CODE, EXPIRED, WRONG_STATE, STALE_VERSION, or VALIDATION for a channel that is not the sender's to name. */
export async function findFormPlace(context: ChangeContext, input: FormInput): Promise<FormPlace> {
  const { doorId, ...found } = await resolvePlace(context, input.place);
  const unit = splitDoorId(doorId);
  if (unit === undefined) throw new Problem('NOT_FOUND');
  const wall = await findWall(context.store, unit.unitId);
  return {
    door: doorAt(wall, doorId),
    // A form that is changed came as it first did.
    channel: found.changed?.form.channel ?? channelOf(context, input),
    byLink: input.place.by !== 'door',
    ...found,
  };
}
