import { DEVICE_ROLES } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { PHONES_WORDS } from '../../../../messages/seat';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { deviceKey } from '../../../../services/device';
import { refreshSession, sessions } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { changeOnce } from '../../../../services/single-change';
import { deniedFace, faceOf, goFrom, openStaffPage } from '../../../../services/staff-page';
import { whileWaiting } from '../../../../services/waiting';
import { NO_PHONES, questionOf, viewPhones, type Phone, type PhonesView } from './phones.view';

type Keyed = WechatMiniprogram.TouchEvent<object, object, { key: string }>;
const CLOSED = { asked: '', isBusy: false };

Page({
  data: {
    look: FIRST_LOOK,
    words: PHONES_WORDS,
    waiting: false,
    notice: '',
    /** What ending the phone means, while that is asked. */
    ...CLOSED,
    view: null as PhonesView | null,
  },

  shown: null as PhonesView | null,
  phones: [] as Phone[],
  phoneId: '',

  async onLoad() {
    const { seat } = await openStaffPage(DEVICE_ROLES);
    if (seat === undefined) showView(this, { ...NO_PHONES, ...deniedFace(DEVICE_ROLES) });
    else await whileWaiting(this, this.open());
  },

  async onShow() {
    await refreshLook(this);
  },

  async open() {
    const reply = await sessions.listDevices({ device: await deviceKey() });
    if (reply.ok) this.phones = reply.data.devices;
    showView(this, reply.ok ? viewPhones(this.phones) : { ...NO_PHONES, ...faceOf(reply.problem) });
  },

  phone(): Phone | undefined {
    return this.phones.find(({ id }) => id === this.phoneId);
  },

  onStop({ currentTarget }: Keyed) {
    this.phoneId = currentTarget.dataset.key;
    this.setData({ asked: questionOf(this.phone()), notice: '' });
  },

  onClose() {
    this.setData(CLOSED);
  },

  async onConfirm() {
    const phone = this.phone();
    if (phone === undefined || this.data.isBusy) return;
    this.setData({ isBusy: true });
    const input = { deviceId: phone.id };
    const reply = await changeOnce({ name: 'revokeDevice', input }, sessions.revokeDevice);
    if (!reply.ok) this.setData({ ...CLOSED, notice: sentenceFor(reply.problem) });
    else if (phone.isThis) await this.leave();
    else {
      this.phones = this.phones.filter(({ id }) => id !== phone.id);
      showView(this, viewPhones(this.phones), { ...CLOSED, notice: PHONES_WORDS.stopped });
    }
  },

  /** Nothing of this seat opens here any more: 我的 says what it lacks. */
  async leave() {
    await refreshSession();
    void wx.switchTab({ url: '/pages/my/my' });
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void whileWaiting(this, this.open()));
  },
});
