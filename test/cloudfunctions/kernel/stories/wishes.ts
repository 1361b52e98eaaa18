/** Wishes on their way: made, released, claimed, met, told of, and what time does to them. */
import { timer, type Story } from '../../fixture/fault-runner';
import { dataOf, type TestStreet } from '../../fixture/street';
import { teamAt } from '../../fixture/volunteers';
import {
  claimed,
  claimedForK,
  codeOf,
  doneForK,
  doorOfK,
  FOR_K,
  HELPED,
  keptForK,
  keptOfA,
  metForK,
  OWN_NUMBER,
  publishedForK,
  RELEASE,
  released,
  reported,
  residentA,
  STOOL,
} from '../../fixture/wishes';
import type { WishDocument } from '../../../../cloudfunctions/repositories/documents';

const office = (street: TestStreet) => street.as('community S').wish;
const volunteer = (street: TestStreet) => street.as('volunteer E').wish;
const which = ({ _id: wishId, version }: WishDocument) => ({ wishId, version });
const reason = '本人住院，家里说收到了';
const STORY = '凳子送到了，脚下稳当多了。';

const MADE: readonly Story[] = [
  {
    name: 'an own wish',
    procedure: 'wish.create',
    begin: async (street) => {
      const { wish } = await residentA(street);
      const contact = { from: 'typed', name: '安先生', phone: OWN_NUMBER } as const;
      return (options) => wish.create({ text: STOOL, contact }, options);
    },
  },
  {
    name: 'a wish for somebody',
    procedure: 'wish.createFor',
    begin: (street) => {
      const input = { doorId: doorOfK(street).id, ...FOR_K };
      return Promise.resolve((options) => street.as('head H3').wish.createFor(input, options));
    },
  },
  {
    name: 'a wish released',
    procedure: 'wish.review',
    begin: async (street) => {
      const input = { ...which(await keptForK(street)), verdict: RELEASE };
      return (options) => office(street).review(input, options);
    },
  },
  {
    name: 'a wish in other words',
    procedure: 'wish.resend',
    begin: async (street) => {
      const { _id: wishId, version } = await keptForK(street);
      const verdict = { is: 'return', reason: '请写明尺寸' } as const;
      dataOf(await office(street).review({ wishId, version, verdict }));
      const input = { wishId, version: version + 1, text: '想要一个四十厘米高的浴凳' };
      return (options) => street.as('head H3').wish.resend(input, options);
    },
  },
];

const CLAIMED: readonly Story[] = [
  {
    name: 'a claim',
    procedure: 'wish.claim',
    begin: async (street) => {
      const { _id: wishId } = await publishedForK(street);
      return (options) => volunteer(street).claim({ wishId }, options);
    },
  },
  {
    name: 'a claim of a team',
    procedure: 'wish.claimTeam',
    begin: async (street) => {
      const { _id: teamId } = await teamAt(street);
      const { _id: wishId } = await released(street, await keptForK(street), { limitYuan: 300 });
      const shares = [
        { userId: street.userId('leader L'), yuan: 100 },
        { userId: street.userId('volunteer E'), yuan: 200 },
      ];
      return (options) => street.as('leader L').wish.claimTeam({ wishId, teamId, shares }, options);
    },
  },
  {
    name: 'a claim given back',
    procedure: 'wish.giveBack',
    begin: async (street) => {
      const input = { ...which(await claimedForK(street)), reason: 'noTime' } as const;
      return (options) => volunteer(street).giveBack(input, options);
    },
  },
  {
    name: 'a number to ring',
    procedure: 'wish.contact',
    begin: async (street) => {
      const { _id: wishId } = await claimedForK(street);
      return (options) => volunteer(street).contact({ wishId, reason: '约时间送过去' }, options);
    },
  },
  {
    name: 'a number for the office',
    procedure: 'wish.revealPhone',
    begin: async (street) => {
      const { _id: wishId } = await claimedForK(street);
      const input = { wishId, side: 'claimant', reason: '说没收到，两边问一问' } as const;
      return (options) => office(street).revealPhone(input, options);
    },
  },
  {
    name: 'a later day',
    procedure: 'wish.extend',
    begin: async (street) => {
      const input = { ...which(await claimedForK(street)), days: 20 };
      return (options) => office(street).extend(input, options);
    },
  },
];

