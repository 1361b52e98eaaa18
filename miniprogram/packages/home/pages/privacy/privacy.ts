import { PRIVACY_WORDS } from '../../../../messages/household';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { callNumber } from '../../../../services/phone-call';
import { knownSession, openSession } from '../../../../services/session';
import { viewPrivacy, type PrivacyView } from './privacy.view';

Page({
  data: { look: FIRST_LOOK, words: PRIVACY_WORDS, view: null as PrivacyView | null },

  async onLoad() {
    const [known, look] = await Promise.all([knownSession(), currentLook()]);
    const { campaign } = known.campaign === undefined ? (await openSession()).session : known;
    this.setData({ look, view: viewPrivacy(campaign) });
  },

  async onShow() {
    await refreshLook(this);
  },

  onCall() {
    callNumber(this.data.view?.phone ?? '');
  },
});
