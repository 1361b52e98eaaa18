import type { DeskGift } from '@domain/contract/gift';
import type { Role } from '@domain/identity/role';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { GIFT_DESK_WORDS } from '../../../../messages/gift-desk';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import type { ChangeOptions } from '../../../../services/client';
import { gift } from '../../services/gifts';
import { isOvertaken } from '../../../../services/overtaken';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import {
  NO_DESK,
  openedGift,
  viewDesk,
  type GiftDeskView,
  type OpenedGift,
  type WholeGift,
} from './gift-desk.view';

type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string; url: string }>;
type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: ProblemReport };

const ROLES: readonly Role[] = ['CA', 'SA'];

Page({
  data: {
    look: FIRST_LOOK,
    words: GIFT_DESK_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    chosen: [] as readonly string[],
    opened: null as OpenedGift | null,
    view: null as GiftDeskView | null,
  },

  shown: null as GiftDeskView | null,
  gifts: [] as readonly DeskGift[],
  cursor: undefined as string | undefined,
  whole: undefined as WholeGift | undefined,
  reason: '',

  async onLoad() {
    const { seat } = await openStaffPage(ROLES);
    if (seat === undefined) showView(this, { ...NO_DESK, ...deniedFace(ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open(notice = '') {
    const reply = await gift.listDesk({});
    if (reply.ok) this.gifts = reply.data.gifts;
    if (reply.ok) this.cursor = reply.data.next;
    const view = reply.ok ? viewDesk(this.gifts, this.cursor) : { ...NO_DESK, ...faceOf(reply.problem) };
    showView(this, view, { notice, isBusy: false, opened: null, chosen: [] });
  },

  async onMore() {
    if (this.cursor === undefined) return;
    const reply = await gift.listDesk({ cursor: this.cursor });
    if (!reply.ok) {
      this.setData({ notice: sentenceFor(reply.problem) });
      return;
    }
    this.gifts = [...this.gifts, ...reply.data.gifts];
    this.cursor = reply.data.next;
    showView(this, viewDesk(this.gifts, this.cursor));
  },

  async onOpen({ currentTarget }: Tap) {
    this.reason = '';
    await this.read(currentTarget.dataset.id, { chosen: [], notice: '' });
  },

  async read(giftId: string, more: Record<string, unknown>) {
    const reply = await gift.readDesk({ giftId });
    if (!reply.ok) {
      this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
      return;
    }
    this.whole = reply.data;
    this.setData({ opened: openedGift(reply.data), ...more });
  },

  onPicture({ currentTarget }: Tap) {
    void wx.previewImage({ urls: [currentTarget.dataset.url] });
  },

  onChoose({ detail }: WechatMiniprogram.CustomEvent<{ values: readonly string[] }>) {
    this.setData({ chosen: detail.values });
  },

  onReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.reason = detail.value;
  },

  /** One change of the opened thing in the version that was seen; the list is read again after it. */
  async act<More extends object>(
    name: string,
    more: More,
    send: (input: { giftId: string; version: number } & More, options: ChangeOptions) => Promise<Outcome>,
  ) {
    const { whole } = this;
    if (whole === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '' });
    const change = { name: `${name}Gift`, input: { giftId: whole.id, version: whole.version, ...more } };
    const reply = await changeOnce(change, send);
    if (reply.ok) {
      await this.open(GIFT_DESK_WORDS.done);
      return;
    }
    const refusal = { notice: sentenceFor(reply.problem), isBusy: false };
    // What was chosen and written stays.
    if (isOvertaken(reply.problem)) await this.read(whole.id, refusal);
    else this.setData(refusal);
  },

  async onRelease() {
    const verdict = { is: 'release' as const, pictures: this.data.chosen.map(Number) };
    await this.act('release', { verdict }, gift.review);
  },

  async onReturn() {
    await this.act('return', { verdict: { is: 'return' as const, reason: this.reason } }, gift.review);
  },

  async onDeskAct() {
    const name = this.data.opened?.act ?? '';
    if (name !== '') await this.act(name, {}, gift[name]);
  },

  async onTakedown() {
    await this.act('end', { reason: this.reason }, gift.takedown);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
