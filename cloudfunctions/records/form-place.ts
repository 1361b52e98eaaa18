/** Which door a form is for, and by what right it is handed in there. */
import type { Channel } from '@domain/census/codes';
import { readCode, type Carrier } from '@domain/link/scene';
import type { ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ChangeContext } from '../kernel/context';
import { doorAt, splitDoorId, type DoorAtWall } from './door-place';
import { findPresentedLink } from './presented-code';
import { findWall } from '../repositories/walls';

export type FormInput = ProcedureParsed<(typeof censusContract)['submitForm']>;

export interface FormPlace {
  readonly door: DoorAtWall;
  readonly channel: Channel;
  /** True where a valid code or ticket to this door was presented. */
  readonly byLink: boolean;
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

function channelOf({ caller }: ChangeContext, { place, channel }: FormInput): Channel {
  if (caller.role === 'RE') return 'own';
  if (caller.seat !== null) return channelOfStaff(channel);
  if (place.by === 'door') return 'search';
  if (place.by === 'ticket') {
    return channel === 'poster' || channel === 'group' || channel === 'lift' ? channel : 'search';
  }
  const reading = readCode(place.scene);
  const carrier = reading.verdict === 'ok' ? reading.code.carrier : undefined;
  return carrier === undefined ? 'doorCode' : CHANNEL_OF_CARRIER[carrier];
}

async function doorIdOfPlace(context: ChangeContext, place: FormInput['place']): Promise<string> {
  if (place.by === 'scene') return doorOfScene(context, place.scene);
  return place.by === 'ticket' ? doorOfTicket(context, place.ticket) : place.doorId;
}

/** Throws NOT_FOUND, REVOKED_CODE, EXPIRED, or VALIDATION for a channel that is not the sender's to name. */
export async function findFormPlace(context: ChangeContext, input: FormInput): Promise<FormPlace> {
  const doorId = await doorIdOfPlace(context, input.place);
  const unit = splitDoorId(doorId);
  if (unit === undefined) throw new Problem('NOT_FOUND');
  const wall = await findWall(context.store, unit.unitId);
  return {
    door: doorAt(wall, doorId),
    channel: channelOf(context, input),
    byLink: input.place.by !== 'door',
  };
}
