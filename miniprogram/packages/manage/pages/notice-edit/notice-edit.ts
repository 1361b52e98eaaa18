import type { ManagedNotice } from '@domain/contract/notice';
import type { Role } from '@domain/identity/role';
import { dayOf, dayWords } from '@domain/kernel/day';
import { fieldProblemOf, NO_FIELD_PROBLEM } from '@domain/kernel/field-problem';
import { sentenceFor } from '@domain/kernel/problem';
import { NOTICE_DAYS_MAX, noticeFault } from '@domain/notice/notice';
import { NOTICE_EDIT_WORDS } from '../../../../messages/notice';
import { RESIDENT_VIEW_WORDS } from '../../../../messages/writing';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today, trueNow } from '../../../../services/clock';
import { notice } from '../../../../services/notice';
import { scrollToPlace } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { hasPanes } from '../../services/seen';
import {
  EMPTY_STATE,
  viewEdit,
  type EditState,
  type EditView,
  type NoticeForm,
  type Place,
} from './notice-edit.view';
import { placeOfBoard, placeOfOwnBuildings, type PlaceAnswer } from './notice-places';

const ROLES: readonly Role[] = ['GW', 'CA', 'SA'];
/** A community and the street go down their boards to a place; a grid worker has buildings and no board. */
const BOARDS: readonly Role[] = ['CA', 'SA'];
const ASKING: readonly Role[] = ['GW', 'CA'];
const SHOWN_DAYS = 7;
const DAY_MS = 86_400_000;

/** So many days from today, without the calendar that only workers' pages carry. */
const dayAhead = (days: number): string => dayOf(trueNow() + days * DAY_MS);

