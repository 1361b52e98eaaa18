import { isStreetCode } from '@domain/link/scene';
import { OWN_LINKS } from '../../deployment';
import { HOME_ENTRIES, HOME_LINKS, HOME_WORDS } from '../../messages/home';
import { FIRST_LOOK, refreshLook } from '../../services/appearance';
import { announceArrival } from '../../services/arrival';
import { goOnWithDraft } from '../../services/draft';
import { draftLines } from '../../services/drafts';
import { outboxEntries } from '../../services/outbox';
import { isWaiting } from '../../services/outbox-entry';
import { onOutboxChange } from '../../services/outbox-news';
import { callNumber } from '../../services/phone-call';
import { knownSession, openSession } from '../../services/session';
import { saveSettings } from '../../services/settings';
import { showView } from '../../services/show-view';
import { viewHome, type HomeView } from './home.view';

Page({
  data: {
    look: FIRST_LOOK,
    words: HOME_WORDS,
    entries: HOME_ENTRIES,
    links: HOME_LINKS,
    view: null as HomeView | null,
  },

  shown: null as HomeView | null,
  isStale: false,
  stop: undefined as (() => void) | undefined,

  onLoad() {
    // Where something has arrived the network is there again, and the notice that it is gone goes.
    this.stop = onOutboxChange(
      (changed) =>
        void (this.isStale && changed.some((entry) => !isWaiting(entry)) ? this.onShow() : this.draw()),
    );
  },

  /** What is known stands there at once; the answer of the cloud follows. */
  async onShow() {
    await this.draw();
    const { problem } = await openSession();
    this.isStale = problem !== undefined;
    await this.draw();
  },

  onUnload() {
    this.stop?.();
  },

  async draw() {
    const [session, drafts, entries] = await Promise.all([
      knownSession(),
      draftLines(),
      outboxEntries(),
      refreshLook(this),
    ]);
    const isLarge = this.data.look.large;
    showView(this, viewHome({ session, drafts, entries, isStale: this.isStale, isLarge }));
  },

  onStep() {
    const { shown } = this;
    if (shown === null) return;
    const { step, target } = shown;
    const urls = {
      mine: '/packages/home/pages/my/my',
      receipt: `/pages/census/done/done?op=${target}`,
      invitation: `/packages/family/pages/invitation/invitation?id=${target}`,
    };
    if (step === 'scan') this.scan();
    else if (step === 'entry') void wx.switchTab({ url: '/pages/census/entry/entry' });
    else if (step === 'draft') goOnWithDraft(target);
    else void wx.navigateTo({ url: urls[step] });
  },

  scan() {
    wx.scanCode({
      success: ({ result, path }) => {
        // The street's own code opens this page, whose reader is here already.
        if (path.startsWith('pages/home/') || isStreetCode(result, OWN_LINKS)) return;
        const scene = /[?&]scene=([^&]+)/.exec(path)?.[1] ?? result;
        announceArrival({ by: 'scene', scene });
        void wx.switchTab({ url: '/pages/census/entry/entry' });
      },
      // The person closed the camera: nothing happened.
      fail: () => undefined,
    });
  },

  onPick() {
    void wx.navigateTo({ url: '/packages/home/pages/pick-door/pick-door' });
  },

  onMessages() {
    void wx.navigateTo({ url: '/packages/home/pages/inbox/inbox' });
  },

  onEntry({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    void wx.navigateTo({ url: currentTarget.dataset.url });
  },

  onWorkspace() {
    const { workspaceUrl = '' } = this.shown ?? {};
    if (workspaceUrl !== '') void wx.navigateTo({ url: workspaceUrl });
  },

  async onSize() {
    await saveSettings({ large: !this.data.look.large });
    await this.draw();
  },

  onCall() {
    callNumber(this.shown?.phone ?? '');
  },
});
