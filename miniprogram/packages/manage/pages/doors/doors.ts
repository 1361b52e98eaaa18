import type { Role } from '@domain/identity/role';
import { DOORS_WORDS } from '../../../../messages/manage';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { area } from '../../../../services/area';
import { census } from '../../../../services/census';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { doorIdOfKey } from '../../../../services/wall-units';
import {
  doorName,
  NO_DOORS,
  problemView,
  refusalWords,
  viewDoors,
  type Addition,
  type DoorsAnswer,
  type DoorsView,
} from './doors.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
const NOT_ASKING = { show: false, title: '' };
const NO_ADDITION: Addition = { unitId: '', room: '', floor: 1 };
type Detail<Value extends object> = WechatMiniprogram.CustomEvent<Value>;
type Edit = Parameters<typeof area.editDoor>[0]['edit'];

Page({
  data: {
    look: FIRST_LOOK,
    words: DOORS_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    asking: NOT_ASKING,
    view: null as DoorsView | null,
  },

  shown: null as DoorsView | null,
  answer: undefined as DoorsAnswer | undefined,
  addition: NO_ADDITION,
  buildingId: '',
  doorKey: '',

  async onLoad({ building = '' }: Record<string, string | undefined>) {
    this.buildingId = building;
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...NO_DOORS, ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(more: Record<string, unknown> = {}) {
    const reply = await census.readWall({ buildingId: this.buildingId });
    if (!reply.ok) {
      showView(this, problemView(reply.problem), more);
      return;
    }
    this.answer = reply.data;
    const isKnown = reply.data.units.some(({ id }) => id === this.addition.unitId);
    if (!isKnown) this.addition = { ...this.addition, unitId: reply.data.units[0]?.id ?? '' };
    showView(this, viewDoors(reply.data, this.addition), more);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  onDoor({ detail }: Detail<{ key: string }>) {
    this.doorKey = detail.key;
    const title = DOORS_WORDS.removeAsk(this.nameNow());
    this.setData({ asking: { show: true, title }, notice: '' });
  },

  onKeep() {
    this.setData({ asking: NOT_ASKING });
  },

  async onRemove() {
    const units = this.answer?.units ?? [];
    const doorId = doorIdOfKey(units, this.doorKey);
    const unitId = doorId.slice(0, doorId.lastIndexOf('-'));
    await this.edit({ unitId, edit: { act: 'remove', doorId } }, this.nameNow());
  },

  onUnit({ detail }: Detail<{ value: string }>) {
    this.change({ unitId: detail.value });
  },

  onRoom({ detail }: Detail<{ value: string }>) {
    this.change({ room: detail.value });
  },

  onFloor({ detail }: Detail<{ value: number }>) {
    this.change({ floor: detail.value });
  },

  async onAdd() {
    const { unitId, floor } = this.addition;
    const room = this.addition.room.trim();
    if (room === '') this.setData({ notice: DOORS_WORDS.roomMissing });
    else await this.edit({ unitId, edit: { act: 'add', room, floor } }, room);
  },

  async edit(input: { unitId: string; edit: Edit }, door: string) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const { act } = input.edit;
    const reply = await changeOnce({ name: 'editDoor', input }, area.editDoor);
    if (!reply.ok) {
      const notice = refusalWords(reply.problem, { act, door });
      this.setData({ isBusy: false, asking: NOT_ASKING, notice });
      return;
    }
    this.addition = { ...this.addition, room: '' };
    const notice = act === 'add' ? DOORS_WORDS.added(door) : DOORS_WORDS.removed(door);
    await this.open({ isBusy: false, asking: NOT_ASKING, notice });
  },

  change(change: Partial<Addition>) {
    this.addition = { ...this.addition, ...change };
    if (this.answer !== undefined) showView(this, viewDoors(this.answer, this.addition));
  },

  nameNow(): string {
    return doorName(this.answer?.units ?? [], this.doorKey);
  },

  onStickers() {
    void wx.navigateTo({ url: `/packages/worker/pages/codes/codes?building=${this.buildingId}` });
  },
});
