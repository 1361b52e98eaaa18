import type { Role } from '@domain/identity/role';
import { PACK_WORDS } from '../../../../messages/visit';
import { TODAY_WORDS } from '../../../../messages/worker';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { changedPaths } from '../../../../services/changed-paths';
import { outboxEntries } from '../../../../services/outbox';
import { showView } from '../../../../services/show-view';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { tasks } from '../../../../services/tasks';
import { whileWaiting } from '../../../../services/waiting';
import { goInWorker, workerBar } from '../../bar';
import { listenForNews } from '../../services/news';
import { downloadPacks, packLines, type DownloadEnd, type DownloadStep } from '../../services/route-pack';
import { viewPack } from './pack.view';
import { ROWS_A_PAGE, viewGiven, viewToday, type BuildingsAnswer, type TodayView } from './today.view';

const ROLES: readonly Role[] = ['GW', 'GV'];
const NOTHING_KEPT: Kept<BuildingsAnswer> = { data: undefined, at: 0, problem: undefined };
type Keyed = WechatMiniprogram.CustomEvent<object, object, { key: string }>;

/** What the worker is led by below ground: the tasks, and whoever confirms, the forms that wait. */
async function keepLists(isVolunteer: boolean): Promise<void> {
  await askKeeping({ kind: 'tasks', id: '' }, tasks.listTasks({}));
  if (!isVolunteer) await askKeeping({ kind: 'queue', id: '' }, census.listWaiting({}));
}

Page({
  data: {
    look: FIRST_LOOK,
    bar: workerBar(),
    words: PACK_WORDS,
    waiting: false,
    view: null as TodayView | null,
    pack: viewPack({ lines: [], entries: [], step: undefined, end: undefined }),
  },

  shown: null as TodayView | null,
  kept: NOTHING_KEPT,
  rowsShown: ROWS_A_PAGE,
  isVolunteer: false,
  step: undefined as DownloadStep | undefined,
  end: undefined as DownloadEnd | undefined,
  stop: undefined as (() => void) | undefined,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewToday(this.kept, 0), ...deniedFace(ROLES) });
      return;
    }
    this.isVolunteer = seat.role === 'GV';
    if (this.isVolunteer) void wx.setNavigationBarTitle({ title: TODAY_WORDS.volunteerTitle });
    await this.open({ bar: workerBar(seat.role) });
    this.stop = listenForNews(
      () => void this.ask(),
      () => void this.drawPack(),
    );
  },

  onUnload() {
    this.stop?.();
  },

  /** Coming back from a building: its figures may have changed. */
  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.ask();
  },

  async open(more: Record<string, unknown> = {}) {
    await whileWaiting(this, this.ask(more));
  },

  async ask(more: Record<string, unknown> = {}) {
    this.kept = await askKeeping({ kind: 'buildings', id: '' }, census.listWalls({}));
    showView(this, this.viewNow(), { ...more, ...(await this.packPaths()) });
  },

  viewNow(): TodayView {
    return this.isVolunteer ? viewGiven(this.kept, this.rowsShown) : viewToday(this.kept, this.rowsShown);
  },

  async packPaths(): Promise<Record<string, unknown>> {
    const [lines, entries] = await Promise.all([packLines(), outboxEntries()]);
    return changedPaths('pack', this.data.pack, viewPack({ lines, entries, step: this.step, end: this.end }));
  },

  async drawPack() {
    const paths = await this.packPaths();
    if (Object.keys(paths).length > 0) this.setData(paths);
  },

  async onDownload() {
    if (this.step !== undefined) return;
    this.step = { done: 0, of: 0 };
    this.end = await downloadPacks((step) => {
      this.step = step;
      void this.drawPack();
    });
    if (this.end.ok) await keepLists(this.isVolunteer);
    this.step = undefined;
    await this.drawPack();
  },

  onOutbox() {
    void wx.navigateTo({ url: '/packages/worker/pages/outbox/outbox' });
  },

  onNotices() {
    void wx.navigateTo({ url: '/packages/manage/pages/notice-edit/notice-edit' });
  },

  onYields() {
    void wx.navigateTo({ url: '/packages/manage/pages/tactic/tactic' });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void this.open());
  },

  onStart() {
    this.openWall(this.shown?.startKey ?? '');
  },

  onBuilding(event: Keyed) {
    this.openWall(event.currentTarget.dataset.key);
  },

  openWall(buildingId: string) {
    void wx.navigateTo({ url: `/packages/worker/pages/wall/wall?building=${buildingId}` });
  },

  onMore() {
    this.rowsShown += ROWS_A_PAGE;
    showView(this, this.viewNow());
  },

  onGo({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    goInWorker(detail.key);
  },
});
