import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { RECEIPT_WORDS } from '../../../../messages/worker';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { today } from '../../../../services/clock';
import { askKeeping } from '../../../../services/kept-answers';
import { showView } from '../../../../services/show-view';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { doorIdOfKey, keyOfDoorId } from '../../../../services/wall-units';
import { goInWorker, workerBar } from '../../bar';
import { bringReceiptKeys, checkReceipt } from '../../services/receipt-check';
import { noteReceipt } from '../../services/seen-receipts';
import type { BuildingsAnswer } from '../today/today.view';
import { newerPack } from '../wall/offline-wall';
import type { WallAnswer } from '../wall/wall.view';
import {
  codeInScan,
  NEW_RECEIPT,
  typedProblem,
  viewReceipt,
  type ReceiptState,
  type ReceiptView,
} from './receipt.view';

const ROLES: readonly Role[] = ['GW', 'GV', 'CA', 'SA'];
type Detail<Value extends object> = WechatMiniprogram.CustomEvent<Value>;

Page({
  data: {
    look: FIRST_LOOK,
    words: RECEIPT_WORDS,
    bar: workerBar(),
    hasBar: false,
    waiting: false,
    code: '',
    codeProblem: '',
    view: null as ReceiptView | null,
  },

  shown: null as ReceiptView | null,
  state: NEW_RECEIPT,
  typed: '',

  /** From a door: its building and the door are chosen already. */
  async onLoad({ door = '', building = '' }: Record<string, string | undefined>) {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewReceipt(NEW_RECEIPT), ...deniedFace(ROLES) });
      return;
    }
    if (building !== '') await whileWaiting(this, this.openBuilding(building, door));
    else await whileWaiting(this, this.openBuildings({ hasBar: true, bar: workerBar(seat.role) }));
  },

  async onShow() {
    await refreshLook(this);
  },

  async openBuildings(more: Record<string, unknown> = {}) {
    const buildings = await askKeeping<BuildingsAnswer>({ kind: 'buildings', id: '' }, census.listWalls({}));
    this.show({ ...NEW_RECEIPT, buildings }, more);
  },

  /** The wall first, or the route packs of its units, then the keys: with both, this building needs no network any more. */
  async openBuilding(buildingId: string, doorId = '') {
    const asking = census.readWall({ buildingId });
    const kept = await askKeeping<WallAnswer>({ kind: 'wall', id: `${buildingId} ` }, asking);
    const { data, problem } = kept.problem === undefined ? kept : await newerPack(kept, { buildingId });
    if (data === undefined) {
      this.show({ problem: problem === undefined ? '' : sentenceFor(problem) });
      return;
    }
    const doorKey = doorId === '' ? '' : keyOfDoorId(data.units, doorId);
    const isReady = await bringReceiptKeys(data.units.map(({ id }) => id));
    this.show({ wall: data, doorKey, isReady, problem: '' });
  },

  async onBuilding({ detail }: Detail<{ value: string }>) {
    await this.openBuilding(detail.value);
  },

  onDoor({ detail }: Detail<{ key: string }>) {
    this.show({ doorKey: detail.key, verdict: undefined });
  },

  async onOtherBuilding() {
    if (this.state.buildings === undefined) await this.openBuildings();
    else this.show({ ...NEW_RECEIPT, buildings: this.state.buildings });
  },

  onOtherDoor() {
    this.typed = '';
    this.show({ doorKey: '', verdict: undefined }, { code: '', codeProblem: '' });
  },

  onType({ detail }: Detail<{ value: string }>) {
    this.typed = detail.value;
  },

  onScan() {
    wx.scanCode({
      success: ({ result }) => {
        this.typed = codeInScan(result);
        void this.check({ code: this.typed });
      },
      // The person closed the camera: nothing happened.
      fail: () => undefined,
    });
  },

  async onCheck() {
    await this.check({});
  },

  async check(more: Record<string, unknown>) {
    const codeProblem = typedProblem(this.typed);
    if (codeProblem !== '') {
      this.show({ verdict: undefined }, { ...more, codeProblem });
      return;
    }
    const doorId = doorIdOfKey(this.state.wall?.units ?? [], this.state.doorKey);
    const verdict = await checkReceipt(this.typed, doorId, today());
    if (verdict.verdict === 'genuine') await noteReceipt(doorId, verdict.day);
    this.show({ verdict }, { ...more, codeProblem: '' });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.openBuildings()));
  },

  onGo({ detail }: Detail<{ key: string }>) {
    goInWorker(detail.key);
  },

  show(change: Partial<ReceiptState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewReceipt(this.state), more);
  },
});
