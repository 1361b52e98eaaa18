import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { LEDGER_WORDS } from '../../../../messages/ledger';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { issue } from '../../../../services/issue';
import { scrollToPlace } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { NO_FIGURES, stageHeld, viewFigures, type Figures } from './figures.view';
import { NO_LEDGER, showsOf, viewLedger, type LedgerState, type LedgerView, type Show } from './ledger.view';

const ROLES: readonly Role[] = ['CA', 'SA', 'PR', 'GW', 'BH', 'GV', 'GU'];
const NOT_COUNTED: Figures = { counts: {}, asOf: 0 };
const FIRST: LedgerState = {
  role: 'CA',
  show: 'review',
  aspect: '',
  issues: [],
  next: undefined,
  departments: [],
  figures: NO_FIGURES,
};
type Choose = WechatMiniprogram.CustomEvent<{ value: Show }>;
type Keyed = WechatMiniprogram.CustomEvent<{ key: string }>;
type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: LEDGER_WORDS,
    waiting: false,
    notice: '',
    view: null as LedgerView | null,
  },

  shown: null as LedgerView | null,
  state: FIRST,
  figures: NOT_COUNTED,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...NO_LEDGER, ...deniedFace(ROLES) });
      return;
    }
    const { role } = seat;
    const [show = 'given'] = showsOf(role);
    this.state = { ...FIRST, role, show };
    await whileWaiting(this, this.open());
  },

  /** Coming back from one of them: it may stand in another list by now. */
  async onShow() {
    await refreshLook(this);
    if (this.shown?.face === 'content' && this.state.show !== 'figures') await this.open();
  },

  async open(more: Record<string, unknown> = {}) {
    const { show } = this.state;
    if (show === 'figures') await this.openFigures(more);
    else await this.openList(show, more);
  },

  async openList(show: Exclude<Show, 'figures'>, more: Record<string, unknown>) {
    const reply = await this.ask(show, undefined);
    if (reply.ok) {
      const { issues, next, departments = [] } = reply.data;
      this.change({ issues, next, departments }, { notice: '', ...more });
    } else showView(this, { ...NO_LEDGER, ...faceOf(reply.problem) }, more);
  },

  async openFigures(more: Record<string, unknown>) {
    const reply = await issue.readLedger({});
    if (!reply.ok) {
      showView(this, { ...NO_LEDGER, ...faceOf(reply.problem) }, more);
      return;
    }
    this.figures = reply.data;
    this.change(
      { issues: [], next: undefined, figures: viewFigures(this.figures, '') },
      { notice: '', ...more },
    );
  },

  async ask(show: Exclude<Show, 'figures'>, cursor: string | undefined) {
    if (show === 'given') {
      const reply = await issue.listGiven({});
      return reply.ok
        ? { ok: true as const, data: { ...reply.data, next: undefined, departments: [] } }
        : reply;
    }
    const { aspect } = this.state;
    const only = aspect === '' ? {} : { aspect };
    return issue.list({ stage: show, ...only, ...(cursor === undefined ? {} : { cursor }) });
  },

  change(change: Partial<LedgerState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewLedger(this.state), more);
  },

  async onMore() {
    const { show, next, issues } = this.state;
    if (next === undefined || show === 'figures') return;
    const reply = await this.ask(show, next);
    if (reply.ok) this.change({ issues: [...issues, ...reply.data.issues], next: reply.data.next });
    else this.setData({ notice: sentenceFor(reply.problem) });
  },

  async onShowChosen({ detail }: Choose) {
    this.state = { ...this.state, show: detail.value };
    await this.open();
  },

  onAspect({ detail }: Keyed) {
    this.change({ figures: viewFigures(this.figures, detail.key) });
    scrollToPlace('.ledger-figures__at-hand');
  },

  /** What people reported of the aspect at hand, in the list that holds some of it. */
  async onAspectList() {
    const { aspect } = this.state.figures;
    this.state = { ...this.state, show: stageHeld(this.figures, aspect), aspect };
    await this.open();
  },

  async onAll() {
    this.state = { ...this.state, aspect: '' };
    await this.open();
  },

  onRow({ currentTarget }: Tap) {
    if (this.shown?.opens !== true) return;
    const { id } = currentTarget.dataset;
    void wx.navigateTo({ url: `/packages/ledger/pages/issue-work/issue-work?id=${id}` });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
