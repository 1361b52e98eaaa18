import type { Role } from '@domain/identity/role';
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
type Going = WechatMiniprogram.TouchEvent<object, object, { url: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    bar: manageBar(),
    waiting: false,
    view: null as OverviewView | null,
  },

  shown: null as OverviewView | null,
  kept: NOTHING_KEPT,
  rowsShown: ROWS_A_PAGE,
  desks: undefined as BoardAnswer['desks'],
  /** Scopes from the seat's own down to the one that is shown. */
  path: [] as { id: string; name: string }[],
  role: undefined as Role | undefined,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...this.viewNow(), ...deniedFace(ROLES) });
      return;
    }
    this.role = seat.role;
    await whileWaiting(this, this.open('', { bar: manageBar(seat.role) }));
  },

  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open(this.areaId());
  },

  async open(areaId: string, more: Record<string, unknown> = {}) {
    // What waits is the seat's, whatever lies below it is looked at.
    const query = { ...(areaId === '' ? {} : { areaId }), desks: this.path.length <= 1 };
    this.kept = await askKeeping({ kind: 'board', id: areaId }, board.readProgress(query));
    const { data } = this.kept;
    this.desks = data?.desks ?? this.desks;
    if (this.path.length === 0 && data !== undefined) this.path = [{ id: data.id, name: data.name }];
    showView(this, this.viewNow(), more);
  },

  viewNow(): OverviewView {
    const above = this.path[this.path.length - 2]?.name ?? '';
    const { kept, rowsShown, role, desks } = this;
    return viewOverview({ kept, rowsShown, above, role, desks, today: today() });
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
      const mayWalk = this.role !== undefined && WALKING.includes(this.role);
      if (mayWalk) void wx.navigateTo({ url: `/packages/worker/pages/wall/wall?building=${key}` });
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

  onWay({ currentTarget }: Going) {
    void wx.navigateTo({ url: currentTarget.dataset.url });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open(this.areaId())));
  },

  onGo({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    goInManage(detail.key);
  },
});
