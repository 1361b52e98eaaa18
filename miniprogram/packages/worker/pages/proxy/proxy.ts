import type { RefusableField } from '@domain/census/codes';
import type { Receipt, WaitingForm } from '@domain/contract/census';
import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { PROXY_WORDS } from '../../../../messages/proxy';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { census } from '../../../../services/census';
import { formRulesOf } from '../../../../services/form-rules';
import { scrollToPlace } from '../../../../services/scroll';
import { knownSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, leavePage, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { readWholeDoor } from '../../services/whole-door';
import {
  correctionsOf,
  NO_PROXY,
  phoneProblemOf,
  REFUSALS,
  viewProxy,
  viewSlip,
  type ProxyView,
  type SlipView,
} from './proxy.view';

const ROLES: readonly Role[] = ['GW', 'CA'];
const CODE = /^\d{4}$/;

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: 'code' | 'phone' }>;
type Proof = { by: 'code'; code: string } | { by: 'face' };

Page({
  data: {
    look: FIRST_LOOK,
    words: PROXY_WORDS,
    refusals: REFUSALS,
    waiting: false,
    refused: [] as readonly RefusableField[],
    sheet: '',
    problem: '',
    phoneProblem: '',
    isBusy: false,
    slip: null as SlipView | null,
    view: null as ProxyView | null,
  },

  shown: null as ProxyView | null,
  doorId: '',
  formId: '',
  form: undefined as WaitingForm | undefined,
  plate: { compound: '', line: '' },
  isSecond: false,
  code: '',
  phone: '',

  async onLoad({ door = '', form = '' }: Record<string, string | undefined>) {
    this.doorId = door;
    this.formId = form;
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...NO_PROXY, ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const reply = await readWholeDoor(this.doorId);
    if (!reply.ok) {
      showView(this, { ...NO_PROXY, ...faceOf(reply.problem) });
      return;
    }
    this.form = reply.data.waiting.find(({ id }) => id === this.formId);
    this.plate = reply.data.plate;
    this.isSecond = reply.data.households.length > 0;
    showView(this, viewProxy(reply.data.plate, this.form));
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  onType({ currentTarget, detail }: Typed) {
    const { field } = currentTarget.dataset;
    this[field] = detail.value;
    if (field === 'phone' && this.data.phoneProblem !== '') this.setData({ phoneProblem: '' });
  },

  onRefused({ detail }: WechatMiniprogram.CustomEvent<{ values: readonly RefusableField[] }>) {
    this.setData({ refused: detail.values });
  },

  /** A number that cannot be one is told at its own field, before a code is tried. */
  async isPhoneRight(): Promise<boolean> {
    const { campaign } = await knownSession();
    const phoneProblem = phoneProblemOf(this.phone, formRulesOf(campaign));
    if (phoneProblem === '') return true;
    this.setData({ phoneProblem, problem: '' });
    scrollToPlace('#said');
    return false;
  },

  async onConfirm() {
    if (!(await this.isPhoneRight())) return;
    const code = this.code.trim();
    if (CODE.test(code)) await this.confirm({ by: 'code', code }, undefined);
    else this.setData({ problem: PROXY_WORDS.short });
  },

  async onFace() {
    if (await this.isPhoneRight()) this.setData({ sheet: 'face', problem: '' });
  },

  onClose() {
    this.setData({ sheet: '', problem: '' });
  },

  async onReason({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    await this.confirm({ by: 'face' }, detail.reason);
  },

  async confirm(proof: Proof, reason: string | undefined) {
    const { form } = this;
    if (form === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const corrections = correctionsOf(form, { phone: this.phone, refused: this.data.refused });
    const input = {
      formId: form.id,
      version: form.version,
      verdict: this.isSecond ? ('secondHousehold' as const) : ('confirm' as const),
      proof,
      ...(reason === undefined ? {} : { reason }),
      ...(corrections === undefined ? {} : { corrections }),
    };
    const reply = await changeOnce({ name: 'confirmProxy', input }, census.confirmProxy);
    if (!reply.ok) {
      this.setData({ isBusy: false, problem: sentenceFor(reply.problem) });
      return;
    }
    const { outcome, triesLeft, receipt } = reply.data;
    if (outcome === 'confirmed') this.end(receipt);
    else if (outcome === 'locked') this.lock();
    else this.setData({ isBusy: false, problem: PROXY_WORDS.wrong(triesLeft) });
  },

  /** The door's page asks again once it is shown, by the button here or by going back. */
  end(receipt: Receipt | undefined) {
    this.getOpenerEventChannel().emit?.('confirmed', {});
    const slip = receipt === undefined ? null : viewSlip(receipt);
    this.setData({ isBusy: false, sheet: '', slip });
  },

  lock() {
    const { form, plate } = this;
    if (form === undefined) return;
    this.form = { ...form, proxy: { triesLeft: 0 } };
    showView(this, viewProxy(plate, this.form), { isBusy: false });
  },

  onDoor() {
    leavePage();
  },
});
