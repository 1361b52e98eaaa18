import type { Role } from '@domain/identity/role';
import { HEAD_DOOR_WORDS } from '../../../../messages/building';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { building } from '../../../../services/building';
import { census } from '../../../../services/census';
import { inviteUrl } from '../../../../services/invite-way';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { callNumber } from '../../../../services/phone-call';
import { register } from '../../../../services/register';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { after, type Timer } from '../../../../services/timer';
import { whileWaiting } from '../../../../services/waiting';
import { doorMemory, NO_MEMORY, rememberReminded, rememberSaid } from '../../services/door-memory';
import type { HeadWallAnswer } from '../wall/wall.view';
import {
  hindranceWords,
  passesBy,
  remindedSince,
  saidWords,
  unrevealedWords,
  viewHeadDoor,
  type HeadDoorState,
  type HeadDoorView,
  type LivesHere,
} from './door.view';

const ROLES: readonly Role[] = ['BH'];
const NOTHING_KEPT: Kept<HeadWallAnswer> = { data: undefined, at: 0, problem: undefined };
const NOTHING_YET: HeadDoorState = {
  kept: NOTHING_KEPT,
  doorId: '',
  reminded: '',
  notReminded: '',
  livesHere: '',
  said: '',
  phone: '',
  memory: NO_MEMORY,
};
/** As long as it takes to dial it. */
const PHONE_SHOWN_MS = 60_000;
const CLOSED = { sheet: '', isBusy: false, sheetProblem: '' };

Page({
  data: {
    look: FIRST_LOOK,
    words: HEAD_DOOR_WORDS,
    waiting: false,
    ...CLOSED,
    view: null as HeadDoorView | null,
  },

  shown: null as HeadDoorView | null,
  state: NOTHING_YET,
  buildingId: '',
  hiding: undefined as Timer | undefined,

  async onLoad({ door = '' }: { door?: string }) {
    this.state = { ...this.state, doorId: door };
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewHeadDoor(this.state), ...deniedFace(ROLES) });
      return;
    }
    this.buildingId = seat.buildingId ?? '';
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  onHide() {
    this.hidePhone();
  },

  onUnload() {
    this.hiding?.cancel();
  },

  async open() {
    const { buildingId } = this;
    const unitId = this.state.doorId.slice(0, this.state.doorId.lastIndexOf('-'));
    const kept = await askKeeping(
      { kind: 'wall', id: `${buildingId} ${unitId}` },
      census.readWall({ buildingId, unitId }),
    );
    this.show({ kept, memory: await doorMemory() });
  },

  async onRemind() {
    const change = { name: 'remindDoor', input: { doorId: this.state.doorId } };
    const reply = await changeOnce(change, building.remindDoor);
    const at = reply.ok ? reply.data.remindedAt : remindedSince(reply.problem);
    if (at !== undefined) await rememberReminded(this.state.doorId, at);
    if (reply.ok) this.show({ reminded: HEAD_DOOR_WORDS.reminded, notReminded: '' });
    else if (passesBy(reply.problem)) this.show({ notReminded: hindranceWords(reply.problem) });
    else this.show({ reminded: hindranceWords(reply.problem) });
  },

  async onLives({ detail }: WechatMiniprogram.CustomEvent<{ value: LivesHere }>) {
    const livesHere = detail.value;
    const change = { name: 'confirmDoor', input: { doorId: this.state.doorId, livesHere } };
    const reply = await changeOnce(change, building.confirmDoor);
    if (!reply.ok) this.show({ said: hindranceWords(reply.problem) });
    else {
      await rememberSaid(this.state.doorId, { word: livesHere, state: this.shown?.state ?? '' });
      this.show({ livesHere, said: saidWords(livesHere, this.shown?.isTaken === true) });
    }
  },

  onReveal() {
    this.setData({ ...CLOSED, sheet: 'reveal' });
  },

  onClose() {
    this.setData(CLOSED);
  },

  async onReason({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, sheetProblem: '' });
    const change = { name: 'revealPhone', input: { doorId: this.state.doorId, reason: detail.reason } };
    const reply = await changeOnce(change, register.revealPhone);
    if (!reply.ok) {
      this.setData({ isBusy: false, sheetProblem: unrevealedWords(reply.problem) });
      return;
    }
    this.show({ phone: reply.data.phone }, CLOSED);
    this.hiding?.cancel();
    this.hiding = after(PHONE_SHOWN_MS, () => {
      this.hidePhone();
    });
  },

  hidePhone() {
    this.hiding?.cancel();
    if (this.state.phone !== '') this.show({ phone: '' });
  },

  onCall() {
    callNumber(this.state.phone);
  },

  onWish() {
    void wx.navigateTo({ url: `/packages/life/pages/wish-new/wish-new?door=${this.state.doorId}` });
  },

  onInvite() {
    const { compound = '', line = '' } = this.shown ?? {};
    void wx.navigateTo({ url: inviteUrl({ doorId: this.state.doorId, compound, line }) });
  },

  onHelpFill() {
    void wx.navigateTo({ url: `/packages/building/pages/help-fill/help-fill?door=${this.state.doorId}` });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  show(change: Partial<HeadDoorState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewHeadDoor(this.state), more);
  },
});
