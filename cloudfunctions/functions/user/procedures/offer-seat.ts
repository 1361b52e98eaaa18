import { isFieldRole, mayCarry, SEAT_DAYS } from '@domain/identity/seat';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { addDays } from '@domain/kernel/calendar';
import { Problem } from '@domain/kernel/problem';
import type { userContract } from '@domain/contract/user';
import { NAME_WRONG, readName } from '@domain/register/person-name';
import type { ChangeContext } from '../../../kernel/context';
import { sealSeatName } from '../../../records/seat-name';
import type { OfferDocument } from '../../../repositories/documents';
import { OFFER_LASTS_MS } from '../offer-term';
import { checkMayGive } from '../reach';
import { standingOf } from '../standing';

type Input = ProcedureParsed<(typeof userContract)['offerSeat']>;
type Output = ProcedureOutput<(typeof userContract)['offerSeat']>;

const KEPT_DAYS = 30;

/** Throws VALIDATION. */
function nameIn({ name }: Input): string {
  const read = readName(name);
  if (read === undefined) throw new Problem('VALIDATION', { field: 'name', sentence: NAME_WRONG });
  return read;
}

/** Offers a seat; whoever gets the link takes it, and nobody takes what they offered themselves. */
export async function offerSeat(context: ChangeContext, input: Input): Promise<Output> {
  const { keyring, now, today, caller } = context;
  const { role, duty } = input;
  checkMayGive(context, role);
  const standing = await standingOf(context, role, input.areaIds);
  if (!mayCarry(role, duty)) throw new Problem('VALIDATION', { field: 'duty' });
  const name = nameIn(input);

  // The token follows from the operation under a key: a repeated offer is the same offer, and nobody else can make it.
  const token = keyring.linkDigest(context.idFor('offer'));
  const _id = keyring.linkDigest(token);
  const offer: OfferDocument = {
    _id,
    version: 1,
    role,
    ...(duty === undefined ? {} : { duty }),
    ...standing,
    endsOn: addDays(today, input.days ?? SEAT_DAYS),
    sealedName: sealSeatName(keyring, { collection: 'offers', id: _id }, name),
    sealedToken: keyring.seal('content', { collection: 'offers', id: _id, field: 'token' }, token),
    state: isFieldRole(role) ? 'open' : 'asked',
    offeredBy: caller.userId,
    at: now,
    expiresAt: now + OFFER_LASTS_MS,
    purgeOn: addDays(today, KEPT_DAYS),
  };
  context.write.insert('offers', offer);
  const [communityId] = standing.communityIds;
  context.record({
    objects: [_id],
    subjects: [],
    fields: [offer.state, `role.${role}`],
    place: communityId === undefined ? {} : { communityId },
  });
  return { offerId: _id, state: offer.state === 'asked' ? 'asked' : 'open' };
}
