/** What offering, taking, binding, moving and stopping a seat costs in metered operations. */
import type { AssignmentDocument } from '../../cloudfunctions/repositories/documents';
import { newAdministrator, PIN, takeSecondVolunteer, ticketOf } from '../cloudfunctions/fixture/seat-steps';
import { dataOf, openStreet, type PersonCalls, type TestStreet } from '../cloudfunctions/fixture/street';
import { taskAt } from '../cloudfunctions/fixture/tasks';
import { SEAT_BUDGETS } from './kit/budgets';
import { type Acting, expectFlat, REHEARSAL } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

/** A round of the same acts on other objects: the first is the rehearsal. */
interface Round {
  readonly acting: Acting;
  readonly taker: string;
  readonly phone: string;
  /** A door of the unit that is given. */
  readonly unitAt: string;
  readonly administrator: { readonly seatId: string; readonly calls: PersonCalls };
}

const community = () => street.as('community S').user;

async function ofOffers({ acting, taker }: Round): Promise<void> {
  const wish = { role: 'GV' as const, areaIds: [street.area('金果社区')], name: '王小明' };
  const offered = async () => dataOf(await community().offerSeat(wish)).offerId;
  const offerId = await offered();
  await acting.of('offer a seat', () => community().offerSeat(wish));
  await acting.of('link of an offer', () => community().showOffer({ offerId }));
  const { token } = dataOf(await community().showOffer({ offerId }));
  const { session } = street.as(taker, null);
  await acting.of('open an offer', () => session.readOffer({ token }));
  await acting.of('take a seat', () => session.takeOffer({ token }));
  const seats = await street.all<AssignmentDocument>('assignments', { userId: street.userId(taker) });
  const seat = seats.find(({ role, state }) => role === 'GV' && state === 'active');
  const taken = street.as(taker, seat?._id).session;
  await acting.of('sign the pledge', () => taken.signPledge({ version: '1' }));
  const other = await offered();
  await acting.of('take an offer back', () => community().withdrawOffer({ offerId: other }));
  const office = street.as('office ADM').user;
  const high = dataOf(await office.offerSeat({ role: 'SA', areaIds: [], name: '王小明' })).offerId;
  const second = street.as('office ADM2').user;
  await acting.of('agree to an offer', () => second.decideOffer({ offerId: high, verdict: 'approve' }));
  await acting.of('page of people', () => community().listPeople({ role: 'GV' }));
}

async function ofPhones({ acting, phone, administrator: { seatId, calls } }: Round): Promise<void> {
  const { session } = calls;
  await acting.of('bind a phone', () => session.bindDevice({ device: phone, pin: PIN, label: '手机' }));
  await acting.of('type the PIN', () => session.verifyPin({ device: phone, pin: PIN }));
  const ticket = ticketOf(dataOf(await session.verifyPin({ device: phone, pin: PIN })));
  const device = { key: phone, ticket };
  await acting.of('list phones', () => session.listDevices({}, { device }));
  dataOf(await session.bindDevice({ device: 'o'.repeat(25) + phone.charAt(0), pin: PIN, label: '旧' }));
  const seat = await street.stored<AssignmentDocument>('assignments', seatId);
  const deviceId = seat?.devices?.at(-1)?.id ?? '';
  await acting.of('end a phone', () => session.revokeDevice({ deviceId }, { device }));
}

/** One unit more, and then all of a seat, from hand to hand. */
async function ofUnits({ acting, unitAt }: Round, [from, to]: readonly [string, string]): Promise<void> {
  const { buildingId, unitId } = street.door(unitAt);
  const given = { buildingId, unitIds: [unitId], toSeatId: from };
  await acting.of('units of a building', () => community().listUnits({ buildingId }));
  await acting.of('give a unit', () => community().assignUnits(given));
  await acting.of('take a unit back', () => community().assignUnits({ buildingId, unitIds: [unitId] }));
  dataOf(await community().assignUnits(given));
  await acting.of('hand over four units and a task', () =>
    community().handOver({ seatId: from, toSeatId: to }),
  );
}

async function round(ledger: Acting): Promise<void> {
  const administrator = await newAdministrator(street);
  dataOf(await administrator.calls.session.signPledge({ version: '1' }));
  const other = await takeSecondVolunteer(street);
  const V1 = street.seatId('volunteer V1');
  const rehearsal = {
    administrator,
    acting: REHEARSAL,
    taker: 'resident B',
    phone: 'q'.repeat(26),
    unitAt: '苹果花园 3-2-502',
  };
  const counted = {
    administrator,
    acting: ledger,
    taker: 'tenant C',
    phone: 'r'.repeat(26),
    unitAt: '苹果花园 2-1-301',
  };
  await ofOffers(rehearsal);
  await ofPhones(rehearsal);
  await ofUnits(rehearsal, [V1, other]);
  await ofOffers(counted);
  await ofPhones(counted);
  // V1's three units went along with the rehearsal; they move back with a fourth and with one task.
  await street.replaceAll('tasks', [
    taskAt(street, '苹果花园 3-2-502', { assigneeId: street.userId('volunteer E') }),
  ]);
  await ofUnits(counted, [other, V1]);
  await ledger.of('stop a seat that has nothing left', () => community().suspendSeat({ seatId: other }));
}

describe('metered operations of seats', () => {
  it('are what the table says, and stay so in a street ten times larger', () =>
    expectFlat(street, { budgets: SEAT_BUDGETS, rounds: [round] }));
});
