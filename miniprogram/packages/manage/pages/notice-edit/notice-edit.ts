import type { ManagedNotice } from '@domain/contract/notice';
import type { Role } from '@domain/identity/role';
import { dayOf, dayWords } from '@domain/kernel/day';
import { sentenceFor } from '@domain/kernel/problem';
import { NOTICE_DAYS_MAX } from '@domain/notice/notice';
import { NOTICE_EDIT_WORDS } from '../../../../messages/notice';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { board } from '../../../../services/board';
import { census } from '../../../../services/census';
import { today, trueNow } from '../../../../services/clock';
import { notice } from '../../../../services/notice';
import { scrollToPlace } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import {
  EMPTY_STATE,
  placeOfBuildings,
  viewEdit,
  type EditState,
  type EditView,
  type Place,
} from './notice-edit.view';

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
    waiting: false,
    isBusy: false,
    notice: '',
    isSaved: false,
    wrong: '',
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
  typed: { title: '', body: '' },

  async onLoad() {
    const day = dayAhead(SHOWN_DAYS);
    this.setData({ earliest: today(), latest: dayAhead(NOTICE_DAYS_MAX), ...this.dayData(day) });
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewEdit(EMPTY_STATE), ...deniedFace(ROLES) });
      return;
    }
    const { role } = seat;
    this.state = { ...EMPTY_STATE, hasBoards: BOARDS.includes(role), mayAsk: ASKING.includes(role) };
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  dayData(day: string) {
    return { day, dayLabel: NOTICE_EDIT_WORDS.endsOn(dayWords(day)) };
  },

  async open(more: Record<string, unknown> = {}) {
    const reply = await notice.listManaged({});
    if (!reply.ok) {
      showView(this, { ...viewEdit(EMPTY_STATE), ...faceOf(reply.problem) }, more);
      return;
    }
    this.change({ notices: reply.data.notices, next: reply.data.next }, more);
  },

  async onMore() {
    const { next, notices } = this.state;
    if (next === undefined) return;
    const reply = await notice.listManaged({ cursor: next });
    if (!reply.ok) return;
    this.change({ notices: [...notices, ...reply.data.notices], next: reply.data.next });
  },

  async onWrite() {
    this.typed = { title: '', body: '' };
    const fresh = { title: '', body: '', wrong: '', reason: '', notice: '', isSaved: false };
    const isKnown = this.state.path.length > 0 && this.state.former === undefined;
    const path = isKnown ? this.state.path : await this.firstPlaces();
    if (path === undefined) return;
    this.change({ path, isWriting: true, chosenId: '', former: undefined }, fresh);
    scrollToPlace('.notice-edit__at-hand');
  },

  async firstPlaces(): Promise<readonly Place[] | undefined> {
    this.state = { ...this.state, path: [] };
    if (this.state.hasBoards) return this.below('');
    const reply = await census.listWalls({});
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return undefined;
    }
    return [placeOfBuildings(reply.data.buildings)];
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
    this.typed = { title, body };
    const { groundId: id, groundKind: kind, ground: name, isImportant, endsOn } = chosen;
    const why = reason === '' ? '' : NOTICE_EDIT_WORDS.returned(reason);
    const given = { title, body, reason: why, kind: isImportant ? 'important' : 'plain' };
    const former = { noticeId: chosen.id, version };
    const path = [{ id, name, kind, below: [] }];
    const clean = { ...this.dayData(endsOn), wrong: '', notice: '', isSaved: false };
    this.change({ path, isWriting: true, former }, { ...given, ...clean });
    scrollToPlace('.notice-edit__at-hand');
  },

  onKeep() {
    this.change({ isWriting: false, path: [], former: undefined });
  },

  /** The way down the tree to a level; undefined where it could not be read. */
  async below(areaId: string): Promise<readonly Place[] | undefined> {
    const reply = await board.readProgress(areaId === '' ? {} : { areaId });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return undefined;
    }
    const { id, name, kind, rows } = reply.data;
    return [...this.state.path, { id, name, kind, below: rows }];
  },

  async onPlace({ detail }: Given) {
    const here = this.state.path[this.state.path.length - 1];
    const row = here?.below.find(({ id }) => id === detail.value);
    if (here === undefined || row === undefined) return;
    if (here.kind !== 'compound' && here.id !== '') {
      const path = await this.below(row.id);
      if (path !== undefined) this.change({ path });
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
    this.typed = { ...this.typed, title: detail.value };
  },

  onBody({ detail }: Given) {
    this.typed = { ...this.typed, body: detail.value };
  },

  onKind({ detail }: Given) {
    this.setData({ kind: detail.value });
  },

  onDay({ detail }: Given) {
    this.setData(this.dayData(detail.value));
  },

  async onSend() {
    const ground = this.state.path[this.state.path.length - 1];
    if (this.data.isBusy || ground === undefined) return;
    if (ground.id === '') {
      this.setData({ wrong: NOTICE_EDIT_WORDS.whichBuilding });
      return;
    }
    this.setData({ isBusy: true, wrong: '' });
    const { kind, day } = this.data;
    const { title, body } = this.typed;
    const { former } = this.state;
    const input = {
      groundKind: ground.kind,
      groundId: ground.id,
      title,
      body,
      isImportant: kind === 'important',
      endsOn: day,
    };
    const sent = { ...input, ...(former === undefined ? {} : { former }) };
    const reply = await changeOnce({ name: 'saveNotice', input: sent }, notice.saveNotice);
    if (!reply.ok) {
      this.setData({ isBusy: false, wrong: sentenceFor(reply.problem) });
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
    const words = hasBoards ? NOTICE_EDIT_WORDS.saved : NOTICE_EDIT_WORDS.handedIn;
    const done = { isBusy: false, notice: words, isSaved: hasBoards };
    const next = { isWriting: false, chosenId: '', path: [], former: undefined };
    this.change({ ...next, notices: [{ ...notice, title }, ...others] }, done);
    scrollToPlace('.notice-edit__at-hand');
  },

  onDesk() {
    void wx.navigateTo({ url: '/packages/manage/pages/content/content' });
  },

  async onRow({ detail: { id } }: Chosen) {
    const former = { notice: '', isSaved: false };
    this.change({ chosenId: id, isWriting: false, reach: undefined, unread: {} }, former);
    const reply = await notice.readReach({ noticeId: id });
    if (reply.ok && this.state.chosenId === id) this.change({ reach: reply.data });
    scrollToPlace('.notice-edit__at-hand');
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
    showView(this, viewEdit(this.state), more);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
