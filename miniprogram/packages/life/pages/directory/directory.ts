import type { DirectoryEntry } from '@domain/contract/guide';
import { DIRECTORY_WORDS } from '../../../../messages/services';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { callNumber } from '../../../../services/phone-call';
import { showView } from '../../../../services/show-view';
import { whileWaiting } from '../../../../services/waiting';
import { keptDirectory, openDirectory } from '../../services/guides';
import { previewed } from '../../services/preview';
import type { Shelf } from '../../services/shelf';
import { OFFICES_A_PAGE, viewDirectory, type DirectoryView } from './directory.view';

type Dial = WechatMiniprogram.TouchEvent<object, object, { phone: string }>;

const NOTHING: Shelf<DirectoryEntry> = { rows: [], at: 0, problem: undefined };

Page({
  data: {
    look: FIRST_LOOK,
    words: DIRECTORY_WORDS,
    waiting: false,
    isPreview: false,
    view: null as DirectoryView | null,
  },

  shown: null as DirectoryView | null,
  shelf: NOTHING,
  officesShown: OFFICES_A_PAGE,

  async onLoad({ preview = '' }: Record<string, string | undefined>) {
    if (preview !== '') {
      await this.preview();
      return;
    }
    const [kept, look] = await Promise.all([keptDirectory(), currentLook()]);
    this.setData({ look });
    if (kept.rows.length > 0) this.show(kept);
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  /** One office as residents will see it. */
  async preview() {
    const [office, look] = await Promise.all([previewed<DirectoryEntry>(), currentLook()]);
    this.setData({ look, isPreview: true });
    this.show({ rows: office === undefined ? [] : [office], at: 0, problem: undefined });
  },

  async open() {
    this.show(await openDirectory());
  },

  show(shelf: Shelf<DirectoryEntry>) {
    this.shelf = shelf;
    showView(this, viewDirectory(shelf, this.officesShown));
  },

  onMore() {
    this.officesShown += OFFICES_A_PAGE;
    this.show(this.shelf);
  },

  onCall({ currentTarget }: Dial) {
    callNumber(currentTarget.dataset.phone);
  },

  async onAgain() {
    await whileWaiting(this, this.open());
  },
});