const MET: readonly Story[] = [
  {
    name: 'a wish reported as met',
    procedure: 'wish.fulfil',
    begin: async (street) => {
      const input = { ...which(await claimedForK(street)), minutes: 60 };
      return (options) => volunteer(street).fulfil(input, options);
    },
  },
  {
    name: 'a tap of the beneficiary',
    procedure: 'wish.confirm',
    begin: async (street) => {
      const wish = await claimed(street, await released(street, await keptOfA(street)));
      const input = { ...which(await reported(street, wish)), word: 'received' } as const;
      const resident = await residentA(street);
      return (options) => resident.wish.confirm(input, options);
    },
  },
  {
    name: 'the code on a slip',
    procedure: 'wish.confirmByCode',
    begin: async (street) => {
      const wish = await doneForK(street);
      const input = { wishId: wish._id, code: codeOf(street, wish), thanks: 'greatHelp' } as const;
      return (options) => volunteer(street).confirmByCode(input, options);
    },
  },
  {
    name: 'a wrong code',
    procedure: 'wish.confirmByCode',
    begin: async (street) => {
      const wish = await doneForK(street);
      const code = codeOf(street, wish) === '0000' ? '0001' : '0000';
      return (options) => volunteer(street).confirmByCode({ wishId: wish._id, code }, options);
    },
  },
  {
    name: 'two of the office',
    procedure: 'wish.close',
    begin: async (street) => {
      const { _id: wishId, version } = await doneForK(street);
      dataOf(await office(street).close({ wishId, version, reason }));
      const input = { wishId, version: version + 1, reason };
      return (options) => street.as('community S2').wish.close(input, options);
    },
  },
];

const OVER: readonly Story[] = [
  {
    name: 'a wish taken back',
    procedure: 'wish.withdraw',
    begin: async (street) => {
      const input = which(await claimedForK(street));
      return (options) => street.as('head H3').wish.withdraw(input, options);
    },
  },
  {
    name: 'a wish taken down',
    procedure: 'wish.takedown',
    begin: async (street) => {
      const input = { ...which(await claimedForK(street)), reason: '本人已经搬走' };
      return (options) => office(street).takedown(input, options);
    },
  },
  {
    name: 'a story',
    procedure: 'wish.createStory',
    begin: async (street) => {
      const { _id: wishId } = await metForK(street);
      return (options) => volunteer(street).createStory({ wishId, text: STORY }, options);
    },
  },
  {
    name: 'a no to a story',
    procedure: 'wish.allowStory',
    begin: async (street) => {
      const wish = await claimed(street, await released(street, await keptOfA(street)));
      const { wish: own } = await residentA(street);
      dataOf(await own.confirm({ ...which(await reported(street, wish)), word: 'received' }));
      dataOf(await volunteer(street).createStory({ wishId: wish._id, text: STORY }));
      return (options) => own.allowStory({ wishId: wish._id, version: wish.version, allows: false }, options);
    },
  },
  {
    name: 'a yes on paper',
    procedure: 'wish.recordStoryConsent',
    begin: async (street) => {
      const { _id: wishId } = await metForK(street);
      dataOf(await volunteer(street).createStory({ wishId, text: STORY }));
      const input = { wishId, signedOn: '2026-03-10' };
      return (options) => office(street).recordStoryConsent(input, options);
    },
  },
  {
    name: 'a silent volunteer and a number to forget',
    procedure: 'wish.timer advanceWishes',
    begin: async (street) => {
      await metForK(street);
      await claimed(street, await released(street, await keptForK(street, { ...HELPED, isAnother: true })));
      await street.clock.set(street.clock.now() + 8 * 24 * 3_600_000);
      return timer(street, 'advanceWishes');
    },
  },
];

export const WISH_STORIES: readonly Story[] = [...MADE, ...CLAIMED, ...MET, ...OVER];
