import type { Seat } from '@domain/contract/session';
import { sentenceFor } from '@domain/kernel/problem';
import { WISH_NEW_WORDS } from '../../../../messages/wish';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { homeSeatOf, homeSession } from '../../../../services/session';
import { changeOnce } from '../../../../services/single-change';
import { wish } from '../../../../services/wish';
import { makerSeatsOf } from '../../services/wish-face';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: WISH_NEW_WORDS,
    isHelper: false,
    hasSeat: true,
    isTyped: false,
    isAlone: false,
    agrees: false,
    isBusy: false,
    isSent: false,
    isSimilar: false,
    notice: '',
  },

  typed: { text: '', name: '', phone: '', note: '' },
  seat: undefined as Seat | undefined,
  doorId: '',

  /** `door`: a helper makes it for somebody behind that door; without one it is for the own home. */
  async onLoad({ door = '' }: { door?: string }) {
    const session = await homeSession();
    this.doorId = door;
    const helper = makerSeatsOf(session).find(({ role }) => role !== 'RE');
    this.seat = door === '' ? homeSeatOf(session) : helper;
    const isHelper = door !== '';
    this.setData({ isHelper, isTyped: isHelper, hasSeat: this.seat !== undefined });
  },

  async onShow() {
    await refreshLook(this);
  },

  onText({ detail }: Typed) {
    this.typed.text = detail.value;
  },

  onName({ detail }: Typed) {
    this.typed.name = detail.value;
  },

  onPhone({ detail }: Typed) {
    this.typed.phone = detail.value;
  },

  onNote({ detail }: Typed) {
    this.typed.note = detail.value;
  },

  onContact() {
    this.setData({ isTyped: !this.data.isTyped });
  },

  onAlone() {
    this.setData({ isAlone: !this.data.isAlone });
  },

  onAgrees() {
    this.setData({ agrees: !this.data.agrees });
  },

  async onSend() {
    await this.send({});
  },

  async onAnother() {
    await this.send({ isAnother: true });
  },

  ask(more: { isAnother?: boolean }, actAs: string) {
    const { text, name, phone, note } = this.typed;
    const { isAlone, agrees, isTyped } = this.data;
    const rest = { text, isAlone, ...(note === '' ? {} : { note }), ...more };
    if (this.doorId !== '') {
      const input = { doorId: this.doorId, name, phone, agrees, ...rest };
      return changeOnce({ name: 'wishFor', input }, (what, options) =>
        wish.createFor(what, { ...options, actAs }),
      );
    }
    const contact = isTyped ? ({ from: 'typed', name, phone } as const) : ({ from: 'registration' } as const);
    return changeOnce({ name: 'wish', input: { contact, ...rest } }, (what, options) =>
      wish.create(what, { ...options, actAs }),
    );
  },

  async send(more: { isAnother?: boolean }) {
    if (this.seat === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true, notice: '', isSimilar: false });
    const reply = await this.ask(more, this.seat.id);
    if (!reply.ok) {
      this.setData({ isBusy: false, notice: sentenceFor(reply.problem) });
      return;
    }
    const { outcome, text = '' } = reply.data;
    const isSimilar = outcome === 'similar';
    const notice = isSimilar ? WISH_NEW_WORDS.similar(text) : '';
    this.setData({ isBusy: false, isSent: !isSimilar, isSimilar, notice });
  },

  onMine() {
    void wx.redirectTo({ url: '/packages/life/pages/my-wishes/my-wishes' });
  },
});
