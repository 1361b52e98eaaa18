import type { OpenTenancy } from '@domain/contract/tenancy';
import type { Role } from '@domain/identity/role';
import { dayWords } from '@domain/kernel/day';
import { sentenceFor } from '@domain/kernel/problem';
import type { TenancyVerdict } from '@domain/tenancy/tenancy-state';
import { SETTLE_WORDS } from '../../../../messages/matching';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today } from '../../../../services/clock';
import { scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { tenancy } from '../../../../services/tenancy';
import { whileWaiting } from '../../../../services/waiting';
import { NO_TENANCIES, viewTenancies, type TenanciesView } from './tenancies.view';

const ROLES: readonly Role[] = ['GW', 'CA'];
/** Which card has its second step open: a number to ask, a day, or whether it is meant. */
const CLOSED = { openId: '', step: '', isBusy: false };

type Marks = { id: string; verdict: TenancyVerdict };
type Tap = WechatMiniprogram.TouchEvent<object, object, Marks>;
type Given = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: SETTLE_WORDS,
    waiting: false,
    notice: '',
    ...CLOSED,
    latest: '',
    day: '',
    dayLabel: '',
    view: null as TenanciesView | null,
  },

  shown: null as TenanciesView | null,
  tenancies: [] as OpenTenancy[],
  cursor: undefined as string | undefined,
  phone: '',

  async onLoad() {
    const day = today();
    this.setData({ latest: day, day, dayLabel: `${SETTLE_WORDS.moveOutTitle} ${dayWords(day)}` });
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...NO_TENANCIES, ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(notice = '') {
    const reply = await tenancy.listOpen({});
    if (reply.ok) {
      this.tenancies = reply.data.tenancies;
      this.cursor = reply.data.next;
    }
    const view = reply.ok
      ? viewTenancies(this.tenancies, this.cursor)
      : { ...NO_TENANCIES, ...faceOf(reply.problem) };
    showView(this, view, { notice, ...CLOSED });
  },

  async onMore() {
    if (this.cursor === undefined) return;
    const reply = await tenancy.listOpen({ cursor: this.cursor });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.tenancies = [...this.tenancies, ...reply.data.tenancies];
    this.cursor = reply.data.next;
    showView(this, viewTenancies(this.tenancies, this.cursor));
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  /** Where it can be asked: the way there and the telephone are on the page of the door. */
  onDoor({ currentTarget }: Tap) {
    const open = this.tenancies.find(({ id }) => id === currentTarget.dataset.id);
    if (open === undefined) return;
    const { id, doorId, buildingId } = open;
    // A tenancy goes by the id of its household.
    const query = `door=${doorId}&building=${buildingId}&household=${id}`;
    void wx.navigateTo({ url: `/packages/worker/pages/door/door?${query}` });
  },

  async onVerdict({ currentTarget }: Tap) {
    const { id, verdict } = currentTarget.dataset;
    await this.decide(id, verdict, {});
  },

  onStep({ currentTarget }: Tap) {
    const { id, verdict } = currentTarget.dataset;
    this.phone = '';
    this.setData({ openId: id, step: verdict, notice: '' });
  },

  onCancel() {
    this.setData(CLOSED);
  },

  onPhone({ detail }: Given) {
    this.phone = detail.value;
  },

  onDay({ detail }: Given) {
    this.setData({
      day: detail.value,
      dayLabel: `${SETTLE_WORDS.moveOutTitle} ${dayWords(detail.value)}`,
    });
  },

  async onAsk() {
    await this.decide(this.data.openId, 'ask', { landlordPhone: this.phone });
  },

  async onMovedOut() {
    await this.decide(this.data.openId, 'movedOut', { movedOutOn: this.data.day });
  },

  async decide(id: string, verdict: TenancyVerdict, more: { landlordPhone?: string; movedOutOn?: string }) {
    const open = this.tenancies.find((one) => one.id === id);
    if (open === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const input = { tenancyId: id, version: open.version, verdict, ...more };
    const reply = await changeOnce({ name: 'decideTenancy', input }, tenancy.decide);
    if (!reply.ok) {
      this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
      scrollToTop();
      return;
    }
    const asked = reply.data.isAsked ? SETTLE_WORDS.asked : SETTLE_WORDS.notFound;
    await this.open(verdict === 'ask' ? asked : SETTLE_WORDS.done);
    // The card that was decided is gone, and what came of it stands above the first.
    scrollToTop();
  },
});
