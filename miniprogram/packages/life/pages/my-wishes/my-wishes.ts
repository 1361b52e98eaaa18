import type { Abuse } from '@domain/content/content';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import {
  ESCORT_WORDS,
  GIVE_BACK_WORDS,
  THANKS_WORDS,
  type GiveBackReason,
  type Thanks,
} from '@domain/wish/wish';
import { tilesOf } from '../../../../messages/helping';
import { OWN_WISH_WORDS } from '../../../../messages/wish';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import type { ChangeOptions } from '../../../../services/client';
import { isOvertaken } from '../../../../services/overtaken';
import { callNumber } from '../../../../services/phone-call';
import { scrollToTop } from '../../../../services/scroll';
import { openSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { wish } from '../../../../services/wish';
import { ABUSE_TILES, tellAbuse } from '../../services/abuse';
import { makerSeatsOf, problemFace, volunteerSeatOf } from '../../services/wish-face';
import { viewOwnWishes, type HeldWish, type OwnWishesView } from './my-wishes.view';

type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
type StoryTap = WechatMiniprogram.TouchEvent<
  object,
  object,
  { id: string; name: 'allowStory' | 'refuseStory' }
>;
type PartTap = WechatMiniprogram.TouchEvent<object, object, { id: string; part?: Part }>;
type Reasoned = WechatMiniprogram.CustomEvent<{ value: GiveBackReason }, object, { id: string }>;
type Accused = WechatMiniprogram.CustomEvent<{ value: Abuse }, object, { id: string }>;
type Thanked = WechatMiniprogram.CustomEvent<{ value: Thanks }, object, { id: string }>;
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { id: string }>;
type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: ProblemReport };
type Act = Exclude<keyof typeof OWN_WISH_WORDS.did, 'code'>;
type Send<Input> = (input: Input, options: ChangeOptions) => Promise<Outcome>;

/** What a person can do wrong, and not a text. */
const WRONGS: readonly string[] = ['fraud', 'insult'];
/** What is asked at the one open card: whether to take it back, why to give it back, what is wrong. */
type Part = '' | 'ask' | 'back' | 'accuse';
const NOWHERE = { id: '', part: '' as Part };
const CLOSED = { open: NOWHERE, isBusy: false, dialLabel: '', place: '', office: '' };
const CODE = /^\d{4}$/;
const NOTHING_TYPED: Readonly<Record<string, string>> = {};
const NO_THANKS: Readonly<Record<string, Thanks>> = {};

