import { RESIDENT_VIEW_WORDS, WRITING_WORDS } from '../../../../messages/writing';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { goFrom } from '../../../../services/staff-page';
import { openShelf, shelfNamed, type OpenShelf, type ShelfName } from '../../services/shelves';
import type { WritingView } from '../../services/writing.view';

type Chosen = WechatMiniprogram.CustomEvent<{ id: string }>;
type Given = WechatMiniprogram.CustomEvent<{ value: string }>;
type Changed = WechatMiniprogram.CustomEvent<{ key: string; value: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: WRITING_WORDS,
    seenWords: RESIDENT_VIEW_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    wrong: '',
    isSaved: false,
    shelf: 'guides',
    view: null as WritingView | null,
  },

  shown: null as WritingView | null,
  writing: undefined as OpenShelf | undefined,

  async onLoad(query: { shelf?: string }) {
    await this.take(shelfNamed(query.shelf));
  },

  async onShow() {
    await refreshLook(this);
  },

  async take(shelf: ShelfName) {
    this.writing = openShelf(this, shelf);
    this.setData({ shelf });
    await this.writing.begin();
  },

  async onShelf({ detail }: Given) {
    await this.take(shelfNamed(detail.value));
  },

  async onWrite() {
    await this.writing?.write();
  },

  async onChoose({ detail }: Chosen) {
    await this.writing?.choose(detail.id);
  },

  async onFirst() {
    await this.writing?.chooseFirst();
  },

  async onMore() {
    await this.writing?.more();
  },

  onPart({ detail }: Given) {
    this.writing?.enter(detail.value);
  },

  onChange({ detail }: Changed) {
    this.writing?.type(detail.key, detail.value);
  },

  async onFigures() {
    await this.writing?.figures();
  },

  async onPreview() {
    await this.writing?.preview();
  },

  async onSend() {
    await this.writing?.send();
  },

  async onWithdraw() {
    await this.writing?.withdraw();
  },

  onDesk() {
    void wx.navigateTo({ url: '/packages/manage/pages/content/content' });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void this.writing?.begin());
  },
});
