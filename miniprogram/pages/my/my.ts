import { MY_WORDS } from '../../messages/my';
import { FIRST_LOOK, refreshLook } from '../../services/appearance';
import { outboxEntries } from '../../services/outbox';
import { onOutboxChange } from '../../services/outbox-news';
import { callNumber } from '../../services/phone-call';
import { chooseSeat, knownSession, openSession } from '../../services/session';
import { saveSettings, THEMES } from '../../services/settings';
import { showView } from '../../services/show-view';
import { SIZE_TILES, THEME_TILES, viewMy, type MyView } from './my.view';

type Choose = WechatMiniprogram.CustomEvent<{ value: string }>;

/** Ways on from here. */
const PAGES = {
  home: '/packages/home/pages/my/my',
  own: '/packages/home/pages/own/own',
  messages: '/packages/home/pages/inbox/inbox',
  practice: '/packages/practice/pages/practice/practice',
  privacy: '/packages/home/pages/privacy/privacy',
  help: '/packages/home/pages/help/help',
} as const;

Page({
  data: {
    look: FIRST_LOOK,
    words: MY_WORDS,
    sizes: SIZE_TILES,
    themes: THEME_TILES,
    view: null as MyView | null,
  },

  shown: null as MyView | null,
  stop: undefined as (() => void) | undefined,

  onLoad() {
    this.stop = onOutboxChange(() => void this.draw());
  },

  async onShow() {
    await this.draw();
    await openSession();
    await this.draw();
  },

  onUnload() {
    this.stop?.();
  },

  async draw() {
    const [session, entries] = await Promise.all([knownSession(), outboxEntries(), refreshLook(this)]);
    showView(this, viewMy({ session, entries, look: this.data.look }));
  },

  async onSeat({ detail }: Choose) {
    await chooseSeat(detail.value);
    await this.draw();
  },

  onWorkspace() {
    const { workspaceUrl = '' } = this.shown ?? {};
    if (workspaceUrl !== '') void wx.navigateTo({ url: workspaceUrl });
  },

  async onSize({ detail }: Choose) {
    await saveSettings({ large: detail.value === 'large' });
    await this.draw();
  },

  async onTheme({ detail }: Choose) {
    await saveSettings({ theme: THEMES.find((theme) => theme === detail.value) ?? 'system' });
    await this.draw();
  },

  onWaiting({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    void wx.navigateTo({ url: `/pages/census/done/done?op=${detail.key}` });
  },

  onGo({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: keyof typeof PAGES }>) {
    void wx.navigateTo({ url: PAGES[currentTarget.dataset.page] });
  },

  onCall() {
    callNumber(this.shown?.phone ?? '');
  },
});
