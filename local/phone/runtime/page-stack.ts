import { find, type EngineComponent } from './engine';
import { countShownPages, recordOpen } from './meter';
import type { OpenPage, PageCaller, Pages } from './opened-pages';
import { phone } from './phone';
import type { Registry } from './registry';
import { absoluteAddress, EventChannel, parseAddress, type Listener } from './route';

const DEPTH_MAX = 10;

export class PageStack implements Pages {
  private readonly opened: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();

  constructor(private readonly registry: Registry) {}

  get depth(): number {
    return this.opened.length;
  }

  get top(): OpenPage {
    const page = this.opened.at(-1);
    if (page === undefined) throw new Error('no page is open');
    return page;
  }

  callers(): PageCaller[] {
    return this.opened.map(({ caller }) => caller);
  }

  life(page: OpenPage, name: string, ...values: unknown[]): unknown {
    const handler = page.caller[name];
    return typeof handler === 'function' ? (handler.apply(page.caller, values) as unknown) : undefined;
  }

  /** Opens the first page; one the package does not have is reported to the app, which may go elsewhere. */
  start(url: string): void {
    const { pages } = phone().bundle;
    const isKnown = pages.includes(parseAddress(url).path);
    this.show(this.open(isKnown ? url : `/${pages[0] ?? ''}`));
  }

  navigateTo({ url, events }: { url: string; events?: Record<string, Listener> }): {
    eventChannel: EventChannel;
  } {
    const target = this.check(url);
    if (this.isTab(target)) throw new Error('can not navigateTo a tabbar page');
    if (this.opened.length >= DEPTH_MAX) throw new Error('webview count limit exceed');
    const eventChannel = new EventChannel(events);
    this.hide(this.top);
    this.show(this.open(target, eventChannel));
    return { eventChannel };
  }

  redirectTo({ url }: { url: string }): void {
    const target = this.check(url);
    if (this.isTab(target)) throw new Error('can not redirectTo a tabbar page');
    this.close(this.opened.pop());
    this.show(this.open(target));
  }

  navigateBack({ delta = 1 }: { delta?: number }): void {
    const count = Math.min(delta, this.opened.length - 1);
    if (count < 1) throw new Error('cannot navigate back at first page.');
    for (let left = count; left > 0; left -= 1) this.close(this.opened.pop());
    this.show(this.top);
  }

  switchTab({ url }: { url: string }): void {
    const target = this.check(url.split('?')[0] ?? '');
    if (!this.isTab(target)) throw new Error('can not switch to no-tabBar page');
    const { path } = parseAddress(target);
    if (this.opened.at(-1)?.path === path) return;
    for (let page = this.opened.pop(); page !== undefined; page = this.opened.pop()) {
      if (page.isTab) this.hide(page);
      else this.close(page);
    }
    const kept = this.tabs.get(path);
    if (kept !== undefined) this.opened.push(kept);
    this.show(kept ?? this.open(target));
  }

  reLaunch({ url }: { url: string }): void {
    const target = this.check(url);
    const tabs = [...this.tabs.values()].filter((page) => !this.opened.includes(page));
    for (let page = this.opened.pop(); page !== undefined; page = this.opened.pop()) this.close(page);
    for (const page of tabs) this.close(page);
    this.show(this.open(target));
  }

  hideTop(): void {
    this.hide(this.top);
  }

  showTop(): void {
    this.show(this.top);
  }

  private check(url: string): string {
    const target = absoluteAddress(url, this.opened.at(-1)?.path);
    const { path } = parseAddress(target);
    if (!phone().bundle.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    return target;
  }

  private isTab(url: string): boolean {
    const { path } = parseAddress(url);
    return phone().bundle.app.tabBar?.list?.some(({ pagePath }) => pagePath === path) ?? false;
  }

  private open(url: string, channel?: EventChannel): OpenPage {
    const started = performance.now();
    const { path, query } = parseAddress(url);
    this.registry.enter(path);
    const { bundle } = phone();
    const element = document.createElement('div');
    element.className = 'wxp-page';
    element.hidden = true;
    const place = document.createElement('span');
    element.append(place);
    find('.wxp-stack').append(element);
    const root = this.registry.backend.createRoot('page', this.registry.space, path);
    const component = root.getComponent() as unknown as EngineComponent;
    component.$$.setAttribute('is', path);
    const caller = root.get() as unknown as PageCaller;
    Object.assign(caller, {
      route: path,
      options: query,
      getOpenerEventChannel: () => channel ?? new EventChannel(),
    });
    const page: OpenPage = {
      url,
      path,
      query,
      element,
      component,
      caller,
      window: { ...bundle.app.window, ...bundle.units[path] },
      isTab: this.isTab(url),
      leaveQuestion: undefined,
      release: () => {
        root.release();
      },
    };
    this.fillProperties(page);
    root.attach(element as never, place as never);
    this.opened.push(page);
    this.life(page, 'onLoad', query);
    this.watchScroll(page);
    if (page.isTab) this.tabs.set(path, page);
    queueMicrotask(() => {
      this.life(page, 'onReady');
      recordOpen(path, performance.now() - started);
    });
    return page;
  }

  /** A page written with Component() receives its query in declared properties. */
  private fillProperties({ component, query }: OpenPage): void {
    const { behavior } = component.getComponentDefinition();
    const declared = Object.entries(query).filter(([name]) => behavior.getPropertyType(name) !== undefined);
    if (declared.length > 0) component.setData(Object.fromEntries(declared));
  }

  private watchScroll(page: OpenPage): void {
    const { element } = page;
    let isAtBottom = false;
    element.addEventListener('scroll', () => {
      this.life(page, 'onPageScroll', { scrollTop: element.scrollTop });
      const distance = page.window.onReachBottomDistance ?? 50;
      const isNow = element.scrollHeight - element.scrollTop - element.clientHeight <= distance;
      if (isNow && !isAtBottom) this.life(page, 'onReachBottom');
      isAtBottom = isNow;
    });
  }

  private show(page: OpenPage): void {
    page.element.hidden = false;
    page.component.triggerPageLifetime('show', []);
    this.life(page, 'onShow');
    phone().applyChrome(page.window);
    phone().applyRootFontSize();
    window.history.replaceState(null, '', `#/${page.url.replace(/^\//, '')}`);
  }

  private hide(page: OpenPage): void {
    if (page.element.hidden) return;
    countShownPages();
    page.element.hidden = true;
    page.component.triggerPageLifetime('hide', []);
    this.life(page, 'onHide');
  }

  private close(page: OpenPage | undefined): void {
    if (page === undefined) return;
    countShownPages();
    this.life(page, 'onUnload');
    page.release();
    page.element.remove();
    this.tabs.delete(page.path);
  }
}