Page({
  data: {
    look: FIRST_LOOK,
    words: OWN_WISH_WORDS,
    reasons: tilesOf(GIVE_BACK_WORDS),
    thanksTiles: tilesOf(THANKS_WORDS),
    /** Words chosen for a wish, by its id. */
    thanks: NO_THANKS,
    wrongs: ABUSE_TILES.filter(({ value }) => WRONGS.includes(value)),
    waiting: false,
    notice: '',
    /** What stands in the field of a code. */
    code: '',
    ...CLOSED,
    view: null as OwnWishesView | null,
  },

  shown: null as OwnWishesView | null,
  wishes: [] as HeldWish[],
  /** By the wish: a card has one field at a time. */
  typed: NOTHING_TYPED,
  dial: '',
  /** The number of the community. */
  office: '',
  /** The wish of the message that led here: it stands first. */
  first: '',

  async onLoad({ wish: first = '' }: { wish?: string }) {
    this.first = first;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  /** Every seat in which somebody meets wishes is asked for its own. */
  async open(notice = '') {
    const { session } = await openSession();
    this.office = session.campaign?.publicPhone ?? '';
    const volunteer = volunteerSeatOf(session);
    const seats = [...makerSeatsOf(session), ...(volunteer === undefined ? [] : [volunteer])];
    const wishes: HeldWish[] = [];
    for (const { id: seatId, role } of seats) {
      const reply = await wish.listOwn({}, { actAs: seatId });
      if (!reply.ok) {
        showView(this, { ...viewOwnWishes([]), ...problemFace(reply.problem) }, { notice, ...CLOSED });
        return;
      }
      wishes.push(...reply.data.wishes.map((one) => ({ ...one, seatId, isClaimed: role === 'VO' })));
    }
    const once = wishes.filter(({ id, isClaimed }, at) => {
      const first = wishes.findIndex((other) => other.id === id && other.isClaimed === isClaimed);
      return first === at;
    });
    const isFirst = ({ id }: HeldWish) => id === this.first;
    this.wishes = [...once.filter(isFirst), ...once.filter((one) => !isFirst(one))];
    showView(this, viewOwnWishes(this.wishes), { notice, ...CLOSED });
    if (notice !== '') scrollToTop();
  },

  /** One act on one wish, in the seat in which it is this person's. */
  async act<Input>(id: string, change: { name: Act; input: Input }, send: Send<Input>) {
    const held = this.wishes.find((one) => one.id === id);
    if (held === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const reply = await changeOnce(change, (input, options) =>
      send(input, { ...options, actAs: held.seatId }),
    );
    if (reply.ok) {
      this.typed = NOTHING_TYPED;
      await this.open(OWN_WISH_WORDS.did[change.name]);
    } else await this.refused(reply.problem);
  },

  /** What was typed stays where it is. */
  async refused(problem: ProblemReport) {
    if (isOvertaken(problem)) await this.open(sentenceFor(problem));
    else this.say(sentenceFor(problem));
  },

  which(id: string) {
    const held = this.wishes.find((one) => one.id === id);
    return { wishId: id, version: held?.version ?? 0 };
  },

  /** Where it can be seen, however far down the card is. */
  say(notice: string) {
    this.setData({ isBusy: false, notice });
    scrollToTop();
  },

  onTyped({ detail, currentTarget }: Typed) {
    this.typed = { ...this.typed, [currentTarget.dataset.id]: detail.value };
  },

  async onContact({ currentTarget }: Tap) {
    const { id } = currentTarget.dataset;
    const held = this.wishes.find((one) => one.id === id);
    if (held === undefined) return;
    const input = { wishId: id, reason: OWN_WISH_WORDS.contactReason };
    const reply = await changeOnce({ name: 'wishContact', input }, (what, options) =>
      wish.contact(what, { ...options, actAs: held.seatId }),
    );
    if (!reply.ok) {
      this.say(sentenceFor(reply.problem));
      return;
    }
    const { name, plate, note, phone, dial, escort } = reply.data;
    this.dial = dial;
    const way = escort === 'nobody' ? '' : ESCORT_WORDS[escort];
    const parts = [name, `${plate.compound} ${plate.line}`.trim(), note, way];
    const place = parts.filter((part) => part !== '').join(' · ');
    this.wishes = this.wishes.map((one) => (one === held ? { ...one, version: one.version + 1 } : one));
    const office = escort === 'nobody' ? '' : this.office;
    this.setData({ open: { id, part: '' }, place, office, dialLabel: OWN_WISH_WORDS.dial(phone) });
  },

  onDial() {
    callNumber(this.dial);
  },

  onOffice() {
    callNumber(this.office);
  },

  async onReport({ currentTarget: { dataset } }: Tap) {
    const said = Number(this.typed[dataset.id]) || 30;
    const input = { ...this.which(dataset.id), minutes: said };
    await this.act(dataset.id, { name: 'fulfil', input }, wish.fulfil);
    const { minutes = said } = this.wishes.find(({ id }) => id === dataset.id) ?? {};
    if (minutes < said) this.setData({ notice: OWN_WISH_WORDS.cut(minutes) });
  },

  /**
   * What cannot be undone, why in a closed word, and what is wrong are asked at one card at a time; a number that was shown stays while
   * it is the same card's.
   */
  onPart({ currentTarget }: PartTap) {
    const { id, part = '' } = currentTarget.dataset;
    const isSame = id === this.data.open.id;
    this.setData({ open: { id, part }, ...(isSame ? {} : { place: '', dialLabel: '' }) });
  },

  async onBack({ currentTarget: { dataset }, detail: { value: reason } }: Reasoned) {
    const input = { ...this.which(dataset.id), reason };
    await this.act(dataset.id, { name: 'giveBack', input }, wish.giveBack);
  },

  onThanks({ currentTarget: { dataset }, detail }: Thanked) {
    this.setData({ [`thanks.${dataset.id}`]: detail.value });
  },

  async onCode({ currentTarget: { dataset } }: Tap) {
    const { id } = dataset;
    const { [id]: code = '' } = this.typed;
    const held = this.wishes.find((one) => one.id === id);
    if (held === undefined) return;
    if (!CODE.test(code)) {
      this.say(OWN_WISH_WORDS.code4);
      return;
    }
    this.setData({ code });
    // The thanks are the beneficiary's: where none were said none are made up.
    const thanks = this.data.thanks[id];
    const input = { wishId: id, code, ...(thanks === undefined ? {} : { thanks }) };
    const reply = await changeOnce({ name: 'wishCode', input }, (what, options) =>
      wish.confirmByCode(what, { ...options, actAs: held.seatId }),
    );
    if (!reply.ok) {
      await this.refused(reply.problem);
      return;
    }
    // A wrong one costs one of three tries: it does not stand there for the next.
    this.typed = NOTHING_TYPED;
    this.setData({ code: '' });
    const { outcome, triesLeft } = reply.data;
    const { wrongCode, did } = OWN_WISH_WORDS;
    const notice = { confirmed: did.code, wrongCode: wrongCode(triesLeft), locked: '' }[outcome];
    await this.open(notice);
  },

  async onReceived({ currentTarget: { dataset } }: Tap) {
    const { [dataset.id]: thanks = 'thankYou' } = this.data.thanks;
    const input = { ...this.which(dataset.id), word: 'received' as const, thanks };
    await this.act(dataset.id, { name: 'received', input }, wish.confirm);
  },

  async onNotReceived({ currentTarget: { dataset } }: Tap) {
    const input = { ...this.which(dataset.id), word: 'notReceived' } as const;
    await this.act(dataset.id, { name: 'notReceived', input }, wish.confirm);
  },

  async onResend({ currentTarget: { dataset } }: Tap) {
    const held = this.wishes.find(({ id }) => id === dataset.id);
    const { [dataset.id]: text = held?.text ?? '' } = this.typed;
    const input = { ...this.which(dataset.id), text };
    await this.act(dataset.id, { name: 'resend', input }, wish.resend);
  },

  async onWrong({ currentTarget: { dataset }, detail: { value: abuse } }: Accused) {
    const seat = this.wishes.find(({ id }) => id === dataset.id)?.seatId ?? '';
    const input = { kind: 'wish', subjectId: dataset.id, abuse } as const;
    const notice = await tellAbuse(input, { actAs: seat, thanks: OWN_WISH_WORDS.accused });
    this.setData({ 'open.part': '', notice });
  },

  async onWithdraw({ currentTarget: { dataset } }: Tap) {
    await this.act(dataset.id, { name: 'withdraw', input: this.which(dataset.id) }, wish.withdraw);
  },

  async onStory({ currentTarget: { dataset } }: Tap) {
    const { [dataset.id]: text = '' } = this.typed;
    const input = { wishId: dataset.id, text };
    if (text === '') this.say(OWN_WISH_WORDS.story);
    else await this.act(dataset.id, { name: 'story', input }, wish.createStory);
  },

  async onAllow({ currentTarget: { dataset } }: StoryTap) {
    const { id, name } = dataset;
    const input = { ...this.which(id), allows: name === 'allowStory' };
    await this.act(id, { name, input }, wish.allowStory);
  },

  async onAct() {
    if (this.data.view?.action === OWN_WISH_WORDS.toBoard) {
      await wx.redirectTo({ url: '/packages/life/pages/wishes/wishes' });
    } else await whileWaiting(this, this.open());
  },
});
