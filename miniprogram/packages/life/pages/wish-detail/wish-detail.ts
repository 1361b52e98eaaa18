import type { PublicWish } from '@domain/contract/wish-views';
import { ABUSE_WORDS, ABUSES, type Abuse } from '@domain/content/content';
import { sentenceFor } from '@domain/kernel/problem';
import { WISH_STATE_WORDS } from '@domain/wish/wish-state';
import { WISH_WORDS } from '../../../../messages/wish';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { content } from '../../../../services/content';
import { knownSession, openSession } from '../../../../services/session';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { wish } from '../../../../services/wish';
import { wishDetail } from '../wishes/wishes.view';
import { ownSeat } from '../../services/own-seat';
import { CONTENT_FACE, problemFace, volunteerSeatOf } from '../../services/wish-face';

type Reported = '' | 'wish' | 'story';

const NOTHING = {
  notice: '',
  nextId: '',
  nextWords: '',
  isBusy: false,
  isClaimed: false,
  reporting: '' as Reported,
};

Page({
  data: {
    look: FIRST_LOOK,
    words: WISH_WORDS,
    abuses: ABUSES.map((value) => ({ value, label: ABUSE_WORDS[value] })),
    waiting: false,
    wish: null as PublicWish | null,
    detail: '',
    state: '',
    mayClaim: false,
    claimNote: '',
    face: CONTENT_FACE,
    ...NOTHING,
  },

  wishId: '',

  async onLoad({ id = '' }: { id?: string }) {
    this.wishId = id;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const reply = await wish.readPublished({ wishId: this.wishId }, { actAs: NOBODY });
    if (!reply.ok) {
      this.setData({ ...NOTHING, face: problemFace(reply.problem) });
      return;
    }
    const known = await knownSession();
    const session = known.asOf === 0 ? (await openSession()).session : known;
    const isOpen = reply.data.state === 'published';
    const isVolunteer = volunteerSeatOf(session) !== undefined;
    const note = reply.data.needsTeam
      ? WISH_WORDS.team
      : isVolunteer
        ? WISH_WORDS.claimHint
        : WISH_WORDS.applyFirst;
    this.setData({
      ...NOTHING,
      face: CONTENT_FACE,
      wish: reply.data,
      detail: wishDetail(reply.data),
      state: WISH_STATE_WORDS[reply.data.state],
      mayClaim: isOpen && isVolunteer && !reply.data.needsTeam,
      claimNote: isOpen ? note : '',
    });
  },

  async onClaim() {
    const seat = volunteerSeatOf(await knownSession());
    if (seat === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const reply = await changeOnce({ name: 'claimWish', input: { wishId: this.wishId } }, (input, options) =>
      wish.claim(input, { ...options, actAs: seat.id }),
    );
    if (reply.ok) {
      const { claimed } = WISH_WORDS;
      this.setData({ isBusy: false, mayClaim: false, isClaimed: true, notice: claimed, claimNote: '' });
      return;
    }
    const { next = '', words = '' } = reply.problem.details as { next?: string; words?: string };
    const nextWords = next === '' ? '' : WISH_WORDS.next(words);
    this.setData({ isBusy: false, notice: sentenceFor(reply.problem), nextId: next, nextWords });
  },

  onReport({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { kind: Reported }>) {
    this.setData({ reporting: currentTarget.dataset.kind, notice: '' });
  },

  /** Whoever reads it may say that something is wrong; the desk looks, and nobody learns who said so. */
  async onAbuse({ detail }: WechatMiniprogram.CustomEvent<{ value: Abuse }>) {
    const { reporting: kind } = this.data;
    const seat = await ownSeat(() => true);
    if (kind === '') return;
    if (seat === undefined) {
      this.setData({ reporting: '', notice: WISH_WORDS.reportFirst });
      return;
    }
    const input = { kind, subjectId: this.wishId, abuse: detail.value };
    const reply = await changeOnce({ name: 'reportAbuse', input }, (what, options) =>
      content.reportAbuse(what, { ...options, actAs: seat.id }),
    );
    this.setData({ reporting: '', notice: reply.ok ? WISH_WORDS.reported : sentenceFor(reply.problem) });
  },

  async onNext() {
    this.wishId = this.data.nextId;
    await whileWaiting(this, this.open());
  },

  onMine() {
    void wx.navigateTo({ url: '/packages/life/pages/my-wishes/my-wishes' });
  },

  async onAgain() {
    await whileWaiting(this, this.open());
  },
});
