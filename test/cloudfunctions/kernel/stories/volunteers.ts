/** Who helps: from the offer to the seat, and hours that two people stand behind. */
import { timer, type Story } from '../../fixture/fault-runner';
import { dataOf, type TestStreet } from '../../fixture/street';
import { APPLICATION, appliedVolunteer, hoursAt, residentAtHome, teamAt } from '../../fixture/volunteers';

const volunteer = (street: TestStreet) => street.as('volunteer E').volunteer;
const community = (street: TestStreet, person = 'administrator S') => street.as(person).volunteer;
const reason = '按签到表更正';

async function ownVersion(street: TestStreet): Promise<number> {
  return dataOf(await volunteer(street).readOwn({})).version;
}

async function granted(street: TestStreet): Promise<{ readonly hoursId: string; readonly version: number }> {
  const row = hoursAt(street, 'volunteer E');
  await street.replaceAll('hours', [row]);
  return { hoursId: row._id, version: row.version };
}

const OFFERED: readonly Story[] = [
  {
    name: 'an offer of help',
    procedure: 'volunteer.apply',
    begin: async (street) => {
      const { volunteer: resident } = await residentAtHome(street);
      dataOf(await resident.readOffer({}));
      const person = { from: 'registration', memberKey: 'aaaaaaaa' } as const;
      return (options) => resident.apply({ ...APPLICATION, person }, options);
    },
  },
  {
    name: 'an offer of help taken up, with a seat',
    procedure: 'volunteer.decide',
    begin: async (street) => {
      await appliedVolunteer(street);
      const volunteerId = street.userId('resident A');
      dataOf(await community(street).listVolunteers({ state: 'applied' }));
      const input = { volunteerId, version: 1, verdict: 'approve' } as const;
      return (options) => community(street).decide(input, options);
    },
  },
  {
    name: 'a rest with a new number',
    procedure: 'volunteer.editOwn',
    begin: async (street) => {
      const version = await ownVersion(street);
      const { skills, times } = APPLICATION;
      const input = { version, skills, times, phone: '10000000919', move: 'pause' } as const;
      return (options) => volunteer(street).editOwn(input, options);
    },
  },
  {
    name: 'the end of it, in a team',
    procedure: 'volunteer.editOwn',
    begin: async (street) => {
      await teamAt(street);
      const version = await ownVersion(street);
      const { skills, times } = APPLICATION;
      return (options) => volunteer(street).editOwn({ version, skills, times, move: 'end' }, options);
    },
  },
  {
    name: 'the own name in the list of thanks',
    procedure: 'volunteer.allowHonour',
    begin: async (street) => {
      const version = await ownVersion(street);
      return (options) => volunteer(street).allowHonour({ version, isAllowed: true }, options);
    },
  },
];

const HOURS: readonly Story[] = [
  {
    name: 'hours by hand',
    procedure: 'volunteer.enterHours',
    begin: async (street) => {
      const volunteerId = street.userId('volunteer E');
      const entry = { volunteerId, minutes: 120, day: '2026-03-09', ground: 'codeFailed', reason } as const;
      dataOf(await community(street).listHours({ state: 'waiting' }));
      return (options) => community(street).enterHours(entry, options);
    },
  },
  {
    name: 'hours made fewer',
    procedure: 'volunteer.correctHours',
    begin: async (street) => {
      dataOf(await community(street).listHours({ state: 'waiting' }));
      const input = { ...(await granted(street)), minutes: 45, reason };
      return (options) => community(street).correctHours(input, options);
    },
  },
  {
    name: 'hours said to be wrong',
    procedure: 'volunteer.dispute',
    begin: async (street) => {
      dataOf(await volunteer(street).hoursOwn({}));
      const input = { ...(await granted(street)), note: '那天我做了三个小时' };
      return (options) => volunteer(street).dispute(input, options);
    },
  },
  {
    name: 'hours that were said to be wrong agreed to',
    procedure: 'volunteer.decideHours',
    begin: async (street) => {
      const { hoursId, version } = await granted(street);
      dataOf(await volunteer(street).dispute({ hoursId, version, note: '那天我做了三个小时' }));
      const input = { hoursId, version: version + 1, verdict: 'approve' } as const;
      return (options) => community(street, 'administrator S2').decideHours(input, options);
    },
  },
];

const COUNTED: readonly Story[] = [
  {
    name: 'volunteers counted',
    procedure: 'volunteer.timer countVolunteers',
    begin: async (street) => {
      await granted(street);
      return timer(street, 'countVolunteers');
    },
  },
];

export const VOLUNTEER_STORIES: readonly Story[] = [...OFFERED, ...HOURS, ...COUNTED];
