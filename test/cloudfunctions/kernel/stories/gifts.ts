/** Things on their way over the give-away shelf. */
import type { GiftDocument } from '../../../../cloudfunctions/repositories/documents';
import { timer, type Story } from '../../fixture/fault-runner';
import {
  daysLater,
  desk,
  giver,
  offered,
  reserved,
  shown,
  STOOL,
  stored,
  taker,
  which,
} from '../../fixture/gifts';
import { jpegOf, storePicture } from '../../fixture/pictures';
import type { TestStreet } from '../../fixture/street';

type DeskAct = 'takeIn' | 'handOver';
type Made = (street: TestStreet) => Promise<GiftDocument>;

/** An act that needs nothing but the thing in the version that stands. */
function atDesk(name: string, act: DeskAct, made: Made): Story {
  return {
    name,
    procedure: `gift.${act}`,
    begin: async (street) => {
      const input = which(await made(street));
      return (options) => desk(street)[act](input, options);
    },
  };
}

export const GIFT_STORIES: readonly Story[] = [
  {
    name: 'a thing to give away',
    procedure: 'gift.offer',
    begin: async (street) => {
      const { gift } = await giver(street);
      return (options) => gift.offer(STOOL, options);
    },
  },
  {
    name: 'a picture of a thing',
    procedure: 'gift.addPicture',
    begin: async (street) => {
      const { _id: giftId } = await offered(street);
      const { gift } = await giver(street);
      const fileId = await storePicture(street, { by: 'resident A', bytes: jpegOf() });
      return (options) => gift.addPicture({ giftId, fileId }, options);
    },
  },
  {
    name: 'a thing put on the shelf',
    procedure: 'gift.review',
    begin: async (street) => {
      const input = which(await offered(street));
      return (options) =>
        desk(street).review({ ...input, verdict: { is: 'release', pictures: [] } }, options);
    },
  },
  {
    name: 'a thing reserved',
    procedure: 'gift.request',
    begin: async (street) => {
      const { _id: giftId } = await shown(street);
      const { gift } = await taker(street);
      return (options) => gift.request({ giftId }, options);
    },
  },
  {
    name: 'a thing given up',
    procedure: 'gift.confirm',
    begin: async (street) => {
      const input = { ...which(await reserved(street)), word: 'notWanted' } as const;
      const { gift } = await taker(street);
      return (options) => gift.confirm(input, options);
    },
  },
  {
    name: 'a thing said to be fetched',
    procedure: 'gift.confirm',
    begin: async (street) => {
      const input = { ...which(await stored(street)), word: 'received' } as const;
      const { gift } = await taker(street);
      return (options) => gift.confirm(input, options);
    },
  },
  {
    name: 'a thing taken back',
    procedure: 'gift.withdraw',
    begin: async (street) => {
      const input = which(await reserved(street));
      const { gift } = await giver(street);
      return (options) => gift.withdraw(input, options);
    },
  },
  atDesk('a thing brought', 'takeIn', reserved),
  atDesk('a thing fetched', 'handOver', stored),
  {
    name: 'a thing taken down',
    procedure: 'gift.takedown',
    begin: async (street) => {
      const input = { ...which(await reserved(street)), reason: '这样的东西不能送' };
      return (options) => desk(street).takedown(input, options);
    },
  },
  {
    name: 'a thing that somebody is waiting for',
    procedure: 'gift.timer tendGifts',
    begin: async (street) => {
      await reserved(street);
      await street.clock.set(street.clock.now() + 5 * 24 * 3_600_000);
      return timer(street, 'tendGifts');
    },
  },
  {
    name: 'a thing that nobody brought',
    procedure: 'gift.timer tendGifts',
    begin: async (street) => {
      await reserved(street);
      await daysLater(street, 5);
      await street.clock.set(street.clock.now() + 2 * 24 * 3_600_000);
      return timer(street, 'tendGifts');
    },
  },
];
