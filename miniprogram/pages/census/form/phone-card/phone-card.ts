/**
 * The phone number of the form: WeChat's own in one tap, or typed; and whose it is. The privacy question of the one-tap way
 * is asked here, at the moment of use.
 * Properties: label, value, error, oneTap (WeChat's number may be the household's), asksOwner, owner, publicPhone (stays on
 *   the privacy sheet), large (大字), owners (tiles),
 *   words (of the form), parts (of the components).
 * Events: `type` { value, isKnown } of each change (known: WeChat said it), `leave` {}, `owner` { value, values, chosen } as the tiles report it,
 *   `nophone` {}.
 */
import { NOBODY } from '../../../../services/client';
import { callNumber } from '../../../../services/phone-call';
import { phoneNumber } from '../../../../services/phone-number';
import { AGREE_BUTTON, answerPrivacyWith, type PrivacyAnswer } from '../../../../services/privacy';

/** The platform asks one question at a time, and one form is open at a time. */
let answer: ((given: PrivacyAnswer) => void) | undefined;
let stop: (() => void) | undefined;

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

Component({
  properties: {
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    error: { type: String, value: '' },
    oneTap: { type: Boolean, value: true },
    asksOwner: { type: Boolean, value: false },
    owner: { type: String, value: '' },
    publicPhone: { type: String, value: '' },
    large: { type: Boolean, value: false },
    owners: { type: Array, value: [] },
    words: { type: Object, value: {} },
    parts: { type: Object, value: {} },
  },
  data: {
    agreeButton: AGREE_BUTTON,
    offersOneTap: true,
    isAsking: false,
    guide: '',
  },
  lifetimes: {
    attached() {
      this.listen();
    },
    detached() {
      this.deaf();
    },
  },
  pageLifetimes: {
    show() {
      this.listen();
    },
    hide() {
      this.deaf();
    },
  },
  methods: {
    listen() {
      stop = answerPrivacyWith((question) => {
        answer = (given) => {
          question.answer(given);
        };
        this.setData({ isAsking: true, guide: question.contractName });
      });
    },
    deaf() {
      stop?.();
    },
    settle(given: PrivacyAnswer) {
      answer?.(given);
      this.setData({ isAsking: false, ...(given === 'agree' ? {} : { offersOneTap: false }) });
    },
    onAgree() {
      this.settle('agree');
    },
    onRefusePrivacy() {
      this.settle('disagree');
    },
    onReadGuide() {
      wx.openPrivacyContract({ fail: () => undefined });
    },
    onCall() {
      callNumber(this.data.publicPhone);
    },
    async onNumber({ detail }: WechatMiniprogram.CustomEvent<{ code: string }>) {
      const reply = await phoneNumber.exchangeCode({ code: detail.code }, { actAs: NOBODY });
      if (reply.ok) this.triggerEvent('type', { value: reply.data.phone, isKnown: true });
      // The typed field is the way that always works.
      else this.setData({ offersOneTap: false });
    },
    onType({ detail }: Typed) {
      this.triggerEvent('type', { value: detail.value, isKnown: false });
    },
    onLeave() {
      this.triggerEvent('leave', {});
    },
    onOwner({ detail }: Typed) {
      this.triggerEvent('owner', detail);
    },
    onNoPhone() {
      this.triggerEvent('nophone', {});
    },
  },
});
