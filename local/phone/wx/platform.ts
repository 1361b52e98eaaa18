import { phone } from '../runtime/phone';
import { openScanner } from '../frame/scan';
import { showShareCard, type ShareCard } from '../frame/share';
import type { BuiltIn } from '../builtins/definition';
import { askDialog, askSheet } from './popups';
import { agree, isPrivateButton, needConsent } from './privacy';
import { listening, text, type InterfaceGroup, type Options } from './interfaces';

const QUOTA_EXCEEDED = 1400001;

const errorListeners = new Set<(message: string) => void>();
const rejectionListeners = new Set<(result: object) => void>();
const notFoundListeners = new Set<(result: object) => void>();
/** Whether cards that leave now cannot be forwarded; it holds on every page until it is changed. */
let sharesPrivately = false;
let groupEntry: { cloudID: string } | undefined;

export const appListeners = { errorListeners, rejectionListeners, notFoundListeners };

/** The app was opened out of a group chat. */
export function setGroup(cloudID: string | undefined): void {
  groupEntry = cloudID === undefined ? undefined : { cloudID };
}

async function requestSubscribeMessage(options: Options): Promise<object> {
  const templates = (options['tmplIds'] as string[] | undefined) ?? [];
  const key = `phone:subscribe:${phone().openid}`;
  const isKept = localStorage.getItem(key) !== null;
  const index = isKept ? 1 : (await askSubscription()).index;
  if (index === 2) localStorage.setItem(key, '1');
  return Object.fromEntries(templates.map((id) => [id, index === 0 ? 'reject' : 'accept']));
}

function askSubscription(): Promise<{ index: number }> {
  return askDialog({
    title: '发送以下消息',
    content: '允许给你发一次消息吗？',
    buttons: [{ label: '取消' }, { label: '允许', isPrimary: true }, { label: '总是允许' }],
  });
}

export const platform: InterfaceGroup = {
  options: {
    async scanCode() {
      const result = await openScanner();
      return { result, scanType: 'WX_CODE', path: result };
    },
    requestSubscribeMessage,
    getSetting: () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true } }),
    openSetting: () => ({ authSetting: {} }),
    login: () => ({ code: 'local-code' }),
    checkSession: () => undefined,
    showShareMenu: () => undefined,
    hideShareMenu: () => undefined,
    updateShareMenu(options) {
      sharesPrivately = options['isPrivateMessage'] === true;
    },
    getGroupEnterInfo() {
      if (groupEntry === undefined) throw new Error('not from a group');
      return groupEntry;
    },
    shareFileMessage(options) {
      if (phone().isComputer) throw new Error('not supported on this platform');
      return phone().call('openDocument', { filePath: text(options, 'filePath') });
    },
  },
  plain: {
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
    }),
    getLaunchOptionsSync: () => phone().launch,
    getEnterOptionsSync: () => phone().launch,
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getRealtimeLogManager: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined }),
    ...listening('Error', errorListeners),
    ...listening('UnhandledRejection', rejectionListeners),
    ...listening('PageNotFound', notFoundListeners),
  },
};

const OPEN_TYPES: Readonly<Record<string, (self: BuiltIn) => Promise<void> | void>> = {
  share: (self) => shareFrom('button', self),
  getPhoneNumber: givePhoneNumber,
  agreePrivacyAuthorization(self) {
    agree();
    self.triggerEvent('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
  openSetting: (self) => {
    self.triggerEvent('opensetting', { authSetting: {} });
  },
  async contact() {
    await askSheet(['联系客服']);
  },
};

/** What a button with open-type does. */
export async function openType(self: BuiltIn): Promise<void> {
  const name = self.data.openType;
  const run = OPEN_TYPES[name];
  if (run === undefined) throw new Error(`button open-type "${name}" is not imitated`);
  if (isPrivateButton(name)) await needConsent(name);
  await run(self);
}

async function givePhoneNumber(self: BuiltIn): Promise<void> {
  const { ownNumber } = phone();
  const { index } = await askDialog({
    title: '申请获取你的手机号',
    content: ownNumber.replace(/^(\d{3})(\d{4})/, '$1 $2 '),
    buttons: [{ label: '允许', isPrimary: true }, { label: '不允许' }, { label: '次数用完' }],
  });
  const details = [
    { code: `phone-code-${ownNumber}`, errMsg: 'getPhoneNumber:ok' },
    { errMsg: 'getPhoneNumber:fail user deny' },
    { errMsg: 'getPhoneNumber:fail quota exceeded', errno: QUOTA_EXCEEDED },
  ];
  self.triggerEvent('getphonenumber', details[index]);
}

/** Asks the page for its card and shows it instead of sending it. */
export async function shareFrom(from: 'button' | 'menu', self?: BuiltIn): Promise<void> {
  const { pages } = phone();
  const event = { from, target: self === undefined ? undefined : { id: self.$$.id, dataset: self.dataset } };
  const answer = (pages.life(pages.top, 'onShareAppMessage', event) ?? {}) as ShareCard & {
    promise?: Promise<ShareCard>;
  };
  const card = answer.promise === undefined ? answer : await answer.promise;
  showShareCard({
    title: card.title ?? '',
    path: card.path ?? `/${pages.top.url}`,
    imageUrl: card.imageUrl ?? '',
    isPrivate: sharesPrivately,
  });
}
