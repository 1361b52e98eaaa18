import { PRIVACY_WORDS } from '../../../../messages/household';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { callNumber } from '../../../../services/phone-call';
import { knownSession, openSession } from '../../../../services/session';
import { viewPrivacy, type PrivacyView } from './privacy.view';

Page({
  data: { look: FIRST_LOOK, words: PRIVACY_WORDS, view: null as PrivacyView | null },

  /** The notice lies in the package; who asks stands over it as soon as that is known. */
  async onLoad() {
    const [known, look] = await Promise.all([knownSession(), currentLook()]);
    this.setData({ look, view: viewPrivacy(known.campaign) });
    if (known.campaign !== undefined) return;
    const { campaign } = (await openSession()).session;
    if (campaign !== undefined) this.setData({ view: viewPrivacy(campaign) });
  },

  async onShow() {
    await refreshLook(this);
  },

  onCall() {
    callNumber(this.data.view?.phone ?? '');
  },
});
