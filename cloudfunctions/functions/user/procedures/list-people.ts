import { isInForce } from '@domain/identity/seat';
import { DEVICE_ROLES } from '@domain/identity/role';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { Offer, Person, userContract } from '@domain/contract/user';
import { maskName } from '@domain/register/masking';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { openSeatName } from '../../../records/seat-name';
import { seatsPage } from '../../../repositories/assignments';
import type { AssignmentDocument, OfferDocument } from '../../../repositories/documents';
import { waitingOffers } from '../../../repositories/offers';

type Input = ProcedureParsed<(typeof userContract)['listPeople']>;
type Output = ProcedureOutput<(typeof userContract)['listPeople']>;

function lackOf({ role, pledgeSigned, deviceBound }: AssignmentDocument): Pick<Person, 'lacks'> {
  if (!pledgeSigned) return { lacks: 'pledge' };
  return DEVICE_ROLES.includes(role) && !deviceBound ? { lacks: 'device' } : {};
}

function stateOf(seat: AssignmentDocument, today: string): Person['state'] {
  if (seat.state === 'suspended') return 'suspended';
  return isInForce(seat, today) || seat.startsOn > today ? 'active' : 'over';
}

function viewPerson(context: ReadContext, seat: AssignmentDocument, role: Person['role']): Person {
  const { _id, version, duty, label, endsOn, userId } = seat;
  return {
    id: _id,
    version,
    role,
    ...(duty === undefined ? {} : { duty }),
    label,
    name: maskName(openSeatName(context.keyring, 'assignments', seat)),
    endsOn,
    state: stateOf(seat, context.today),
    ...lackOf(seat),
    isOwn: userId === context.caller.userId,
  };
}

function viewOffer({ keyring, caller }: ReadContext, offer: OfferDocument): Offer | undefined {
  const { _id, role, label, state, expiresAt, offeredBy } = offer;
  if (state !== 'asked' && state !== 'open') return undefined;
  const name = maskName(openSeatName(keyring, 'offers', offer));
  return { id: _id, role, label, name, state, expiresAt, isOwn: offeredBy === caller.userId };
}

/** Who works where, one role at a time: names masked, and no way from here to anybody's number. */
export async function listPeople(context: ReadContext, { role, cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { people: [], offers: [] };
  const [page, waiting] = await Promise.all([
    seatsPage(context.store, territory, { role, cursor }),
    cursor === undefined ? waitingOffers(context.store, territory) : [],
  ]);
  const offers = waiting.filter(({ expiresAt }) => context.now < expiresAt);
  return {
    people: page.rows.map((seat) => viewPerson(context, seat, role)),
    offers: offers.flatMap((offer) => viewOffer(context, offer) ?? []),
    ...nextOf(page),
  };
}
