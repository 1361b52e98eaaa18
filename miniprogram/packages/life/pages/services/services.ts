import { GUIDE_WORDS } from '../../../../messages/services';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { showView } from '../../../../services/show-view';
import { whileWaiting } from '../../../../services/waiting';
import { keptGuides, openGuides } from '../../services/guides';
import { ROWS_A_PAGE, viewServices, type ServicesState, type ServicesView } from './services.view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
type Going = WechatMiniprogram.TouchEvent<object, object, { url: string }>;
type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string }>;

const NOTHING: ServicesState = {
  shelf: { rows: [], at: 0, problem: undefined },
  query: '',
  rowsShown: ROWS_A_PAGE,
};

Page({
  data: { look: FIRST_LOOK, words: GUIDE_WORDS, waiting: false, view: null as ServicesView | null },

  shown: null as ServicesView | null,
  state: NOTHING,

  /** What is kept stands there at once; the newest follows. */
  async onLoad() {
    const [kept, look] = await Promise.all([keptGuides(), currentLook()]);
    this.setData({ look });
    if (kept.rows.length > 0) this.show({ shelf: kept });
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    this.show({ shelf: await openGuides((shelf) => this.show({ shelf })) });
  },

  show(change: Partial<ServicesState>) {
    this.state = { ...this.state, ...change };
    showView(this, viewServices(this.state));
  },

  onSearch({ detail }: Typed) {
    this.show({ query: detail.value, rowsShown: ROWS_A_PAGE });
  },

  onMore() {
    this.show({ rowsShown: this.state.rowsShown + ROWS_A_PAGE });
  },

  onGuide({ currentTarget }: Keyed) {
    const { key } = currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/life/pages/service-detail/service-detail?id=${key}` });
  },

  onWay({ currentTarget }: Going) {
    void wx.navigateTo({ url: currentTarget.dataset.url });
  },

  async onAgain() {
    await whileWaiting(this, this.open());
  },
});
