import { reminderText } from '@domain/building/share-card';
import type { BuildingCard } from '@domain/contract/building';
import type { Role } from '@domain/identity/role';
import { dayWords } from '@domain/kernel/day';
import { REMIND_WORDS } from '../../../../messages/building';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { building } from '../../../../services/building';
import { today } from '../../../../services/clock';
import { askKeeping, type Kept } from '../../../../services/kept-answers';
import { AGREE_BUTTON, answerPrivacyWith, type PrivacyAnswer } from '../../../../services/privacy';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { askForMessages, firstGrant } from '../../../../services/subscription';
import { deniedFace, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { goInBuilding, headBar } from '../../bar';
import { shareBuilding, type SharedCard } from '../../services/building-share';
import { posterPicture } from '../../services/share-layout';
import { paintPicture } from '../../../../services/picture';
import { refusedWords, viewRemind, type RemindState, type RemindView } from './remind.view';

const ROLES: readonly Role[] = ['BH'];
const TEMPLATES = ['taskReminder'] as const;
const NOTHING_KEPT: Kept<BuildingCard> = { data: undefined, at: 0, problem: undefined };
const SETTLED = { untying: '', isBusy: false };
type Keyed = WechatMiniprogram.CustomEvent<{ key: string }>;
type KeyedTap = WechatMiniprogram.CustomEvent<object, object, { key: string }>;
const NOTHING_YET: RemindState = { kept: NOTHING_KEPT, said: '', groups: undefined, notice: '' };

Page({
  data: {
    look: FIRST_LOOK,
    words: REMIND_WORDS,
    bar: headBar(),
    waiting: false,
    isAsking: false,
    guide: '',
    hasCopied: false,
    grant: firstGrant(TEMPLATES),
    /** The group that the sheet asks about. */
    ...SETTLED,
    agreeButton: AGREE_BUTTON,
    view: null as RemindView | null,
  },

  shown: null as RemindView | null,
  state: NOTHING_YET,
  buildingId: '',
  /** The text of this day, once it was given: copying it again reminds nobody anew. */
  given: '',
  answer: undefined as ((given: PrivacyAnswer) => void) | undefined,
  stop: undefined as (() => void) | undefined,

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) {
      showView(this, { ...viewRemind(this.state), ...deniedFace(ROLES) });
      return;
    }
    this.buildingId = seat.buildingId ?? '';
    await whileWaiting(this, this.open());
  },

  async onShow() {
    this.stop = answerPrivacyWith((question) => {
      this.answer = (given) => {
        question.answer(given);
      };
      this.setData({ isAsking: true, guide: question.contractName });
    });
    await refreshLook(this);
    if (this.shown?.face === 'content') await this.open();
  },

  onHide() {
    this.stop?.();
  },

  onUnload() {
    this.stop?.();
  },

  async open() {
    const { buildingId } = this;
    const kept = await askKeeping({ kind: 'card', id: buildingId }, building.shareCard({ buildingId }));
    this.show({ kept });
  },

  onShareAppMessage(): SharedCard & { promise: Promise<SharedCard> } {
    return shareBuilding(this, this.buildingId);
  },

  async onCopy() {
    if (this.given !== '') {
      this.copy();
      return;
    }
    const change = { name: 'remindGroup', input: { buildingId: this.buildingId } };
    const reply = await changeOnce(change, building.remindGroup);
    if (!reply.ok) {
      this.show({ said: refusedWords(reply.problem) });
      return;
    }
    this.given = reminderText(reply.data);
    this.copy();
  },

  copy() {
    wx.setClipboardData({
      data: this.given,
      success: () => {
        this.show({ said: REMIND_WORDS.copied }, { hasCopied: true });
      },
      fail: () => {
        this.show({ said: REMIND_WORDS.notCopied });
      },
    });
  },

  async onAllow() {
    this.setData({ grant: await askForMessages(TEMPLATES) });
  },

  async onPoster() {
    const { data } = this.state.kept;
    if (data === undefined) return;
    const path = await paintPicture(this, posterPicture(data, dayWords(today())));
    if (path !== '') void wx.previewImage({ urls: [path] });
  },

  async onGroups() {
    const reply = await building.readGroups({ buildingId: this.buildingId });
    if (reply.ok) this.show({ groups: reply.data.groups });
    else this.show({ notice: refusedWords(reply.problem) });
  },

  onUntie({ currentTarget }: KeyedTap) {
    this.setData({ ...SETTLED, untying: currentTarget.dataset.key });
  },

  onKeep() {
    this.setData(SETTLED);
  },

  async onUntieYes() {
    const groupId = this.data.untying;
    this.setData({ isBusy: true });
    const reply = await changeOnce({ name: 'unbindGroup', input: { groupId } }, building.unbindGroup);
    if (!reply.ok) {
      this.show({ notice: refusedWords(reply.problem) }, SETTLED);
      return;
    }
    const groups = (this.state.groups ?? []).filter(({ id }) => id !== groupId);
    this.show({ groups, notice: REMIND_WORDS.untied }, SETTLED);
  },

  onAgree() {
    this.settle('agree');
  },

  onRefuse() {
    this.settle('disagree');
  },

  settle(given: PrivacyAnswer) {
    this.answer?.(given);
    this.setData({ isAsking: false });
  },

  onReadGuide() {
    wx.openPrivacyContract({ fail: () => undefined });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },

  onGo({ detail }: Keyed) {
    goInBuilding(detail.key);
  },

  show(change: Partial<RemindState>, more: Record<string, unknown> = {}) {
    this.state = { ...this.state, ...change };
    showView(this, viewRemind(this.state), more);
  },
});
