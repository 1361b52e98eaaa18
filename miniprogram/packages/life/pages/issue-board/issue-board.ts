import { sentenceFor } from '@domain/kernel/problem';
import { BOARD_WORDS } from '../../../../messages/issue';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { issue } from '../../../../services/issue';
import { NOBODY } from '../../../../services/client';
import { showView } from '../../../../services/show-view';
import { faceOf } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { NO_BOARD, viewBoard, type BoardState, type BoardView } from './issue-board.view';

type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

const FIRST_BOARD: BoardState = { issues: [], compounds: [], next: undefined };

Page({
  data: {
    look: FIRST_LOOK,
    words: BOARD_WORDS,
    waiting: false,
    notice: '',
    view: null as BoardView | null,
  },

  shown: null as BoardView | null,
  board: FIRST_BOARD,

  async onLoad() {
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const reply = await issue.readBoard({}, { actAs: NOBODY });
    if (reply.ok) this.board = { ...reply.data, next: reply.data.next };
    showView(this, reply.ok ? viewBoard(this.board) : { ...NO_BOARD, ...faceOf(reply.problem) }, {
      notice: '',
    });
  },

  async onMore() {
    const { issues, next } = this.board;
    if (next === undefined) return;
    const reply = await issue.readBoard({ cursor: next }, { actAs: NOBODY });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.board = { ...this.board, issues: [...issues, ...reply.data.issues], next: reply.data.next };
    showView(this, viewBoard(this.board));
  },

  onOpen({ currentTarget }: Tap) {
    void wx.navigateTo({
      url: `/packages/life/pages/issue-detail/issue-detail?id=${currentTarget.dataset.id}`,
    });
  },

  onSay() {
    void wx.navigateTo({ url: '/packages/life/pages/say/say' });
  },

  onAct() {
    if (this.data.view?.face === 'empty') this.onSay();
    else void whileWaiting(this, this.open());
  },
});
