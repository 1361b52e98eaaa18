import { sentenceFor } from '@domain/kernel/problem';
import { tilesOf } from '../../../../messages/helping';
import { HONOUR_WORDS } from '../../../../messages/volunteer';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { showView } from '../../../../services/show-view';
import { whileWaiting } from '../../../../services/waiting';
import { volunteers } from '../../services/volunteers';
import { problemFace } from '../../services/wish-face';
import { NOTHING, viewHonour, type HonourState, type HonourView, type Part } from './honour.view';

type Chosen = WechatMiniprogram.CustomEvent<{ value: string }>;

/** What is public is asked by nobody: it opens without a seat. */
const AS_NOBODY = { actAs: NOBODY };

Page({
  data: {
    look: FIRST_LOOK,
    words: HONOUR_WORDS,
    parts: tilesOf(HONOUR_WORDS.parts),
    waiting: false,
    notice: '',
    view: null as HonourView | null,
  },

  shown: null as HonourView | null,
  state: NOTHING,

  async onLoad() {
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const reply = await volunteers.board({}, AS_NOBODY);
    if (!reply.ok) {
      showView(this, { ...viewHonour(NOTHING), ...problemFace(reply.problem) });
      return;
    }
    const { communities: boards } = reply.data;
    this.show({ boards });
  },

  show(change: Partial<HonourState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewHonour(this.state), more);
  },

  /** The first page of what was chosen, or the next one of what is shown. */
  async openPart(change: Partial<Pick<HonourState, 'chosenId' | 'part'>>, cursor?: string) {
    const { chosenId: communityId, part } = { ...this.state, ...change };
    const input = { communityId, ...(cursor === undefined ? {} : { cursor }) };
    const former = cursor === undefined ? { names: [], entries: [] } : this.state;
    if (part === 'names') {
      const reply = await volunteers.honourList(input, AS_NOBODY);
      if (!reply.ok) this.setData({ notice: sentenceFor(reply.problem) });
      else {
        const { names, next } = reply.data;
        this.show({ ...change, names: [...(former.names ?? []), ...names], next }, { notice: '' });
      }
      return;
    }
    const reply = await volunteers.listManual(input, AS_NOBODY);
    if (!reply.ok) this.setData({ notice: sentenceFor(reply.problem) });
    else {
      const { entries, next } = reply.data;
      this.show({ ...change, entries: [...(former.entries ?? []), ...entries], next }, { notice: '' });
    }
  },

  async onCommunity({ detail }: Chosen) {
    await this.openPart({ chosenId: detail.value });
  },

  async onPart({ detail }: Chosen) {
    await this.openPart({ part: detail.value as Part });
  },

  async onMore() {
    if (this.state.next !== undefined) await this.openPart({}, this.state.next);
  },

  onVolunteer() {
    void wx.navigateTo({ url: '/packages/life/pages/volunteer/volunteer' });
  },

  async onAct() {
    if (this.data.view?.action === HONOUR_WORDS.toVolunteer) this.onVolunteer();
    else await whileWaiting(this, this.open());
  },
});
