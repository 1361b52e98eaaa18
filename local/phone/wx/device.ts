import { currentTheme } from '../runtime/chrome';
import { find } from '../runtime/engine';
import { networkListeners, networkState } from '../runtime/network';
import { phone } from '../runtime/phone';
import { askDialog } from './popups';
import { listening, text, type InterfaceGroup } from './interfaces';

export const themeListeners = new Set<(result: { theme: string }) => void>();
const resizeListeners = new Set<(result: object) => void>();
const keyboardListeners = new Set<(result: { height: number }) => void>();
const keyDownListeners = new Set<(key: object) => void>();
const keyUpListeners = new Set<(key: object) => void>();
let clipboard = '';
let fontScale = 1;

export function setFontScale(scale: number): void {
  fontScale = scale;
}

export function getFontScale(): number {
  return fontScale;
}

export function clipboardText(): string {
  return clipboard;
}

function windowSize(): { windowWidth: number; windowHeight: number } {
  const { clientWidth, clientHeight } = find('.wxp-stack');
  return { windowWidth: clientWidth, windowHeight: clientHeight };
}

function windowInfo(): object {
  const { clientWidth: screenWidth, clientHeight: screenHeight } = find('#app');
  const safeArea = {
    left: 0,
    top: 0,
    right: screenWidth,
    bottom: screenHeight,
    width: screenWidth,
    height: screenHeight,
  };
  return {
    ...windowSize(),
    screenWidth,
    screenHeight,
    pixelRatio: devicePixelRatio,
    statusBarHeight: 0,
    safeArea,
  };
}

function appBaseInfo(): object {
  return {
    SDKVersion: '3.8.0',
    language: 'zh_CN',
    version: '8.0.50',
    theme: currentTheme(),
    fontSizeScaleFactor: fontScale,
    fontSizeSetting: 16 * fontScale,
    host: { env: 'WeChat' },
    enableDebug: false,
  };
}

function platform(): string {
  return phone().isComputer ? 'windows' : 'android';
}

/** Keys reach the page only while no field has the focus, as on WeChat for PC. */
function passKey(listeners: Set<(key: object) => void>, event: KeyboardEvent): void {
  if (event.target instanceof Element && event.target.matches('input,textarea')) return;
  for (const listener of listeners) {
    listener({ key: event.key, code: event.code, timeStamp: event.timeStamp });
  }
}

export function watchDevice(): void {
  new ResizeObserver(() => {
    const size = windowSize();
    for (const listener of resizeListeners) listener({ size });
    const top = document.querySelector('.wxp-page:not([hidden])') === null ? undefined : phone().pages.top;
    if (top !== undefined) phone().pages.life(top, 'onResize', { size });
    top?.component.triggerPageLifetime('resize', [{ size }]);
  }).observe(find('.wxp-stack'));
  addEventListener('keydown', (event) => {
    passKey(keyDownListeners, event);
  });
  addEventListener('keyup', (event) => {
    passKey(keyUpListeners, event);
  });
}

export const device: InterfaceGroup = {
  options: {
    getNetworkType: () => networkState(),
    vibrateShort: () => undefined,
    getRandomValues: ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    }),
    setScreenBrightness: () => undefined,
    setKeepScreenOn: () => undefined,
    async makePhoneCall(options) {
      const { index } = await askDialog({
        title: '',
        content: text(options, 'phoneNumber'),
        buttons: [{ label: '取消' }, { label: '呼叫', isPrimary: true }],
      });
      if (index === 0) throw new Error('cancel');
    },
    setClipboardData(options) {
      clipboard = text(options, 'data');
      void phone().call('showToast', { title: '内容已复制', icon: 'none' });
    },
    getClipboardData: () => ({ data: clipboard }),
  },
  plain: {
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBaseInfo,
    getDeviceInfo: () => ({ platform: platform(), brand: 'browser', model: '浏览器', system: 'browser' }),
    getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: false, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized', albumAuthorized: 'authorized' }),
    getMenuButtonBoundingClientRect: () => {
      const { clientWidth } = find('#app');
      return { top: 6, right: clientWidth - 10, left: clientWidth - 97, bottom: 38, width: 87, height: 32 };
    },
    ...listening('NetworkStatusChange', networkListeners),
    ...listening('ThemeChange', themeListeners),
    ...listening('WindowResize', resizeListeners),
    ...listening('KeyboardHeightChange', keyboardListeners),
    ...listening('KeyDown', keyDownListeners),
    ...listening('KeyUp', keyUpListeners),
  },
};
