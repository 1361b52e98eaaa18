import type { Role } from '@domain/identity/role';
import { WAITING_WORDS } from '../../../../messages/worker';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { showView } from '../../../../services/show-view';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { goInWorker, workerBar } from '../../bar';
import { listenForNews } from '../../services/news';
import { viewWaiting, type QueueAnswer, type WaitingView } from './waiting.view';

const ROLES: readonly Role[] = ['GW'];
const NOTHING_KEPT: Kept<QueueAnswer> = { data: undefined, at: 0, problem: undefined };
type Keyed = WechatMiniprogram.CustomEvent<{ key: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: WAITING_WORDS,
    bar: workerBar(),
    waiting: false,
    view: null as WaitingView | null,
  },

  shown: null as WaitingView | null,
  kept: NOTHING_KEPT,
  stop: undefined as (() => void) | undefined,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...viewWaiting(this.kept), ...deniedFace(ROLES) });
    else {
      await whileWaiting(this, this.open());
      this.stop = listenForNews(() => void this.open());
    }
  },

  onUnload() {
    this.stop?.();
  },

  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open();
  },

  async open() {
    this.kept = await askKeeping({ kind: 'queue', id: '' }, census.listWaiting({}));
    showView(this, viewWaiting(this.kept));
  },

  async onMore() {
    const { data } = this.kept;
    if (data?.next === undefined) return;
    const reply = await census.listWaiting({ cursor: data.next });
    if (!reply.ok) this.kept = { ...this.kept, problem: reply.problem };
    else this.kept = { ...this.kept, data: { ...reply.data, forms: [...data.forms, ...reply.data.forms] } };
    showView(this, viewWaiting(this.kept));
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  onDoor({ detail }: Keyed) {
    const form = this.kept.data?.forms.find(({ id }) => id === detail.key);
    if (form === undefined) return;
    const { doorId, buildingId } = form;
    void wx.navigateTo({ url: `/packages/worker/pages/door/door?door=${doorId}&building=${buildingId}` });
  },

  onTenancies() {
    void wx.navigateTo({ url: '/packages/worker/pages/tenancies/tenancies' });
  },

  onDuplicates() {
    void wx.navigateTo({ url: '/packages/worker/pages/duplicates/duplicates' });
  },

  onGo({ detail }: Keyed) {
    goInWorker(detail.key);
  },
});
