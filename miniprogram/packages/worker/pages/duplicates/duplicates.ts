import type { Role } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import type { DuplicateVerdict } from '@domain/register/same-person';
import { DUPLICATE_WORDS } from '../../../../messages/matching';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { duplicate } from '../../../../services/duplicate';
import { scrollToTop } from '../../../../services/scroll';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import {
  NO_PAIRS,
  viewPairs,
  type DuplicatesView,
  type DuplicateTab,
  type PairsAnswer,
} from './duplicates.view';

const ROLES: readonly Role[] = ['GW', 'CA', 'SA'];
/** The street looks on. */
const DECIDING: readonly Role[] = ['GW', 'CA'];
const TABS = [
  { value: 'open', label: DUPLICATE_WORDS.openTab },
  { value: 'merged', label: DUPLICATE_WORDS.mergedTab },
  { value: 'different', label: DUPLICATE_WORDS.differentTab },
];
const NO_ANSWER: PairsAnswer = { pairs: [] };
const DONE: Readonly<Record<DuplicateVerdict, string>> = {
  merge: DUPLICATE_WORDS.merged,
  different: DUPLICATE_WORDS.parted,
  undo: DUPLICATE_WORDS.undone,
};

type Marks = { id: string; verdict: DuplicateVerdict; keep?: 'left' | 'right' };

function firstTab(): DuplicateTab {
  return 'open';
}

Page({
  data: {
    look: FIRST_LOOK,
    words: DUPLICATE_WORDS,
    tabs: TABS,
    tab: firstTab(),
    waiting: false,
    notice: '',
    isBusy: false,
    view: null as DuplicatesView | null,
  },

  shown: null as DuplicatesView | null,
  answer: NO_ANSWER,
  canDecide: false,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...NO_PAIRS, ...deniedFace(ROLES) });
      return;
    }
    this.canDecide = DECIDING.includes(seat.role);
    await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(notice = '') {
    const { tab } = this.data;
    const reply = await duplicate.list({ state: tab });
    if (reply.ok) this.answer = reply.data;
    const view = reply.ok
      ? viewPairs(this.answer, tab, this.canDecide)
      : { ...NO_PAIRS, ...faceOf(reply.problem) };
    showView(this, view, { notice, isBusy: false });
  },

  async onMore() {
    const { next } = this.answer;
    if (next === undefined) return;
    const reply = await duplicate.list({ state: this.data.tab, cursor: next });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.answer = { ...reply.data, pairs: [...this.answer.pairs, ...reply.data.pairs] };
    showView(this, viewPairs(this.answer, this.data.tab, this.canDecide));
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  async onTab({ detail }: WechatMiniprogram.CustomEvent<{ value: DuplicateTab }>) {
    this.setData({ tab: detail.value });
    await whileWaiting(this, this.open());
  },

  async onVerdict({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, Marks>) {
    const { id, verdict, keep } = currentTarget.dataset;
    const pair = this.answer.pairs.find((one) => one.id === id);
    if (pair === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const input = {
      duplicateId: id,
      version: pair.version,
      verdict,
      ...(keep === undefined ? {} : { keep }),
    };
    const reply = await changeOnce({ name: 'decideDuplicate', input }, duplicate.decide);
    // What came of it stands above the first pair.
    scrollToTop();
    if (reply.ok) await this.open(DONE[verdict]);
    else this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
  },
});
