import { isInForce, mayStandBeside } from '@domain/identity/seat';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { fullDayWords } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import type { sessionContract } from '@domain/contract/session';
import type { ChangeContext } from '../../../kernel/context';
import { tell } from '../../../records/messages';
import { openSeatName, sealSeatName } from '../../../records/seat-name';
import { seatsOf } from '../../../repositories/assignments';
import type { AssignmentDocument, OfferDocument } from '../../../repositories/documents';
import { digestId } from '../../../vault/random-id';
import { offeredSeat } from '../offered-seat';

type Input = ProcedureParsed<(typeof sessionContract)['takeOffer']>;
type Output = ProcedureOutput<(typeof sessionContract)['takeOffer']>;

/** Throws FORBIDDEN: nobody takes what they gave, and an auditor is nothing else. */
async function checkTaker({ store, caller, today }: ChangeContext, offer: OfferDocument): Promise<void> {
  if (offer.offeredBy === caller.userId || offer.decidedBy === caller.userId) {
    throw new Problem('FORBIDDEN', { sentence: '不能给自己办，请把邀请发给本人' });
  }
  const seats = (await seatsOf(store, caller.userId)).filter((seat) => isInForce(seat, today));
  if (
    !mayStandBeside(
      offer.role,
      seats.map(({ role }) => role),
    )
  ) {
    throw new Problem('FORBIDDEN', { sentence: '审计不能同时有别的工作身份' });
  }
}

/** One offer makes one seat: its id follows from the offer. */
function seatFrom({ keyring, caller, today }: ChangeContext, offer: OfferDocument): AssignmentDocument {
  const { role, duty, label, scope, streetId, communityIds, endsOn } = offer;
  const _id = digestId('seat', offer._id);
  const name = openSeatName(keyring, 'offers', offer);
  return {
    _id,
    version: 1,
    userId: caller.userId,
    role,
    label,
    state: 'active',
    ...(duty === undefined ? {} : { duty }),
    startsOn: today,
    endsOn,
    scope,
    streetId,
    communityIds,
    sealedName: sealSeatName(keyring, { collection: 'assignments', id: _id }, name),
    pledgeSigned: false,
    deviceBound: false,
    devices: [],
  };
}

export async function takeOffer(context: ChangeContext, { token }: Input): Promise<Output> {
  const offer = await offeredSeat(context, token);
  await checkTaker(context, offer);

  const seat = seatFrom(context, offer);
  context.write.insert('assignments', seat);
  context.write.patch('offers', offer._id, { version: offer.version + 1, state: 'taken' });
  tell(context, {
    userId: seat.userId,
    kind: 'seatGiven',
    values: { place: seat.label, day: fullDayWords(seat.endsOn) },
  });
  tell(context, { userId: offer.offeredBy, kind: 'seatTaken', values: { place: seat.label } });
  context.record({
    objects: [offer._id, seat._id],
    subjects: [],
    fields: ['taken', `role.${seat.role}`],
    place: {},
  });
  return { seatId: seat._id };
}
