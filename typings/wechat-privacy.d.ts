/** The platform hands the listener a function; its published types know only a result. */
declare namespace WechatMiniprogram {
  type PrivacyAnswer = 'agree' | 'disagree';
  type ResolvePrivacy = (answer: { event: PrivacyAnswer; buttonId?: string }) => void;

  interface Wx {
    onNeedPrivacyAuthorization(listener: (resolve: ResolvePrivacy) => void): void;
  }
}
