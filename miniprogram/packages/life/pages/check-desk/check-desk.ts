import { sentenceFor } from '@domain/kernel/problem';
import { CHECK_DESK_WORDS } from '../../../../messages/activity';
import { activity } from '../../../../services/activity';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { trueNow } from '../../../../services/clock';
import { paintPicture } from '../../../../services/picture';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { after, type Timer } from '../../../../services/timer';
import { whileWaiting } from '../../../../services/waiting';
import { ownSeat } from '../../services/own-seat';
import {
  codePicture,
  noDesk,
  viewDesk,
  viewOpening,
  viewRoster,
  type DeskView,
  type PersonRow,
  type ShownDesk,
} from './check-desk.view';

/** A phone whose clock is wrong asks neither without end nor too late. */
const ASK_MIN_MS = 1_000;
const ASK_MAX_MS = 30_000;
const AGAIN_MS = 3_000;

Page({
  data: {
    look: FIRST_LOOK,
    words: CHECK_DESK_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    /** Path of the painted code. */
    picture: '',
    /** null until somebody asks who comes. */
    people: null as readonly PersonRow[] | null,
    hasMore: false,
    view: null as DeskView | null,
  },

  shown: null as DeskView | null,
  id: '',
  seatId: undefined as string | undefined,
  desk: undefined as ShownDesk | undefined,
  next: undefined as Timer | undefined,

  onLoad({ id = '' }: { id?: string }) {
    this.id = id;
  },

  /** The phone stays awake while others hold theirs before it. */
  async onShow() {
    await refreshLook(this);
    void wx.setKeepScreenOn({ keepScreenOn: true });
    await whileWaiting(this, this.open());
  },

  onHide() {
    this.rest();
  },

  onUnload() {
    this.rest();
  },

  rest() {
    this.next?.cancel();
    void wx.setKeepScreenOn({ keepScreenOn: false });
  },

  async open() {
    const seat = await ownSeat((role) => ['VO', 'CA', 'SA'].includes(role));
    this.seatId = seat?.id;
    if (seat === undefined) showView(this, noDesk(undefined));
    else await this.ask();
  },

  acting() {
    return this.seatId === undefined ? {} : { actAs: this.seatId };
  },

  async ask(more: Record<string, unknown> = {}) {
    this.next?.cancel();
    const reply = await activity.showCode({ activityId: this.id }, this.acting());
    if (reply.ok) {
      await this.draw(reply.data, more);
      return;
    }
    const { code, details } = reply.problem;
    if (code === 'WRONG_STATE' && details['state'] === 'published') {
      showView(this, viewOpening(), more);
    } else if (this.desk !== undefined && code !== 'WRONG_STATE') {
      // A code stands there already: it is kept, with a word that it may be old, and asked for again soon.
      showView(this, viewDesk(this.desk, CHECK_DESK_WORDS.stale), more);
      this.askIn(AGAIN_MS);
    } else showView(this, noDesk(reply.problem), more);
  },

  async draw(desk: ShownDesk, more: Record<string, unknown>) {
    this.desk = desk;
    showView(this, viewDesk(desk), more);
    const picture = await paintPicture(this, codePicture(this.id, desk.code));
    this.setData({ picture });
    this.askIn(Math.min(ASK_MAX_MS, Math.max(ASK_MIN_MS, desk.until - trueNow())));
  },

  askIn(milliseconds: number) {
    this.next = after(milliseconds, () => void this.ask());
  },

  async onOpen() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const input = { activityId: this.id };
    const reply = await changeOnce({ name: 'openDesk', input }, (one, with_) =>
      activity.openDesk(one, { ...with_, ...this.acting() }),
    );
    if (reply.ok) await this.ask({ isBusy: false });
    else this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
  },

  async onRoster() {
    await this.askRoster([]);
  },

  async onMorePeople() {
    await this.askRoster(this.data.people ?? []);
  },

  /** Names masked, in the order in which they came; the look is recorded. */
  async askRoster(known: readonly PersonRow[]) {
    const input = { activityId: this.id, from: known.length };
    const reply = await activity.roster(input, this.acting());
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    const people = [...known, ...viewRoster(reply.data.people, known.length)];
    this.setData({ people, hasMore: people.length < reply.data.all, notice: '' });
  },

  async onAct() {
    if (this.shown?.action === CHECK_DESK_WORDS.toActivity) {
      void wx.redirectTo({ url: `/packages/life/pages/activity-detail/activity-detail?id=${this.id}` });
    } else await whileWaiting(this, this.open());
  },
});
