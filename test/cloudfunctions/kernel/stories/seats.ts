/** Seats and the phones in them: offered, agreed to, taken, pledged, bound, handed on and stopped. */
import type { Story } from '../../fixture/fault-runner';
import {
  giveTask,
  newAdministrator,
  offer,
  PHONE,
  PIN,
  settle,
  take,
  takeSecondVolunteer,
} from '../../fixture/seat-steps';
import { dataOf, type TestStreet } from '../../fixture/street';
import type { AssignmentDocument } from '../../../../cloudfunctions/repositories/documents';

const community = (street: TestStreet) => street.as('community S').user;
const V1 = (street: TestStreet) => street.seatId('volunteer V1');
const wish = (street: TestStreet) => ({
  role: 'GV' as const,
  areaIds: [street.area('金果社区')],
  name: '王小明',
});

const OFFERED: readonly Story[] = [
  {
    name: 'a seat offered',
    procedure: 'user.offerSeat',
    begin: (street) => Promise.resolve((options) => community(street).offerSeat(wish(street), options)),
  },
  {
    name: 'a seat agreed to',
    procedure: 'user.decideOffer',
    begin: async (street) => {
      const asked = { role: 'SA' as const, areaIds: [], name: '王小明' };
      const { offerId } = dataOf(await street.as('office ADM').user.offerSeat(asked));
      const { user } = street.as('office ADM2');
      return (options) => user.decideOffer({ offerId, verdict: 'approve' }, options);
    },
  },
  {
    name: 'the link of a seat',
    procedure: 'user.showOffer',
    begin: async (street) => {
      const { offerId } = dataOf(await community(street).offerSeat(wish(street)));
      return (options) => community(street).showOffer({ offerId }, options);
    },
  },
  {
    name: 'an offer taken back',
    procedure: 'user.withdrawOffer',
    begin: async (street) => {
      const { offerId } = dataOf(await community(street).offerSeat(wish(street)));
      return (options) => community(street).withdrawOffer({ offerId }, options);
    },
  },
  {
    name: 'a seat taken',
    procedure: 'session.takeOffer',
    begin: async (street) => {
      const { token } = await offer(street);
      const { session } = street.as('outsider X', null);
      return (options) => session.takeOffer({ token }, options);
    },
  },
  {
    name: 'a pledge',
    procedure: 'session.signPledge',
    begin: async (street) => {
      const { calls } = await take(street, 'outsider X', await offer(street));
      return (options) => calls.session.signPledge({ version: '1' }, options);
    },
  },
];

const BOUND: readonly Story[] = [
  {
    name: 'a phone bound',
    procedure: 'session.bindDevice',
    begin: async (street) => {
      const { calls } = await newAdministrator(street);
      dataOf(await calls.session.signPledge({ version: '1' }));
      return (options) => calls.session.bindDevice({ device: PHONE, pin: PIN, label: '手机' }, options);
    },
  },
  {
    name: 'a PIN',
    procedure: 'session.verifyPin',
    begin: async (street) => {
      const { calls } = await newAdministrator(street);
      await settle(calls);
      return (options) => calls.session.verifyPin({ device: PHONE, pin: PIN }, options);
    },
  },
  {
    name: 'a phone ended',
    procedure: 'session.revokeDevice',
    begin: async (street) => {
      const { calls, seatId } = await newAdministrator(street);
      const device = await settle(calls);
      dataOf(await calls.session.bindDevice({ device: 'q'.repeat(26), pin: PIN, label: '旧手机' }));
      const seat = await street.stored<AssignmentDocument>('assignments', seatId);
      const deviceId = seat?.devices?.[1]?.id ?? '';
      return (options) => calls.session.revokeDevice({ deviceId }, { ...options, device });
    },
  },
];

const MOVED: readonly Story[] = [
  {
    name: 'units given',
    procedure: 'user.assignUnits',
    begin: (street) => {
      const { unitId, buildingId } = street.door('苹果花园 3-2-502');
      const input = { buildingId, unitIds: [unitId], toSeatId: V1(street) };
      return Promise.resolve((options) => community(street).assignUnits(input, options));
    },
  },
  {
    name: 'work handed over',
    procedure: 'user.handOver',
    begin: async (street) => {
      const toSeatId = await takeSecondVolunteer(street);
      await giveTask(street);
      return (options) => community(street).handOver({ seatId: V1(street), toSeatId }, options);
    },
  },
  {
    name: 'a seat stopped',
    procedure: 'user.suspendSeat',
    begin: async (street) => {
      await giveTask(street);
      return (options) => community(street).suspendSeat({ seatId: V1(street) }, options);
    },
  },
];

export const SEAT_STORIES: readonly Story[] = [...OFFERED, ...BOUND, ...MOVED];
