/**
 * The number behind a one-tap phone button. Two adapters: WeChat's own exchange, and the codes of test numbers, which exist
 * only where the deployment allows test numbers (D28).
 */
import { Problem } from '@domain/kernel/problem';

export interface PhoneCodes {
  /** The number behind a code. Throws EXPIRED for a used or stale code, DEPENDENCY_UNAVAILABLE where nobody answers. */
  numberOf(code: string): Promise<string>;
}

const TEST_CODE = /^phone-code-(100\d{8})$/;
/** WeChat's words for a code that was used, is older than five minutes, or never was one. */
const CODE_IS_GONE = 40029;

const testCodes: PhoneCodes = {
  numberOf: (code) => {
    const number = TEST_CODE.exec(code)?.[1];
    return number === undefined ? Promise.reject(new Problem('EXPIRED')) : Promise.resolve(number);
  },
};

/** The exchange, as the platform documents it. */
type Exchange = (request: { readonly code: string }) => Promise<PhoneAnswer>;

interface PhoneAnswer {
  readonly phoneInfo?: { readonly purePhoneNumber?: string };
}

const wechatCodes: PhoneCodes = {
  numberOf: async (code) => {
    // The platform's package is large and only this exchange needs it.
    const { default: wechat } = await import('wx-server-sdk');
    wechat.init({ env: wechat.DYNAMIC_CURRENT_ENV as unknown as string });
    const { getPhoneNumber } = wechat.openapi['phonenumber'] as { getPhoneNumber: Exchange };
    const { phoneInfo } = await getPhoneNumber({ code }).catch((error: unknown) => {
      const { errCode } = error as { errCode?: number };
      throw new Problem(errCode === CODE_IS_GONE ? 'EXPIRED' : 'DEPENDENCY_UNAVAILABLE');
    });
    if (phoneInfo?.purePhoneNumber === undefined) throw new Problem('DEPENDENCY_UNAVAILABLE');
    return phoneInfo.purePhoneNumber;
  },
};

export function phoneCodes(allowTestNumbers: boolean): PhoneCodes {
  return {
    numberOf: (code) => (allowTestNumbers && TEST_CODE.test(code) ? testCodes : wechatCodes).numberOf(code),
  };
}
