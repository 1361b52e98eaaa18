/** What has become elsewhere of a draft on this phone: handed in, decided, or changed on another one. */
import type { censusContract } from '@domain/contract/census';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { census } from '../../../../services/census';
import { NOBODY } from '../../../../services/client';
import type { Draft } from '../../../../services/draft';
import { family } from '../../../../services/family';
import { homeSeatOf, knownSession } from '../../../../services/session';

/** `open`: nothing is known that would keep anybody from going on. */
export type Standing =
  | { kind: 'open' | 'handedIn' | 'confirmed' | 'returned' | 'over' }
  | { kind: 'already' | 'replaced'; formId: string };

const OPEN: Standing = { kind: 'open' };

type Own = ProcedureOutput<(typeof censusContract)['readReceipt']>;

/** A phone that gets no answer goes on with what it has: the cloud looks again when the form arrives. */
export async function standingOf(draft: Draft): Promise<Standing> {
  const { place, doorId } = draft;
  if (place.by === 'door') return OPEN;
  if (place.by === 'invitation') return standingOfInvited(place.invitationId);
  const reply = await census.readReceipt({ doorId }, { actAs: NOBODY });
  if (reply.ok) return besideOwn(draft, reply.data);
  return place.by === 'form' && reply.problem.code === 'NOT_FOUND' ? { kind: 'over' } : OPEN;
}

async function standingOfInvited(invitationId: string): Promise<Standing> {
  const reply = await family.readInvitation({ invitationId }, { actAs: NOBODY });
  return reply.ok && reply.data.stage !== 'filling' ? { kind: 'handedIn' } : OPEN;
}

/** A draft that was begun at the door of a form that waits. */
export function besideWaiting({ place }: Draft, formId: string): Standing {
  if (place.by !== 'form') return { kind: 'already', formId };
  return formId === place.formId ? OPEN : { kind: 'replaced', formId };
}

/** A draft that changes a form ends with it; one by a code goes on, but for the account's own home. */
async function besideOwn(draft: Draft, { state, formId }: Own): Promise<Standing> {
  if (state === 'waiting') return besideWaiting(draft, formId);
  const isChange = draft.place.by === 'form';
  if (state === 'returned') return isChange ? { kind: 'returned' } : OPEN;
  const isOfHome = isChange || homeSeatOf(await knownSession()) !== undefined;
  return isOfHome ? { kind: 'confirmed' } : OPEN;
}
