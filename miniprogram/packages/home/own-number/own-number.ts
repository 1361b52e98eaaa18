/**
 * Shows that a number is the person's own: WeChat is asked for it in one tap, and nobody may type it. The privacy question is
 * asked here, at the moment of use.
 * Properties: large (大字).
 * Events: `number` { code } for the page to exchange, `refuse` {} where the person or WeChat says no.
 */
import { ASKED_WORDS } from '../../../messages/tenancy';
import { AGREE_BUTTON, answerPrivacyWith, type PrivacyAnswer } from '../../../services/privacy';

/** The platform asks one question at a time. */
let answer: ((given: PrivacyAnswer) => void) | undefined;
let stop: (() => void) | undefined;

Component({
  properties: {
    large: { type: Boolean, value: false },
  },
  data: {
    words: ASKED_WORDS,
    agreeButton: AGREE_BUTTON,
    isAsking: false,
    guide: '',
  },
  lifetimes: {
    attached() {
      this.listen();
    },
    detached() {
      stop?.();
    },
  },
  pageLifetimes: {
    show() {
      this.listen();
    },
    hide() {
      stop?.();
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
    settle(given: PrivacyAnswer) {
      answer?.(given);
      this.setData({ isAsking: false });
    },
    onAgree() {
      this.settle('agree');
    },
    onRefuse() {
      this.settle('disagree');
    },
    onReadGuide() {
      wx.openPrivacyContract({ fail: () => undefined });
    },
    onNumber({ detail }: WechatMiniprogram.CustomEvent<{ code?: string }>) {
      const { code = '' } = detail;
      if (code === '') this.triggerEvent('refuse', {});
      else this.triggerEvent('number', { code });
    },
  },
});
