import type { PinVerdict } from '@domain/contract/session';
import { sentenceFor } from '@domain/kernel/problem';
import { DEVICE_WORDS } from '../../../../messages/seat';
import { renewTicket } from '../../../../services/acting';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { deviceKey } from '../../../../services/device';
import { knownSession, refreshSession, seatOf, sessions } from '../../../../services/session';
import { changeOnce } from '../../../../services/single-change';
import { goOn } from '../../go-on';
import { phoneLabel, typedProblem, verdictWords, viewDevice } from './device.view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: DEVICE_WORDS,
    view: viewDevice({ isPin: false, isNew: false }),
    pin: '',
    again: '',
    isBusy: false,
    notice: '',
  },

  isPin: false,

  async onLoad({ pin = '' }: Record<string, string | undefined>) {
    this.isPin = pin !== '';
    const isNew = seatOf(await knownSession())?.lacks === 'device';
    this.setData({ view: viewDevice({ isPin: this.isPin, isNew }) });
  },

  async onShow() {
    await refreshLook(this);
  },

  onPin({ detail }: Typed) {
    this.setData({ pin: detail.value, notice: '' });
  },

  onAgain({ detail }: Typed) {
    this.setData({ again: detail.value, notice: '' });
  },

  async onSend() {
    const { pin, again, view, isBusy } = this.data;
    if (isBusy) return;
    const notice = typedProblem({ pin, again, isNew: view.isNew });
    if (notice !== '') {
      this.setData({ notice });
      return;
    }
    this.setData({ isBusy: true, notice: '' });
    const reply = await this.send(pin);
    const problem = reply.ok ? verdictWords(reply.data) : sentenceFor(reply.problem);
    if (problem === '' && reply.ok) await this.enter(reply.data);
    else this.setData({ isBusy: false, pin: '', again: '', notice: problem });
  },

  async send(pin: string) {
    const device = await deviceKey();
    if (this.isPin) return changeOnce({ name: 'verifyPin', input: { device, pin } }, sessions.verifyPin);
    const input = { device, pin, label: phoneLabel(wx.getDeviceInfo().model) };
    return changeOnce({ name: 'bindDevice', input }, sessions.bindDevice);
  },

  /** The seat is asked for again first: from now on it wants this phone, which then shows its ticket. */
  async enter(verdict: PinVerdict) {
    const { session } = await refreshSession();
    if (verdict.verdict === 'right') renewTicket(verdict.ticket);
    goOn(session);
  },
});
