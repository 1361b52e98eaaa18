import type { Role } from '@domain/identity/role';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import type { ManualGround } from '@domain/volunteer/service-hours';
import { MANUAL_GROUND_WORDS, tilesOf } from '../../../../messages/helping';
import { HOURS_WORDS } from '../../../../messages/volunteers';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import type { ChangeOptions } from '../../../../services/client';
import { today } from '../../../../services/clock';
import { scrollToPlace, scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { volunteers } from '../../services/volunteers';
import { entryOf, NO_HOURS, viewHours, type HoursDesk, type HoursView, type Show } from './hours.view';

const ROLES: readonly Role[] = ['CA', 'SA'];
/** A correction is one of the grounds, and not one to begin with. */
const GROUNDS = tilesOf(MANUAL_GROUND_WORDS).filter(({ value }) => value !== 'correction');
const UNTYPED = { minutes: '', reason: '' };

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string; verdict: 'approve' | 'refuse' }>;
type Given = WechatMiniprogram.CustomEvent<{ value: string }>;
type Typed = WechatMiniprogram.TouchEvent<{ value: string }, object, { name: 'minutes' | 'reason' }>;
type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: ProblemReport };

Page({
  data: {
    look: FIRST_LOOK,
    words: HOURS_WORDS,
    shows: tilesOf(HOURS_WORDS.shows),
    grounds: GROUNDS,
    latest: '',
    waiting: false,
    isBusy: false,
    notice: '',
    /** Beside the entry: what is missing, or why it was refused. */
    wrong: '',
    view: null as HoursView | null,
  },

  shown: null as HoursView | null,
  state: NO_HOURS,
  typed: UNTYPED,

  async onLoad() {
    this.setData({ latest: today() });
    this.state = { ...NO_HOURS, day: today() };
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...viewHours(NO_HOURS), ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open('waiting'));
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(show: Show) {
    const reply = await volunteers.listHours({ state: show });
    if (!reply.ok) {
      showView(this, { ...viewHours({ ...NO_HOURS, show }), ...faceOf(reply.problem) });
      return;
    }
    const { hours, next } = reply.data;
    this.change({ show, hours, next, correctedId: '' }, { notice: '' });
  },

  change(change: Partial<HoursDesk>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewHours(this.state), more);
  },

  async onShowChosen({ detail }: WechatMiniprogram.CustomEvent<{ value: Show }>) {
    await this.open(detail.value);
  },

  async onMore() {
    const { show, next, hours } = this.state;
    if (next === undefined) return;
    const reply = await volunteers.listHours({ state: show, cursor: next });
    if (!reply.ok) this.setData({ notice: sentenceFor(reply.problem) });
    else this.change({ hours: [...hours, ...reply.data.hours], next: reply.data.next });
  },

  /** Whom hours can be entered for is asked once somebody begins. */
  async onEnter() {
    await this.askVolunteers([], undefined);
    scrollToPlace('.hours__entry');
  },

  onLeave() {
    this.typed = UNTYPED;
    this.change({ volunteers: undefined, volunteerId: '' }, { wrong: '' });
  },

  async onMoreVolunteers() {
    const { volunteers: known = [], moreVolunteers } = this.state;
    if (moreVolunteers !== undefined) await this.askVolunteers(known, moreVolunteers);
  },

  async askVolunteers(known: NonNullable<HoursDesk['volunteers']>, cursor: string | undefined) {
    const reply = await volunteers.listVolunteers({
      state: 'approved',
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const { volunteers: more, next } = reply.data;
    this.change({ volunteers: [...known, ...more], moreVolunteers: next }, { notice: '', wrong: '' });
  },

  onVolunteer({ detail }: Given) {
    this.change({ volunteerId: detail.value }, { wrong: '' });
  },

  onGround({ detail }: Given) {
    this.change({ ground: detail.value as ManualGround });
  },

  onDay({ detail }: Given) {
    this.change({ day: detail.value });
  },

  onType({ detail, currentTarget }: Typed) {
    this.typed = { ...this.typed, [currentTarget.dataset.name]: detail.value };
  },

  /** One change; the refusal is said where `where` says. */
  async send<Input, Reply extends Outcome>(
    change: { name: string; input: Input },
    send: (input: Input, options: ChangeOptions) => Promise<Reply>,
    where: 'notice' | 'wrong' = 'notice',
  ): Promise<Extract<Reply, { ok: true }> | undefined> {
    if (this.data.isBusy) return undefined;
    this.setData({ isBusy: true, notice: '', wrong: '' });
    const reply = await changeOnce(change, send);
    if (reply.ok) return reply as Extract<Reply, { ok: true }>;
    this.setData({ isBusy: false, [where]: sentenceFor(reply.problem) });
    return undefined;
  },

  async onSend() {
    const input = entryOf(this.state, this.typed);
    if (input === undefined) {
      this.setData({ wrong: HOURS_WORDS.missing });
      return;
    }
    const reply = await this.send({ name: 'enterHours', input }, volunteers.enterHours, 'wrong');
    if (reply === undefined) return;
    const { hoursId } = reply.data;
    const { volunteerId, minutes, day, ground, reason } = input;
    const name = this.state.volunteers?.find(({ id }) => id === volunteerId)?.name ?? '';
    const facts = { id: hoursId, version: 1, source: 'manual' as const, title: '', state: reply.data.state };
    const row = { ...facts, minutes, day, ground, note: reason, volunteerId, name };
    const entered = { ...row, isManual: true, isOwn: true };
    const hours = this.state.show === 'waiting' ? [...this.state.hours, entered] : this.state.hours;
    this.typed = UNTYPED;
    const cleared = { volunteers: undefined, volunteerId: '', ground: '' as const };
    this.change({ ...cleared, hours }, { isBusy: false, notice: HOURS_WORDS.sent });
    scrollToTop();
  },

  rowOf(id: string) {
    return this.state.hours.find((row) => row.id === id);
  },

  /** What was decided stands in another list now. */
  leave(id: string, notice: string) {
    const hours = this.state.hours.filter((row) => row.id !== id);
    this.change({ hours, correctedId: '' }, { isBusy: false, notice });
    scrollToTop();
  },

  async onDecide({ currentTarget }: Keyed) {
    const { key, verdict } = currentTarget.dataset;
    const row = this.rowOf(key);
    if (row === undefined) return;
    const input = { hoursId: key, version: row.version, verdict };
    const reply = await this.send({ name: 'decideHours', input }, volunteers.decideHours);
    if (reply !== undefined) this.leave(key, HOURS_WORDS.done[verdict]);
  },

  onCorrect({ currentTarget }: Keyed) {
    this.typed = UNTYPED;
    this.change({ correctedId: currentTarget.dataset.key }, { notice: '' });
  },

  async onCorrectSend({ currentTarget }: Keyed) {
    const { key } = currentTarget.dataset;
    const row = this.rowOf(key);
    if (row === undefined) return;
    const { minutes, reason } = this.typed;
    const input = { hoursId: key, version: row.version, minutes: Number(minutes) || 0, reason };
    const reply = await this.send({ name: 'correctHours', input }, volunteers.correctHours);
    if (reply !== undefined) this.leave(key, HOURS_WORDS.corrected);
  },

  onAct() {
    const { show } = this.state;
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open(show)));
  },
});
