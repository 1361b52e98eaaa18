// Starts the phone: reads the address, registers the package, opens the first page. app.js calls bootPhone.
import { component as adapter } from 'glass-easel-miniprogram-adapter';
import { watchGestures } from '../builtins/gestures';
import type { Bundle } from '../bundle';
import { buildFrame, type FrameControls } from '../frame/frame';
import { scan } from '../frame/scan';
import { lastShareCard } from '../frame/share';
import { cloud } from '../wx/cloud';
import { clipboardText, device, getFontScale, setFontScale, themeListeners, watchDevice } from '../wx/device';
import { fileAddress, fileInterfaces, handedOut } from '../wx/files';
import { createWx, type InterfaceGroup } from '../wx/interfaces';
import { media } from '../wx/media';
import { page, startPullDownRefresh } from '../wx/page';
import { appListeners, openType, platform, setGroup, shareFrom } from '../wx/platform';
import { popups } from '../wx/popups';
import { guardPrivate, privacy } from '../wx/privacy';
import { giveQueries, query } from '../wx/query';
import { routes } from '../wx/routes';
import { bytesStored, storage, storedKeys } from '../wx/storage';
import { applyRootFontSize, buildTabBar, drawNavigation } from './chrome';
import { setClock } from './clock';
import { find } from './engine';
import { idle, passTime, watchTimers } from './idle';
import { readMeter, recordQuiet, resetMeter, watchErrors } from './meter';
import { setNetwork } from './network';
import { PageStack } from './page-stack';
import { phone, setPhone, type LaunchOptions, type Phone } from './phone';
import { createRegistry } from './registry';
import { parseAddress } from './route';

type App = Record<string, unknown>;

const GROUPS: readonly InterfaceGroup[] = [
  routes,
  popups,
  storage,
  cloud,
  guardPrivate(fileInterfaces),
  media,
  guardPrivate(device),
  platform,
  privacy,
  page,
  query,
];
const PLAIN_BELOW = 700;
/** Openid of somebody who opens the app for the first time. */
const VISITOR = 'visitor';
const OWN_NUMBER = '10000000001';

function start(bundle: Bundle): void {
  watchErrors();
  watchTimers(recordQuiet);
  const address = new URL(location.href);
  const wanted = address.searchParams;
  setClock(wanted.get('now'));
  const registry = createRegistry(bundle);
  giveQueries(adapter.ComponentCaller.prototype);
  const wx = createWx(GROUPS);
  const pages = new PageStack(registry);
  const app: App = {};
  const running: Phone = {
    bundle,
    openid: wanted.get('as') ?? localStorage.getItem('phone:as') ?? VISITOR,
    ownNumber: wanted.get('number') ?? OWN_NUMBER,
    isComputer: wanted.get('pc') === '1',
    launch: launchOptions(bundle, address),
    pages,
    call: (name, options = {}) => Promise.resolve((wx[name] as (options: object) => unknown)(options)),
    openType,
    applyRootFontSize: () => {
      applyRootFontSize(getFontScale());
    },
    applyChrome: drawNavigation,
    fileAddress,
    leave() {
      pages.hideTop();
      callApp(app, 'onHide', {});
    },
    comeBack() {
      callApp(app, 'onShow', running.launch);
      pages.showTop();
    },
  };
  setPhone(running);
  localStorage.setItem('phone:as', running.openid);
  registerApp(app, wx, pages);
  registry.require('app.js');
  const controls = createControls();
  applyLook(wanted, controls);
  setGroup(wanted.get('group') ?? undefined);
  wireChrome(bundle);
  watchGestures();
  watchDevice();
  exposeToTests(controls);
  startApp(app, running);
  const isPlain = wanted.get('plain') === '1' || innerWidth < PLAIN_BELOW;
  document.body.classList.toggle('wxp-plain', isPlain);
  if (!isPlain) void buildFrame(controls).then(watchForNewBuild);
}

function launchOptions(bundle: Bundle, { hash, searchParams }: URL): LaunchOptions {
  const first = hash.length > 2 ? hash.slice(1) : `/${bundle.pages[0] ?? ''}`;
  return { ...parseAddress(first), scene: Number(searchParams.get('scene') ?? '1001') };
}

function registerApp(app: App, wx: Record<string, unknown>, pages: PageStack): void {
  Object.assign(globalThis, {
    wx,
    App: (definition: App) => Object.assign(app, definition),
    getApp: () => app,
    getCurrentPages: () => pages.callers(),
  });
}

function callApp(app: App, name: string, value: unknown): void {
  const handler = app[name];
  if (typeof handler === 'function') handler.call(app, value);
}

