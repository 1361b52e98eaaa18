/** Service hours, in the transaction of what proves them. */
import type { HoursSource } from '@domain/volunteer/service-hours';
import type { ChangeContext } from '../kernel/context';
import type { HoursDocument, TeamDocument, VolunteerDocument } from '../repositories/documents';
import { hoursId } from '../repositories/hours';
import type { Keyring } from '../vault/keys';
import { findVolunteer } from '../repositories/volunteers';

export interface Service {
  readonly volunteerId: string;
  readonly source: HoursSource;
  readonly sourceId: string;
  readonly minutes: number;
  /** Who vouches for it on the other side. Where that is the volunteer, the row waits for somebody else. */
  readonly by: string;
  /** Released words only. */
  readonly title?: string;
  readonly teamId?: string | undefined;
}

/** The row of a service; somebody's own word for the own hours is worth nothing until another person agrees. */
export function hoursOf(
  volunteer: Pick<VolunteerDocument, '_id' | 'communityId' | 'streetId'>,
  service: Service,
  { now, today }: Pick<ChangeContext, 'now' | 'today'>,
): HoursDocument {
  const { volunteerId, source, sourceId, minutes, by, title = '', teamId } = service;
  const isOwnWord = by === '' || by === volunteerId;
  return {
    _id: hoursId(volunteerId, source, sourceId),
    version: 1,
    volunteerId,
    communityId: volunteer.communityId,
    streetId: volunteer.streetId,
    source,
    sourceId,
    title,
    ...(teamId === undefined ? {} : { teamId }),
    minutes: Math.max(0, Math.round(minutes)),
    day: today,
    state: isOwnWord ? 'waiting' : 'granted',
    by,
    at: now,
    manual: 'no',
  };
}

/** Who has applied only, or has left, earns nothing. */
export function isServing(volunteer: VolunteerDocument | undefined): volunteer is VolunteerDocument {
  return volunteer?.state === 'approved' || volunteer?.state === 'paused';
}

/** Writes the row with the change that proves it; a second time finds it there. Nothing for who is no volunteer. */
export async function recordHours(
  context: ChangeContext,
  service: Service,
): Promise<HoursDocument | undefined> {
  const volunteer = await findVolunteer(context.store, service.volunteerId);
  if (!isServing(volunteer)) return undefined;
  const row = hoursOf(volunteer, service, context);
  context.write.replace('hours', row);
  return row;
}

/** Who comes to an activity of a team serves in it as one of its members; everybody else serves for themselves. */
export function teamOf(team: TeamDocument | undefined, userId: string): string | undefined {
  return team?.members.includes(userId) === true ? team._id : undefined;
}

const notePlace = (id: string) => ({ collection: 'hours', id, field: 'note' });

export function sealHoursNote(keyring: Keyring, id: string, note: string): string {
  return keyring.seal('content', notePlace(id), note);
}

/** Why it was entered by hand, or what the volunteer says is wrong; empty where nothing was said. */
export function openHoursNote(keyring: Keyring, { _id, sealedNote }: HoursDocument): string {
  return sealedNote === undefined ? '' : keyring.open(notePlace(_id), sealedNote);
}
