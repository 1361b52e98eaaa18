import type { Role } from '@domain/identity/role';
import { OVERVIEW_WORDS } from '../../../../messages/manage';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { board } from '../../../../services/board';
import { today } from '../../../../services/clock';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { showView } from '../../../../services/show-view';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { goInManage, manageBar } from '../../bar';
import { ROWS_A_PAGE, viewOverview, type BoardAnswer, type OverviewView } from './overview.view';

const ROLES: readonly Role[] = ['CA', 'SA', 'AU'];
/** The audit sees figures and no doors. */
const WALKING: readonly Role[] = ['CA', 'SA'];
const NOTHING_KEPT: Kept<BoardAnswer> = { data: undefined, at: 0, problem: undefined };
type Keyed = WechatMiniprogram.CustomEvent<object, object, { key: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: OVERVIEW_WORDS,
    bar: manageBar(),
    mayBuild: false,
    hasTasks: false,
    waiting: false,
    view: null as OverviewView | null,
  },

  shown: null as OverviewView | null,
  kept: NOTHING_KEPT,
  rowsShown: ROWS_A_PAGE,
  /** Scopes from the seat's own down to the one that is shown. */
  path: [] as { id: string; name: string }[],
  mayWalk: false,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...this.viewNow(), ...deniedFace(ROLES) });
      return;
    }
    this.mayWalk = WALKING.includes(seat.role);
    const hasTasks = seat.role === 'CA';
    await whileWaiting(this, this.open('', { bar: manageBar(seat.role), mayBuild: this.mayWalk, hasTasks }));
  },

  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open(this.areaId());
  },

  async open(areaId: string, more: Record<string, unknown> = {}) {
    const query = areaId === '' ? {} : { areaId };
    this.kept = await askKeeping({ kind: 'board', id: areaId }, board.readProgress(query));
    const { data } = this.kept;
    if (this.path.length === 0 && data !== undefined) this.path = [{ id: data.id, name: data.name }];
    showView(this, this.viewNow(), more);
  },

  viewNow(): OverviewView {
    const above = this.path[this.path.length - 2]?.name ?? '';
    return viewOverview({ kept: this.kept, rowsShown: this.rowsShown, above, today: today() });
  },

  areaId(): string {
    return this.path[this.path.length - 1]?.id ?? '';
  },

  async onRow(event: Keyed) {
    const { key } = event.currentTarget.dataset;
    const { data } = this.kept;
    const row = data?.rows.find(({ id }) => id === key);
    if (data === undefined || row === undefined) return;
    if (data.kind === 'compound') {
      if (this.mayWalk) void wx.navigateTo({ url: `/packages/worker/pages/wall/wall?building=${key}` });
      return;
    }
    this.path = [...this.path, { id: row.id, name: row.name }];
    this.rowsShown = ROWS_A_PAGE;
    await this.open(row.id);
  },

  async onUp() {
    this.path = this.path.slice(0, -1);
    this.rowsShown = ROWS_A_PAGE;
    await this.open(this.areaId());
  },

  onMore() {
    this.rowsShown += ROWS_A_PAGE;
    showView(this, this.viewNow());
  },

  onBuild() {
    void wx.navigateTo({ url: `/packages/manage/pages/skeleton/skeleton?compound=${this.areaId()}` });
  },

  onWishes() {
    void wx.navigateTo({ url: '/packages/manage/pages/wish-review/wish-review' });
  },

  onGifts() {
    void wx.navigateTo({ url: '/packages/ledger/pages/gift-desk/gift-desk' });
  },

  onLedger() {
    void wx.navigateTo({ url: '/packages/ledger/pages/ledger/ledger' });
  },

  onTactic() {
    void wx.navigateTo({ url: `/packages/manage/pages/tactic/tactic?area=${this.areaId()}` });
  },

  /** What only the community settles, and what its workers have not. */
  onTasks() {
    void wx.navigateTo({ url: '/packages/worker/pages/tasks/tasks' });
  },

  onUnits() {
    void wx.navigateTo({ url: `/packages/manage/pages/units/units?compound=${this.areaId()}` });
  },

  onContent() {
    void wx.navigateTo({ url: '/packages/manage/pages/content/content' });
  },

  onVolunteers() {
    void wx.navigateTo({ url: '/packages/manage/pages/volunteers/volunteers' });
  },

  onActivities() {
    void wx.navigateTo({ url: '/packages/manage/pages/activity-edit/activity-edit' });
  },

  onNotices() {
    void wx.navigateTo({ url: '/packages/manage/pages/notice-edit/notice-edit' });
  },

  onGuides() {
    void wx.navigateTo({ url: '/packages/manage/pages/guide-edit/guide-edit' });
  },

  onCourses() {
    void wx.navigateTo({ url: '/packages/manage/pages/course-edit/course-edit' });
  },

  onPeople() {
    void wx.navigateTo({ url: '/packages/manage/pages/people/people' });
  },

  onExport() {
    void wx.navigateTo({ url: `/packages/manage/pages/exports/exports?area=${this.areaId()}` });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open(this.areaId())));
  },

  onGo({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    goInManage(detail.key);
  },
});
