/**
 * The group chat behind the code that WeChat gives a phone which was opened out of it. Two adapters: WeChat's own exchange, and
 * the codes of test groups, which exist only where the deployment allows test numbers (D28).
 */
import { Problem } from '@domain/kernel/problem';

export interface GroupIds {
  /** The group's id for this mini-program. Throws EXPIRED for a code that names no group, DEPENDENCY_UNAVAILABLE where nobody answers. */
  idOf(code: string): Promise<string>;
}

const TEST_CODE = /^group-code-([0-9a-z]{1,20})$/;

const testGroups: GroupIds = {
  idOf: (code) => Promise.resolve(TEST_CODE.exec(code)?.[1] ?? ''),
};

/** The exchange, as the platform documents it: one entry for each code, `data` in those it can open. */
interface OpenedCode {
  readonly data?: { readonly opengid?: string; readonly openGId?: string };
}

/** The platform's own typing leaves out that it is awaited. */
type OpenData = (request: {
  readonly list: readonly string[];
}) => Promise<{ readonly list: readonly OpenedCode[] }>;

const wechatGroups: GroupIds = {
  idOf: async (code) => {
    // The platform's package is large and only this exchange needs it.
    const { default: wechat } = await import('wx-server-sdk');
    wechat.init({ env: wechat.DYNAMIC_CURRENT_ENV as unknown as string });
    const getOpenData = wechat.getOpenData as unknown as OpenData;
    const { list } = await getOpenData({ list: [code] }).catch(() => {
      throw new Problem('DEPENDENCY_UNAVAILABLE');
    });
    const [opened] = list;
    const id = opened?.data?.opengid ?? opened?.data?.openGId;
    if (id === undefined) throw new Problem('EXPIRED');
    return id;
  },
};

export function groupIds(allowTestNumbers: boolean): GroupIds {
  return {
    idOf: (code) => (allowTestNumbers && TEST_CODE.test(code) ? testGroups : wechatGroups).idOf(code),
  };
}
