import { digitsIn } from '@domain/activity/shown-code';
import { sentenceFor } from '@domain/kernel/problem';
import { CHECK_IN_WORDS } from '../../../../messages/activity';
import { activity } from '../../../../services/activity';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { NOBODY } from '../../../../services/client';
import { trueNow } from '../../../../services/clock';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { whileWaiting } from '../../../../services/waiting';
import { ownSeat } from '../../services/own-seat';
import { lostCheckIn, viewCheckIn, type CheckInView, type Coming } from './check-in.view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
const DIGITS = /^\d{6}$/;

Page({
  data: {
    look: FIRST_LOOK,
    words: CHECK_IN_WORDS,
    waiting: false,
    isBusy: false,
    notice: '',
    /** What was sent last: the field takes it as empty only where it was something else before. */
    code: '',
    view: null as CheckInView | null,
  },

  shown: null as CheckInView | null,
  id: '',
  seat: undefined as { id: string; role: string } | undefined,
  coming: undefined as Coming | undefined,
  typed: '',

  onLoad({ id = '' }: { id?: string }) {
    this.id = id;
  },

  /** Whoever comes back sees whether the time has come. */
  async onShow() {
    await refreshLook(this);
    await whileWaiting(this, this.open());
  },

  async open() {
    this.seat = await ownSeat((role) => role === 'VO' || role === 'RE');
    const reply = await activity.read({ activityId: this.id }, this.acting());
    const isService = this.seat?.role === 'VO';
    this.coming = reply.ok ? { ...reply.data, isService } : undefined;
    showView(
      this,
      this.coming === undefined ? lostCheckIn(reply.ok ? undefined : reply.problem) : this.viewNow(),
    );
  },

  viewNow(): CheckInView {
    return this.coming === undefined ? lostCheckIn(undefined) : viewCheckIn(this.coming, trueNow());
  },

  acting() {
    return { actAs: this.seat?.id ?? NOBODY };
  },

  onCode({ detail }: Typed) {
    this.typed = detail.value.trim();
  },

  async onScan() {
    const read = await wx.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).catch(() => undefined);
    // The person closed the camera: nothing happened.
    if (read === undefined) return;
    const digits = digitsIn(read.result, this.id);
    if (digits === undefined) this.setData({ notice: CHECK_IN_WORDS.foreign });
    else await this.send(digits);
  },

  async onSend() {
    if (DIGITS.test(this.typed)) await this.send(this.typed);
    else this.setData({ notice: CHECK_IN_WORDS.sixDigits });
  },

  async send(code: string) {
    const act = this.shown?.act ?? '';
    if (this.data.isBusy || act === '') return;
    this.setData({ isBusy: true, notice: '', code: this.typed });
    const input = { activityId: this.id, code };
    if (act === 'checkin') {
      const reply = await changeOnce({ name: act, input }, (one, with_) =>
        activity.checkin(one, { ...with_, ...this.acting() }),
      );
      this.answered(reply.ok ? { inAt: reply.data.at } : reply.problem);
      return;
    }
    const reply = await changeOnce({ name: act, input }, (one, with_) =>
      activity.checkout(one, { ...with_, ...this.acting() }),
    );
    if (reply.ok) this.answered({ outAt: reply.data.at, minutes: reply.data.minutes }, reply.data.isService);
    else this.answered(reply.problem);
  },

  /** What the answer says stands there at once; nothing is read again for it. */
  answered(
    said: Partial<NonNullable<Coming['own']>> | Parameters<typeof sentenceFor>[0],
    isService?: boolean,
  ) {
    if ('code' in said) {
      this.setData({ isBusy: false, notice: sentenceFor(said) });
      return;
    }
    if (this.coming?.own === undefined) return;
    const own = { ...this.coming.own, ...said };
    this.coming = { ...this.coming, own, ...(isService === undefined ? {} : { isService }) };
    this.typed = '';
    showView(this, this.viewNow(), { isBusy: false, code: '' });
  },

  onActivity() {
    void wx.redirectTo({ url: `/packages/life/pages/activity-detail/activity-detail?id=${this.id}` });
  },

  async onAct() {
    const { action } = this.shown ?? {};
    if (action === CHECK_IN_WORDS.toActivity) this.onActivity();
    else if (action === CHECK_IN_WORDS.toActivities) {
      void wx.redirectTo({ url: '/packages/life/pages/activities/activities' });
    } else await whileWaiting(this, this.open());
  },
});
