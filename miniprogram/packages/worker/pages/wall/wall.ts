import type { WallUnit } from '@domain/contract/census';
import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { WALL_WORDS } from '../../../../messages/worker';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { outboxEntries } from '../../../../services/outbox';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { doorIdOfKey } from '../../../../services/wall-units';
import { listenForNews } from '../../services/news';
import { seenReceipts } from '../../services/seen-receipts';
import { newerPack, withNoted } from './offline-wall';
import {
  confirmedWords,
  confirmWords,
  viewWall,
  type WallAnswer,
  type WallSeat,
  type WallView,
} from './wall.view';

const ROLES: readonly Role[] = ['GW', 'GV', 'CA', 'SA'];
/** Codes are printed by those who answer for the building. */
const PRINTING: readonly Role[] = ['GW', 'CA', 'SA'];
const KNOCKING: readonly Role[] = ['GW', 'GV'];
/** The street looks on. */
const CONFIRMING: readonly Role[] = ['GW', 'CA'];
const NOTHING_KEPT: Kept<WallAnswer> = { data: undefined, at: 0, problem: undefined };
const NO_SEAT: WallSeat = { canConfirm: false, canKnock: false, entries: [] };
const NOT_ASKING = { show: false, title: '', sentence: '' };
type Keyed = WechatMiniprogram.CustomEvent<object, object, { key: string }>;
type Detail<Value extends object> = WechatMiniprogram.CustomEvent<Value>;

Page({
  data: {
    look: FIRST_LOOK,
    words: WALL_WORDS,
    waiting: false,
    isBusy: false,
    canPrint: false,
    notice: '',
    asking: NOT_ASKING,
    view: null as WallView | null,
  },

  shown: null as WallView | null,
  kept: NOTHING_KEPT,
  seat: NO_SEAT,
  stop: undefined as (() => void) | undefined,
  buildingId: '',
  unitId: '',
  /** The unit that the sheet asks about. */
  askedUnit: '',

  async onLoad({ building = '' }: Record<string, string | undefined>) {
    this.buildingId = building;
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewWall(this.kept, this.seat), ...deniedFace(ROLES) });
      return;
    }
    const { role } = seat;
    this.seat = { ...this.seat, canConfirm: CONFIRMING.includes(role), canKnock: KNOCKING.includes(role) };
    await whileWaiting(this, this.open({ canPrint: PRINTING.includes(role) }));
    this.stop = listenForNews(
      () => void this.open(),
      () => void this.draw(),
    );
  },

  onUnload() {
    this.stop?.();
  },

  /** Coming back from a door: its window may have lit. */
  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content' && !this.data.isBusy) await this.open();
  },

  async open(more: Record<string, unknown> = {}) {
    const { buildingId, unitId } = this;
    const query = { buildingId, ...(unitId === '' ? {} : { unitId }) };
    const id = `${buildingId} ${unitId}`;
    const kept = await askKeeping({ kind: 'wall', id }, census.readWall(query));
    this.kept = kept.problem === undefined ? kept : await newerPack(kept, query);
    await this.draw(more);
  },

  /** With what this phone has noted since. */
  async draw(more: Record<string, unknown> = {}) {
    const entries = this.seat.canKnock ? await outboxEntries() : [];
    this.seat = { ...this.seat, entries };
    const { data } = this.kept;
    const receipts = await seenReceipts();
    const noted =
      data === undefined ? this.kept : { ...this.kept, data: withNoted(data, { entries, receipts }) };
    showView(this, viewWall(noted, this.seat), more);
  },

  onOutbox() {
    void wx.navigateTo({ url: '/packages/worker/pages/outbox/outbox' });
  },

  onNotes() {
    const [unit] = this.kept.data?.units ?? [];
    if (unit === undefined) return;
    const label = encodeURIComponent(
      `${this.kept.data?.plate.compound ?? ''} ${this.kept.data?.plate.line ?? ''}`,
    );
    void wx.navigateTo({ url: `/packages/worker/pages/notes/notes?unit=${unit.id}&label=${label}` });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  async onTab({ detail }: Detail<{ value: string }>) {
    this.unitId = detail.value;
    await this.open({ notice: '' });
  },

  onDoor({ detail }: Detail<{ key: string }>) {
    this.openDoor(doorIdOfKey(this.kept.data?.units ?? [], detail.key));
  },

  onFlagged({ detail }: Detail<{ key: string }>) {
    this.openDoor(detail.key);
  },

  openDoor(doorId: string) {
    void wx.navigateTo({
      url: `/packages/worker/pages/door/door?door=${doorId}&building=${this.buildingId}`,
    });
  },

  onAsk(event: Keyed) {
    this.askedUnit = event.currentTarget.dataset.key;
    const unit = this.unitNow();
    if (unit !== undefined) this.setData({ asking: { show: true, ...confirmWords(unit) }, notice: '' });
  },

  onLater() {
    this.setData({ asking: NOT_ASKING });
  },

  async onConfirm() {
    const unit = this.unitNow();
    if (unit === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const notice = await this.confirmWhole(unit.id);
    await this.open({ isBusy: false, asking: NOT_ASKING, notice });
  },

  /** A call confirms a handful; the next one goes on until nothing is left that it could. */
  async confirmWhole(unitId: string): Promise<string> {
    let confirmed = 0;
    for (;;) {
      const change = { name: `confirmUnit ${confirmed}`, input: { unitId } };
      const reply = await changeOnce(change, census.confirmUnit);
      if (!reply.ok) {
        const done = confirmed === 0 ? [] : [WALL_WORDS.confirmed(confirmed)];
        return [...done, sentenceFor(reply.problem)].join('，');
      }
      confirmed += reply.data.confirmed;
      if (reply.data.left === 0 || reply.data.confirmed === 0) {
        return confirmedWords({ ...reply.data, confirmed });
      }
    }
  },

  unitNow(): WallUnit | undefined {
    return this.kept.data?.units.find(({ id }) => id === this.askedUnit);
  },

  onCodes() {
    void wx.navigateTo({ url: `/packages/worker/pages/codes/codes?building=${this.buildingId}` });
  },
});