function startApp(app: App, { bundle, launch, pages }: Phone): void {
  addEventListener('error', ({ message }) => {
    callApp(app, 'onError', message);
    for (const listener of appListeners.errorListeners) listener(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    for (const listener of appListeners.rejectionListeners) listener({ reason: reason as unknown });
  });
  callApp(app, 'onLaunch', launch);
  callApp(app, 'onShow', launch);
  if (!bundle.pages.includes(launch.path)) {
    const missing = { ...launch, isEntryPage: true };
    pages.start(`/${bundle.pages[0] ?? ''}`);
    callApp(app, 'onPageNotFound', missing);
    for (const listener of appListeners.notFoundListeners) listener(missing);
    return;
  }
  pages.start(location.hash.length > 2 ? location.hash.slice(1) : `/${launch.path}`);
}

function createControls(): FrameControls {
  return {
    setTheme(theme) {
      find('#app').dataset['theme'] = theme;
      document.documentElement.dataset['weuiTheme'] = theme;
      for (const listener of themeListeners) listener({ theme });
      if (document.querySelector('.wxp-page') !== null) drawNavigation(phone().pages.top.window);
    },
    setFontScale(scale) {
      setFontScale(scale);
      applyRootFontSize(scale);
    },
    relaunch({ as, hash, scene, pc, group } = {}) {
      const target = new URL(location.href);
      if (as !== undefined) target.searchParams.set('as', as);
      if (pc !== undefined) target.searchParams.set('pc', pc ? '1' : '0');
      // An app that is started anew comes from wherever it is started.
      target.searchParams.delete('scene');
      target.searchParams.delete('group');
      if (scene !== undefined) target.searchParams.set('scene', String(scene));
      if (group !== undefined) target.searchParams.set('group', group);
      target.hash = hash ?? '';
      window.history.replaceState(null, '', target);
      location.reload();
    },
  };
}

function applyLook(wanted: URLSearchParams, controls: FrameControls): void {
  const isDark =
    wanted.get('dark') === '1' || (!wanted.has('dark') && matchMedia('(prefers-color-scheme: dark)').matches);
  controls.setTheme(isDark ? 'dark' : 'light');
  controls.setFontScale(Number(wanted.get('fontScale') ?? '1'));
}

function wireChrome(bundle: Bundle): void {
  buildTabBar(bundle.app.tabBar);
  find('.wxp-back').addEventListener('click', () => {
    // A refused question is an answer, not an error.
    phone()
      .call('navigateBack', { asked: true })
      .catch(() => undefined);
  });
  find('.wxp-menu').addEventListener('click', () => void shareFrom('menu'));
  let startedAt: number | undefined;
  find('.wxp-stack').addEventListener('pointerdown', ({ clientY }) => {
    startedAt = phone().pages.top.element.scrollTop === 0 ? clientY : undefined;
  });
  find('.wxp-stack').addEventListener('pointerup', ({ clientY }) => {
    const isPulled = startedAt !== undefined && clientY - startedAt > 80;
    if (isPulled && phone().pages.top.window.enablePullDownRefresh === true) startPullDownRefresh();
  });
}

function exposeToTests(controls: FrameControls): void {
  Object.assign(globalThis, {
    __phone: {
      idle: () => idle().then(recordQuiet),
      passTime,
      meter: {
        read: () => ({ ...readMeter(), storage: { bytes: bytesStored(), keys: storedKeys() } }),
        reset: resetMeter,
      },
      network: setNetwork,
      scan,
      relaunch: controls.relaunch,
      goTo: (url: string) => phone().call('reLaunch', { url }),
      leave: phone().leave,
      comeBack: phone().comeBack,
      setTheme: controls.setTheme,
      setFontScale: controls.setFontScale,
      setGroup,
      share: () => shareFrom('menu'),
      lastShareCard,
      clipboardText,
      handedOut: () =>
        Promise.all(handedOut.map(async ({ name, blob }) => ({ name, base64: await base64Of(blob) }))),
    },
  });
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** In the frame the page follows the newest build; the address in the bar is the page that is open. */
function watchForNewBuild(): void {
  let known: number | undefined;
  setInterval(() => {
    void fetch('build.json')
      .then((response) => response.json() as Promise<{ builtAt: number }>)
      .then(({ builtAt }) => {
        if (known !== undefined && known !== builtAt) location.reload();
        known = builtAt;
      })
      // The server is being restarted: the next look will find it.
      .catch(() => undefined);
  }, 1000);
}

Object.assign(globalThis, { bootPhone: start });