type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
type Chosen = WechatMiniprogram.CustomEvent<{ id: string }>;
type Given = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: NOTICE_EDIT_WORDS,
    seenWords: RESIDENT_VIEW_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    isSaved: false,
    wrong: NO_FIELD_PROBLEM,
    reason: '',
    /** Given to the fields once, when a new notice is begun; they keep what is typed. */
    title: '',
    body: '',
    kind: 'plain',
    day: '',
    dayLabel: '',
    earliest: '',
    latest: '',
    view: null as EditView | null,
  },

  shown: null as EditView | null,
  state: EMPTY_STATE,

  async onLoad() {
    this.setData({ earliest: today(), latest: dayAhead(NOTICE_DAYS_MAX) });
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewEdit(EMPTY_STATE), ...deniedFace(ROLES) });
      return;
    }
    const { role } = seat;
    const typed = { ...EMPTY_STATE.typed, day: dayAhead(SHOWN_DAYS) };
    this.state = { ...EMPTY_STATE, typed, hasBoards: BOARDS.includes(role), mayAsk: ASKING.includes(role) };
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(more: Record<string, unknown> = {}) {
    const reply = await notice.listManaged({});
    if (!reply.ok) {
      showView(this, { ...viewEdit(EMPTY_STATE), ...faceOf(reply.problem) }, more);
      return;
    }
    this.change({ notices: reply.data.notices, next: reply.data.next }, more);
  },

  /** The words of a notice, where there is room to show them beside the list; of none before one is touched, for the list is one call. */
  async see(one: ManagedNotice | undefined) {
    if (one === undefined || this.state.words?.id === one.id || !hasPanes()) return;
    const reply = await notice.readDesk({ noticeId: one.id });
    if (!reply.ok) return;
    const { title, body } = reply.data;
    this.change({ words: { id: one.id, title, body } });
  },

  async onMore() {
    const { next, notices } = this.state;
    if (next === undefined) return;
    const reply = await notice.listManaged({ cursor: next });
    if (!reply.ok) return;
    this.change({ notices: [...notices, ...reply.data.notices], next: reply.data.next });
  },

  async onWrite() {
    const typed = { ...this.state.typed, title: '', body: '' };
    const isKnown = this.state.path.length > 0 && this.state.former === undefined;
    const path = isKnown ? this.state.path : await this.firstPlaces();
    if (path === undefined) return;
    this.write(typed, { path, chosenId: '', former: undefined });
    scrollToPlace('.notice-edit__at-hand');
  },

  async firstPlaces(): Promise<readonly Place[] | undefined> {
    const { hasBoards } = this.state;
    const place = await this.placeIn(hasBoards ? placeOfBoard('') : placeOfOwnBuildings());
    return place && [place];
  },

  /** The words that were handed in last, for the same place: whom it came to is settled. */
  async onEdit() {
    const chosen = this.state.notices.find(({ id }) => id === this.state.chosenId);
    if (chosen === undefined) return;
    const reply = await notice.readDesk({ noticeId: chosen.id });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const { title, body, version, reason } = reply.data;
    const { groundId: id, groundKind: kind, ground: name, isImportant, endsOn } = chosen;
    const why = reason === '' ? '' : NOTICE_EDIT_WORDS.returned(reason);
    const typed = { title, body, kind: isImportant ? 'important' : 'plain', day: endsOn };
    const former = { noticeId: chosen.id, version };
    this.write(typed, { path: [{ id, name, kind, below: [] }], former }, why);
  },

  write(typed: NoticeForm, change: Partial<EditState>, reason = '') {
    const clean = { reason, wrong: NO_FIELD_PROBLEM, notice: '', isSaved: false };
    const dayLabel = NOTICE_EDIT_WORDS.endsOn(dayWords(typed.day));
    this.change({ ...change, typed, isWriting: true }, { ...typed, dayLabel, ...clean });
    scrollToPlace('.notice-edit__at-hand');
  },

  onKeep() {
    this.change({ isWriting: false, path: [], former: undefined });
  },

  /** Undefined where it could not be read. */
  async placeIn(answer: Promise<PlaceAnswer>): Promise<Place | undefined> {
    const reply = await answer;
    if (reply.ok) return reply.place;
    this.setData({ notice: sentenceFor(reply.problem) });
    return undefined;
  },

  async onPlace({ detail }: Given) {
    const here = this.state.path[this.state.path.length - 1];
    const row = here?.below.find(({ id }) => id === detail.value);
    if (here === undefined || row === undefined) return;
    if (here.kind !== 'compound' && here.id !== '') {
      const place = await this.placeIn(placeOfBoard(row.id));
      if (place !== undefined) this.change({ path: [...this.state.path, place] });
      return;
    }
    const name = here.id === '' ? row.name : `${here.name} ${row.name}`;
    const building: Place = { ...row, name, kind: 'building', below: [] };
    this.change({ path: [...this.state.path, building] });
  },

  onUp() {
    this.change({ path: this.state.path.slice(0, -1) });
  },

  onTitle({ detail }: Given) {
    this.typed({ title: detail.value });
  },

  onBody({ detail }: Given) {
    this.typed({ body: detail.value });
  },

  onKind({ detail }: Given) {
    this.typed({ kind: detail.value });
    this.setData({ kind: detail.value });
  },

  onDay({ detail }: Given) {
    this.typed({ day: detail.value });
    this.setData({ day: detail.value, dayLabel: NOTICE_EDIT_WORDS.endsOn(dayWords(detail.value)) });
  },

  /** What is typed stands in its field already. */
  typed(change: Partial<NoticeForm>) {
    this.state.typed = { ...this.state.typed, ...change };
    if (hasPanes()) this.change({});
  },

  async onSend() {
    const ground = this.state.path[this.state.path.length - 1];
    if (this.data.isBusy || ground === undefined) return;
    if (ground.id === '') {
      this.setData({ wrong: { field: '', sentence: NOTICE_EDIT_WORDS.whichBuilding } });
      return;
    }
    const { former, typed } = this.state;
    const fault = noticeFault(typed);
    this.setData({ isBusy: fault === undefined, wrong: fault ?? NO_FIELD_PROBLEM });
    if (fault !== undefined) return;
    const { title, body, kind, day } = typed;
    const { id: groundId, kind: groundKind } = ground;
    const input = { groundKind, groundId, title, body, isImportant: kind === 'important', endsOn: day };
    const sent = { ...input, ...(former === undefined ? {} : { former }) };
    const reply = await changeOnce({ name: 'saveNotice', input: sent }, notice.saveNotice);
    if (!reply.ok) {
      this.setData({ isBusy: false, wrong: fieldProblemOf(reply.problem, ['title', 'body']) });
      return;
    }
    const { noticeId: id, state } = reply.data;
    this.saved({
      ...input,
      id,
      version: (former?.version ?? 0) + 1,
      ground: ground.name,
      state,
      at: trueNow(),
    });
  },

  /** Other words of a released notice stand beside its own until they are released themselves. */
  saved(notice: ManagedNotice) {
    const { hasBoards, notices } = this.state;
    const former = notices.find(({ id }) => id === notice.id);
    const title = notice.state === 'published' ? (former?.title ?? '') : notice.title;
    const others = notices.filter(({ id }) => id !== notice.id);
    const said = hasBoards ? NOTICE_EDIT_WORDS.saved : NOTICE_EDIT_WORDS.handedIn;
    const done = { isBusy: false, notice: said, isSaved: hasBoards };
    const { body } = this.state.typed;
    const words = { id: notice.id, title: notice.title, body };
    const next = { isWriting: false, chosenId: '', path: [], former: undefined, words };
    this.change({ ...next, notices: [{ ...notice, title }, ...others] }, done);
    scrollToPlace('.notice-edit__at-hand');
  },

  onDesk() {
    void wx.navigateTo({ url: '/packages/manage/pages/content/content' });
  },

  async onRow({ detail }: Chosen) {
    await this.choose(detail.id);
  },

  async choose(id: string) {
    const former = { notice: '', isSaved: false };
    this.change({ chosenId: id, isWriting: false, reach: undefined, unread: {} }, former);
    const reply = await notice.readReach({ noticeId: id });
    if (reply.ok && this.state.chosenId === id) this.change({ reach: reply.data });
    scrollToPlace('.notice-edit__at-hand');
    await this.see(this.state.notices.find((one) => one.id === id));
  },

  async onFirst() {
    const [first] = this.state.notices;
    if (first !== undefined) await this.choose(first.id);
  },

  async onMoreReach() {
    const { reach, chosenId } = this.state;
    if (reach?.next === undefined) return;
    const reply = await notice.readReach({ noticeId: chosenId, cursor: reach.next });
    if (!reply.ok) return;
    this.change({ reach: { ...reply.data, buildings: [...reach.buildings, ...reply.data.buildings] } });
  },

  async onUnread({ currentTarget }: Tap) {
    const buildingId = currentTarget.dataset.id;
    const reply = await notice.listUnread({ noticeId: this.state.chosenId, buildingId });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const lines = reply.data.doors.map(({ line }) => line);
    this.change({ unread: { ...this.state.unread, [buildingId]: lines } });
  },

  change(change: Partial<EditState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewEdit(this.state, today()), more);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
