import type { Seat } from '@domain/contract/session';
import { sentenceFor } from '@domain/kernel/problem';
import { OWN_WORDS } from '../../../../messages/own';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { openSession, type Session } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { goFrom } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { goHome, wayHome } from '../../../../services/way-home';
import { ownActivities, ownHours, ownIssues, ownWishes } from '../../own-clients';
import { NOTHING_READ, viewOwn, type HeldWish, type OwnState, type OwnView, type PartKey } from './own.view';

type Tap = WechatMiniprogram.TouchEvent<object, object, { part: PartKey; key?: string }>;
type Read = Partial<OwnState>;

const LIFE = '/packages/life/pages';
const PAGES: Readonly<Record<PartKey, string>> = {
  activities: `${LIFE}/activities/activities`,
  wishes: `${LIFE}/my-wishes/my-wishes`,
  issues: `${LIFE}/my-issues/my-issues`,
  hours: `${LIFE}/volunteer/volunteer`,
};

/** Where this person may act today, one seat for each side of what they do. */
function seatsIn({ seats }: Session): Record<'home' | 'maker' | 'volunteer', Seat | undefined> {
  const able = seats.filter(({ lacks }) => lacks === undefined);
  const of = (...roles: readonly string[]): Seat | undefined => able.find(({ role }) => roles.includes(role));
  return { home: of('RE'), maker: of('RE') ?? of('BH', 'GW', 'CA'), volunteer: of('VO') };
}

async function readActivities(seat: Seat | undefined): Promise<Read> {
  if (seat === undefined) return {};
  const reply = await ownActivities.listOwn({}, { actAs: seat.id });
  return reply.ok ? { activities: reply.data.activities, next: reply.data.next } : { problem: reply.problem };
}

/** What was made belongs to the person in every seat; what was claimed is the volunteer’s. */
async function readWishes(maker: Seat | undefined, volunteer: Seat | undefined): Promise<Read> {
  const sides = [
    { seat: maker, isClaimed: false },
    { seat: volunteer, isClaimed: true },
  ];
  const wishes: HeldWish[] = [];
  const asked = sides.flatMap(({ seat, isClaimed }) => (seat === undefined ? [] : [{ seat, isClaimed }]));
  if (asked.length === 0) return {};
  const replies = await Promise.all(asked.map(({ seat }) => ownWishes.listOwn({}, { actAs: seat.id })));
  for (const [at, reply] of replies.entries()) {
    if (!reply.ok) return { problem: reply.problem };
    const isClaimed = asked[at]?.isClaimed === true;
    wishes.push(...reply.data.wishes.map((wish) => ({ ...wish, isClaimed })));
  }
  return { wishes };
}

/** What was reported and what was served is the person’s own, with a seat or without. */
async function readIssues(): Promise<Read> {
  const reply = await ownIssues.listOwn({}, { actAs: NOBODY });
  return reply.ok ? { issues: reply.data.issues } : { problem: reply.problem };
}

async function readHours(): Promise<Read> {
  const reply = await ownHours.hoursOwn({}, { actAs: NOBODY });
  return reply.ok ? { hours: reply.data } : { problem: reply.problem };
}

Page({
  data: { look: FIRST_LOOK, words: OWN_WORDS, waiting: false, notice: '', view: null as OwnView | null },

  shown: null as OwnView | null,
  state: NOTHING_READ,
  seatId: '',

  /** Whoever comes back from one of them sees what has become of it. */
  async onShow() {
    await refreshLook(this);
    await whileWaiting(this, this.open());
  },

  async open() {
    const { home, maker, volunteer } = seatsIn((await openSession()).session);
    const seat = home ?? volunteer;
    this.seatId = seat?.id ?? '';
    const read = await Promise.all([
      readActivities(seat),
      readWishes(maker, volunteer),
      readIssues(),
      readHours(),
    ]);
    const isGuest = seat === undefined && maker === undefined;
    const way = isGuest ? await wayHome(OWN_WORDS.guest) : undefined;
    this.show(Object.assign({ way, problem: undefined }, ...read) as Read);
  },

  show(change: Read) {
    this.state = { ...this.state, ...change };
    showView(this, viewOwn(this.state), { notice: '' });
  },

  async onMore() {
    const { next, activities = [] } = this.state;
    if (next === undefined) return;
    const reply = await ownActivities.listOwn({ cursor: next }, { actAs: this.seatId });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.show({ activities: [...activities, ...reply.data.activities], next: reply.data.next });
  },

  onRow({ currentTarget }: Tap) {
    const { part, key = '' } = currentTarget.dataset;
    const url = part === 'activities' ? `${LIFE}/activity-detail/activity-detail?id=${key}` : PAGES[part];
    void wx.navigateTo({ url });
  },

  onPart({ currentTarget }: Tap) {
    void wx.navigateTo({ url: PAGES[currentTarget.dataset.part] });
  },

  async onAgain() {
    await whileWaiting(this, this.open());
  },

  onAct() {
    const { action = '' } = this.data.view ?? {};
    const { way } = this.state;
    if (way !== undefined && action === way.action) goHome(way);
    else if (action === OWN_WORDS.toActivities) void wx.navigateTo({ url: PAGES.activities });
    else goFrom({ action }, () => void this.onAgain());
  },
});
