import { dayWords } from '@domain/kernel/day';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { RESIDENCE_WORDS } from '../../../../messages/tenancy';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today } from '../../../../services/clock';
import { household } from '../../../../services/household';
import { scrollToTop } from '../../../../services/scroll';
import { homeSeatOf } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { askHome } from '../../ask-home';
import {
  viewMovedOut,
  viewNoHome,
  viewProblem,
  viewResidences,
  type Residences,
  type ResidenceView,
} from './residence.view';

type To = 'here' | 'door' | 'outside';
type Choose = WechatMiniprogram.CustomEvent<{ value: string }>;

const TILES = [
  { value: 'here', label: RESIDENCE_WORDS.toHere },
  { value: 'door', label: RESIDENCE_WORDS.toDoor },
  { value: 'outside', label: RESIDENCE_WORDS.toOutside },
];
const CLOSED = { openKey: '', isBusy: false, isAsking: false };

Page({
  data: {
    look: FIRST_LOOK,
    words: RESIDENCE_WORDS,
    tiles: TILES,
    waiting: false,
    notice: '',
    /** The member whose registration is being moved. */
    ...CLOSED,
    latest: '',
    day: '',
    dayLabel: '',
    view: null as ResidenceView | null,
  },

  shown: null as ResidenceView | null,
  stored: undefined as Residences | undefined,
  seatId: '',
  householdId: '',

  async onLoad() {
    const day = today();
    const dayLabel = RESIDENCE_WORDS.moveOutDay(dayWords(day));
    this.setData({ look: await currentLook(), latest: day, day, dayLabel });
    await whileWaiting(this, this.openHome());
  },

  async onShow() {
    await refreshLook(this);
  },

  async openHome() {
    const { session, problem } = await askHome();
    const seat = homeSeatOf(session);
    this.seatId = seat?.id ?? '';
    this.householdId = seat?.householdId ?? '';
    if (this.householdId !== '') await this.open();
    else showView(this, problem === undefined ? viewNoHome() : viewProblem(problem));
  },

  async open(notice = '') {
    const reply = await household.listResidences({ householdId: this.householdId }, { actAs: this.seatId });
    if (reply.ok) this.stored = reply.data;
    const view = reply.ok ? viewResidences(reply.data) : viewProblem(reply.problem);
    showView(this, view, { notice, ...CLOSED });
    // What came of a touch stands above the people.
    if (notice !== '') scrollToTop();
  },

  async onAct() {
    const { face } = this.data.view ?? {};
    if (face === 'empty') void wx.switchTab({ url: '/pages/census/entry/entry' });
    else if (face === 'done') void wx.switchTab({ url: '/pages/home/home' });
    else await whileWaiting(this, this.openHome());
  },

  onChange({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
    const { key } = currentTarget.dataset;
    this.setData({ openKey: this.data.openKey === key ? '' : key, notice: '' });
  },

  async onTo({ detail }: Choose) {
    if (detail.value === 'door') this.pickDoor();
    else await this.move(detail.value as To);
  },

  /** The same way to a door as without a code; it answers with a ticket. */
  pickDoor() {
    void wx.navigateTo({
      url: '/packages/home/pages/pick-door/pick-door?back=1',
      events: { picked: ({ ticket }: { ticket: string }) => void this.move('door', ticket) },
    });
  },

  async move(to: To, ticket?: string) {
    const { stored, householdId, seatId: actAs } = this;
    if (stored === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const input = {
      householdId,
      version: stored.version,
      memberKey: this.data.openKey,
      to,
      ...(ticket === undefined ? {} : { ticket }),
    };
    const reply = await changeOnce({ name: 'editResidence', input }, (wish, options) =>
      household.editResidence(wish, { ...options, actAs }),
    );
    if (reply.ok) await this.open(RESIDENCE_WORDS.saved);
    else this.fail(reply.problem);
  },

  onDay({ detail }: Choose) {
    this.setData({ day: detail.value, dayLabel: RESIDENCE_WORDS.moveOutDay(dayWords(detail.value)) });
  },

  onMoveOut() {
    this.setData({ isAsking: true, notice: '' });
  },

  onKeep() {
    this.setData({ isAsking: false });
  },

  async onMoveOutYes() {
    const { stored, householdId, seatId: actAs } = this;
    if (stored === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const input = { householdId, version: stored.version, on: this.data.day };
    const reply = await changeOnce({ name: 'moveOut', input }, (wish, options) =>
      household.moveOut(wish, { ...options, actAs }),
    );
    if (reply.ok) showView(this, viewMovedOut(), CLOSED);
    else this.fail(reply.problem);
  },

  fail(problem: Pick<ProblemReport, 'code' | 'details'>) {
    this.setData({ ...CLOSED, notice: sentenceFor(problem) });
    scrollToTop();
  },
});
