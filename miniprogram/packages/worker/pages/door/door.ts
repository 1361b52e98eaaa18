import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { DOOR_WORDS } from '../../../../messages/worker';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { callNumber } from '../../../../services/phone-call';
import { register } from '../../../../services/register';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, leavePage, openStaffPage } from '../../../../services/staff-page';
import { after, type Timer } from '../../../../services/timer';
import { whileWaiting } from '../../../../services/waiting';
import { NO_DOOR, subjectOf, viewDoor, type DoorCase, type DoorView } from './door.view';

const ROLES: readonly Role[] = ['GW', 'GV', 'CA', 'SA'];
/** The street looks on. */
const DECIDING: readonly Role[] = ['GW', 'CA'];
/** A number stays in sight as long as it takes to dial it. */
const PHONE_SHOWN_MS = 60_000;
const CLOSED = { sheet: '', isBusy: false, sheetProblem: '' };

type Verdict = 'confirm' | 'sameHousehold' | 'secondHousehold' | 'bedHolder' | 'reject';
/** Verdicts that speak of the household looked at. */
const BESIDE: readonly Verdict[] = ['sameHousehold', 'bedHolder'];
type Reason = WechatMiniprogram.CustomEvent<{ reason: string }>;
type Choose = WechatMiniprogram.CustomEvent<{ value: number }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: DOOR_WORDS,
    waiting: false,
    /** '' | 'reveal' | 'return' */
    ...CLOSED,
    notice: '',
    phone: '',
    view: null as DoorView | null,
  },

  shown: null as DoorView | null,
  at: undefined as DoorCase | undefined,
  doorId: '',
  buildingId: '',
  canDecide: false,
  hiding: undefined as Timer | undefined,

  async onLoad({ door = '', building = '' }: Record<string, string | undefined>) {
    this.doorId = door;
    this.buildingId = building;
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...NO_DOOR, ...deniedFace(ROLES) });
    else {
      this.canDecide = DECIDING.includes(seat.role);
      await whileWaiting(this, this.open());
    }
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

  async open(more: Record<string, unknown> = {}) {
    const reply = await census.readDoor({ doorId: this.doorId });
    if (!reply.ok) {
      showView(this, { ...NO_DOOR, ...faceOf(reply.problem) }, more);
      return;
    }
    this.at = { door: reply.data, canDecide: this.canDecide, formIndex: 0, householdIndex: 0 };
    showView(this, viewDoor(this.at), more);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  lookAt(change: Partial<DoorCase>) {
    if (this.at === undefined) return;
    this.at = { ...this.at, ...change };
    this.hiding?.cancel();
    showView(this, viewDoor(this.at), { phone: '', notice: '' });
  },

  onForm({ detail }: Choose) {
    this.lookAt({ formIndex: detail.value });
  },

  onHousehold({ detail }: Choose) {
    this.lookAt({ householdIndex: detail.value });
  },

  async onConfirm() {
    await this.decide('confirm', '');
  },

  async onSame() {
    await this.decide('sameHousehold', '');
  },

  async onSecond() {
    await this.decide('secondHousehold', '');
  },

  async onBed() {
    await this.decide('bedHolder', '');
  },

  onReturn() {
    this.setData({ sheet: 'return', notice: '' });
  },

  onReveal() {
    this.setData({ sheet: 'reveal', notice: '' });
  },

  onClose() {
    this.setData(CLOSED);
  },

  async onReason({ detail }: Reason) {
    if (this.data.sheet === 'return') await this.decide('reject', detail.reason);
    else await this.reveal(detail.reason);
  },

  async decide(verdict: Verdict, reason: string) {
    const form = this.at?.door.waiting[this.at.formIndex];
    if (this.at === undefined || form === undefined || this.data.isBusy) return;
    const household = this.at.door.households[this.at.householdIndex];
    this.setData({ isBusy: true });
    const input = {
      formId: form.id,
      version: form.version,
      verdict,
      ...(BESIDE.includes(verdict) && household !== undefined ? { householdId: household.id } : {}),
      ...(reason === '' ? {} : { reason }),
    };
    const reply = await changeOnce({ name: 'decideForm', input }, census.decideForm);
    if (!reply.ok) {
      this.fail(sentenceFor(reply.problem));
      return;
    }
    this.hiding?.cancel();
    await this.open({ ...CLOSED, phone: '', notice: decidedWords(verdict, reply.data.conflicts) });
  },

  /** In the sheet where one is open, else above the buttons. */
  fail(sentence: string) {
    const isInSheet = this.data.sheet !== '';
    this.setData({ isBusy: false, ...(isInSheet ? { sheetProblem: sentence } : { notice: sentence }) });
  },

  async reveal(reason: string) {
    const subject = this.at === undefined ? undefined : subjectOf(this.at);
    if (subject === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const reply = await changeOnce(
      { name: 'revealPhone', input: { ...subject, reason } },
      register.revealPhone,
    );
    if (!reply.ok) {
      this.fail(sentenceFor(reply.problem));
      return;
    }
    this.setData({ ...CLOSED, phone: reply.data.phone });
    this.hiding?.cancel();
    this.hiding = after(PHONE_SHOWN_MS, () => {
      this.hidePhone();
    });
  },

  hidePhone() {
    this.hiding?.cancel();
    if (this.data.phone !== '') this.setData({ phone: '' });
  },

  onCall() {
    callNumber(this.data.phone);
  },

  onReceipt() {
    void wx.navigateTo({
      url: `/packages/worker/pages/receipt/receipt?building=${this.buildingId}&door=${this.doorId}`,
    });
  },

  onCounted() {
    void wx.navigateTo({ url: `/packages/worker/pages/counted/counted?door=${this.doorId}` });
  },

  onWall() {
    leavePage();
  },
});

function decidedWords(verdict: Verdict, conflicts: number): string {
  if (verdict === 'reject') return DOOR_WORDS.returned;
  if (verdict === 'confirm') return DOOR_WORDS.confirmed;
  if (verdict === 'bedHolder') return DOOR_WORDS.bedded;
  return verdict === 'sameHousehold' ? DOOR_WORDS.joined(conflicts) : DOOR_WORDS.seconded;
}
