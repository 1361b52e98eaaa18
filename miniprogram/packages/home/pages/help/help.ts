import { HELP_WORDS } from '../../../../messages/help';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { callNumber } from '../../../../services/phone-call';
import { knownSession } from '../../../../services/session';

Page({
  data: { look: FIRST_LOOK, words: HELP_WORDS, phone: '' },

  async onLoad() {
    const [session, look] = await Promise.all([knownSession(), currentLook()]);
    this.setData({ look, phone: session.campaign?.publicPhone ?? '' });
  },

  async onShow() {
    await refreshLook(this);
  },

  onCall() {
    callNumber(this.data.phone);
  },
});
