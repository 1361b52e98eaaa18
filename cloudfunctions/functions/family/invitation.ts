/** An invitation to fill for a family: who may still accept it, whose it is, how long it is kept. */
import { addDays } from '@domain/kernel/calendar';
import { Problem } from '@domain/kernel/problem';
import type { Happening, ReadContext } from '../../kernel/context';
import { findInvitation } from '../../repositories/invitations';
import type { InvitationDocument } from '../../repositories/documents';

type Asking = Pick<ReadContext, 'caller' | 'keyring' | 'now' | 'permit' | 'store' | 'strike'>;

/** Unopened, an invitation dies after a day. */
const OPEN_MS = 24 * 60 * 60_000;
/** Filled on a household's word: the household stands beside the filler, and is not kept. */
const ALOUD_MS = 15 * 60_000;
/** Whoever opens it later is still led to the door's blank form. */
const OPEN_KEPT_DAYS = 30;
/** A draft that nobody went on with. */
const DRAFT_KEPT_DAYS = 14;
/** As long as its form may wait for confirmation. */
const SENT_KEPT_DAYS = 60;

export function purgeDay(state: InvitationDocument['state'], today: string): string {
  const days = { open: OPEN_KEPT_DAYS, filling: DRAFT_KEPT_DAYS, sent: SENT_KEPT_DAYS };
  return addDays(today, days[state]);
}

const BUILDING_HEAD_FILLS = 5;
const WORKER_FILLS = 6;

type Begun = Pick<InvitationDocument, 'state' | 'expiresAt' | 'purgeOn'> & Partial<InvitationDocument>;

/** How an invitation begins: open for whoever it is sent to, or the issuer's own, on the household's word. */
export function begun(
  { caller, now, today }: Pick<ReadContext, 'caller' | 'now' | 'today'>,
  aloud: { readonly consent: { readonly noticeVersion: string } } | undefined,
): Begun {
  if (aloud === undefined) {
    return { state: 'open', expiresAt: now + OPEN_MS, purgeOn: purgeDay('open', today) };
  }
  return {
    state: 'filling',
    expiresAt: now + ALOUD_MS,
    acceptedBy: caller.userId,
    noticeVersion: aloud.consent.noticeVersion,
    fillRole: caller.role === 'BH' ? BUILDING_HEAD_FILLS : WORKER_FILLS,
    purgeOn: purgeDay('filling', today),
  };
}

/** The invitation of a token. Throws NOT_FOUND, and counts a wrong token, for one that nobody sent. */
export async function findPresented(context: Asking, token: string): Promise<InvitationDocument> {
  const invitation = await findInvitation(context.store, context.keyring.linkDigest(token));
  if (invitation === undefined) {
    await context.strike();
    throw new Problem('NOT_FOUND');
  }
  context.permit({ linkValid: true });
  return invitation;
}

/** Nobody fills for the own door by the own invitation, and nobody after its day or after somebody else. */
export function isOpenFor({ caller, now }: Asking, invitation: InvitationDocument): boolean {
  return invitation.state === 'open' && now < invitation.expiresAt && invitation.issuedBy !== caller.userId;
}

export function isOwn({ caller }: Pick<Asking, 'caller'>, { acceptedBy }: InvitationDocument): boolean {
  return acceptedBy === caller.userId;
}

/** The caller's own invitation by its id. Throws NOT_FOUND for anybody else's. */
export async function findOwn(
  context: Pick<Asking, 'permit' | 'store'>,
  id: string,
): Promise<InvitationDocument> {
  const invitation = await findInvitation(context.store, id);
  if (invitation === undefined) throw new Problem('NOT_FOUND');
  const { acceptedBy } = invitation;
  context.permit(acceptedBy === undefined ? {} : { madeBy: acceptedBy });
  return invitation;
}

export function areaOf({
  buildingId,
  gridId,
  compoundId,
  communityId,
}: InvitationDocument): Happening['place'] {
  return { buildingId, gridId, compoundId, communityId };
}
