import type { PublicWish } from '@domain/contract/wish-views';
import { sentenceFor } from '@domain/kernel/problem';
import { WISH_STATE_WORDS } from '@domain/wish/wish-state';
import { WISH_WORDS } from '../../../../messages/wish';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { knownSession, openSession } from '../../../../services/session';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { wish } from '../../../../services/wish';
import { wishDetail } from '../wishes/wishes.view';
import { CONTENT_FACE, problemFace, volunteerSeatOf } from '../../services/wish-face';

const NOTHING = { notice: '', nextId: '', nextWords: '', isBusy: false, isClaimed: false };

Page({
  data: {
    look: FIRST_LOOK,
    words: WISH_WORDS,
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
