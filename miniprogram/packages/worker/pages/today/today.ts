import type { Role } from '@domain/identity/role';
import { TODAY_WORDS } from '../../../../messages/worker';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { showView } from '../../../../services/show-view';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { goInWorker, workerBar } from '../../bar';
import { ROWS_A_PAGE, viewGiven, viewToday, type BuildingsAnswer, type TodayView } from './today.view';

const ROLES: readonly Role[] = ['GW', 'GV'];
const NOTHING_KEPT: Kept<BuildingsAnswer> = { data: undefined, at: 0, problem: undefined };
type Keyed = WechatMiniprogram.CustomEvent<object, object, { key: string }>;

Page({
  data: { look: FIRST_LOOK, bar: workerBar(), waiting: false, view: null as TodayView | null },

  shown: null as TodayView | null,
  kept: NOTHING_KEPT,
  rowsShown: ROWS_A_PAGE,
  isVolunteer: false,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewToday(this.kept, 0), ...deniedFace(ROLES) });
      return;
    }
    this.isVolunteer = seat.role === 'GV';
    if (this.isVolunteer) void wx.setNavigationBarTitle({ title: TODAY_WORDS.volunteerTitle });
    await this.open({ bar: workerBar(seat.role) });
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
    showView(this, this.viewNow(), more);
  },

  viewNow(): TodayView {
    return this.isVolunteer ? viewGiven(this.kept, this.rowsShown) : viewToday(this.kept, this.rowsShown);
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
