/**
 * WeChat's privacy question, asked at the moment of use and never at start. The platform calls `onNeed`; the page that
 * is on top shows its sheet and answers.
 */
export type PrivacyAnswer = WechatMiniprogram.PrivacyAnswer;

export interface PrivacyQuestion {
  /** Name of the platform's own guideline, as it must be shown. */
  contractName: string;
  answer(given: PrivacyAnswer): void;
}

/** Id of the button with open-type="agreePrivacyAuthorization" in the sheet. */
export const AGREE_BUTTON = 'agree-privacy';

let show: ((question: PrivacyQuestion) => void) | undefined;

/** Called once, at launch. */
export function watchPrivacy(): void {
  if (!wx.canIUse('onNeedPrivacyAuthorization')) return;
  wx.onNeedPrivacyAuthorization((resolve: WechatMiniprogram.ResolvePrivacy) => {
    const answer = (given: PrivacyAnswer): void => {
      // The platform wants to know which button the person touched.
      resolve(given === 'agree' ? { event: given, buttonId: AGREE_BUTTON } : { event: given });
    };
    // Nobody is there to answer: the interface is refused, and the page offers the way without it.
    if (show === undefined) answer('disagree');
    else askWith(show, answer);
  });
}

/** The page on top answers; the returned function ends that, in its onHide. */
export function answerPrivacyWith(listener: (question: PrivacyQuestion) => void): () => void {
  show = listener;
  return () => {
    if (show === listener) show = undefined;
  };
}

function askWith(listener: (question: PrivacyQuestion) => void, answer: PrivacyQuestion['answer']): void {
  wx.getPrivacySetting({
    success: ({ privacyContractName }) => {
      listener({ contractName: privacyContractName, answer });
    },
    fail: () => {
      listener({ contractName: '', answer });
    },
  });
}
