import { PLEDGE_VERSION } from '@domain/identity/pledge';
import { sentenceFor } from '@domain/kernel/problem';
import { PLEDGE_WORDS } from '../../../../messages/seat';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { refreshSession, sessions } from '../../../../services/session';
import { changeOnce } from '../../../../services/single-change';
import { goOn } from '../../go-on';

Page({
  data: { look: FIRST_LOOK, words: PLEDGE_WORDS, isBusy: false, notice: '' },

  async onShow() {
    await refreshLook(this);
  },

  async onSign() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const input = { version: PLEDGE_VERSION } as const;
    const reply = await changeOnce({ name: 'signPledge', input }, sessions.signPledge);
    // Signed before, perhaps on another phone: the way goes on from here all the same.
    if (reply.ok || reply.problem.code === 'WRONG_STATE') goOn((await refreshSession()).session);
    else this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
  },
});
