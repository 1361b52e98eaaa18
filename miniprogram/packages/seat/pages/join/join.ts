import { JOIN_WORDS } from '../../../../messages/join';
import { STAFF_WORDS } from '../../../../messages/staff';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { sentenceFor } from '@domain/kernel/problem';
import { chooseSeat, refreshSession, sessions } from '../../../../services/session';
import { changeOnce } from '../../../../services/single-change';
import { showView } from '../../../../services/show-view';
import { whileWaiting } from '../../../../services/waiting';
import { SEAT_PAGES } from '../../../../services/workspace';
import { viewOffer, viewRefusal, type JoinView } from './join.view';

Page({
  data: {
    look: FIRST_LOOK,
    words: JOIN_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    view: null as JoinView | null,
  },

  shown: null as JoinView | null,
  token: '',

  async onLoad({ offer = '' }: Record<string, string | undefined>) {
    this.token = offer;
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const reply = await sessions.readOffer({ token: this.token }, { actAs: NOBODY });
    showView(this, reply.ok ? viewOffer(reply.data) : viewRefusal(reply.problem, STAFF_WORDS.again));
  },

  async onAccept() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const reply = await changeOnce({ name: 'takeOffer', input: { token: this.token } }, (input, options) =>
      sessions.takeOffer(input, { ...options, actAs: NOBODY }),
    );
    if (!reply.ok) {
      this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
      return;
    }
    await refreshSession();
    await chooseSeat(reply.data.seatId);
    void wx.redirectTo({ url: SEAT_PAGES.pledge });
  },

  onAct() {
    if (this.shown?.action === STAFF_WORDS.again) void whileWaiting(this, this.open());
    else this.onHome();
  },

  onHome() {
    void wx.switchTab({ url: '/pages/home/home' });
  },
});
