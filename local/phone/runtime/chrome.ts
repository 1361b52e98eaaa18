// Navigation bar and tab bar: what the platform draws around a page.
import type { TabBarJson, ThemeJson, WindowJson } from '../bundle';
import { find, make } from './engine';
import { phone } from './phone';

/** Replaces `@name` by its value in theme.json. */
function themed(value: string | undefined, theme: ThemeJson | undefined): string | undefined {
  if (value?.startsWith('@') !== true) return value;
  return theme?.[currentTheme()][value.slice(1)];
}

export function currentTheme(): 'light' | 'dark' {
  return find('#app').dataset['theme'] === 'dark' ? 'dark' : 'light';
}

export function drawNavigation(window: WindowJson): void {
  const { bundle, pages, isComputer } = phone();
  const isWhite = themed(window.navigationBarTextStyle, bundle.theme) === 'white';
  find('.wxp-title').textContent = window.navigationBarTitleText ?? '';
  const bar = find('.wxp-nav');
  bar.hidden = window.navigationStyle === 'custom';
  bar.style.background = themed(window.navigationBarBackgroundColor, bundle.theme) ?? '';
  bar.style.color = isWhite ? '#fff' : '';
  find('.wxp-back').hidden = pages.depth < 2;
  document.body.classList.toggle('wxp-computer', isComputer);
  drawTabs(pages.top.path, pages.top.isTab);
  find('.wxp-stack').style.background = themed(window.backgroundColor, bundle.theme) ?? '';
}

export function buildTabBar(tabBar: TabBarJson | undefined): void {
  const bar = find('.wxp-tabbar');
  for (const { pagePath, text } of tabBar?.list ?? []) {
    const badge = make('span', 'wxp-badge');
    badge.hidden = true;
    const tab = make('button', 'wxp-tab', [
      make('span', 'wxp-tab-picture'),
      make('span', 'wxp-tab-text', text),
      badge,
    ]);
    tab.setAttribute('role', 'tab');
    tab.dataset['path'] = pagePath;
    tab.addEventListener('click', () => {
      void phone().call('switchTab', { url: `/${pagePath}` });
    });
    bar.append(tab);
  }
}

function drawTabs(path: string, isTab: boolean): void {
  const { bundle } = phone();
  const { tabBar } = bundle.app;
  const bar = find('.wxp-tabbar');
  bar.hidden = !isTab;
  bar.style.background = themed(tabBar?.backgroundColor, bundle.theme) ?? '';
  tabBar?.list?.forEach((entry, index) => {
    const tab = bar.children[index] as HTMLElement;
    const isChosen = entry.pagePath === path;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.style.color = themed(isChosen ? tabBar.selectedColor : tabBar.color, bundle.theme) ?? '';
    const picture = isChosen ? (entry.selectedIconPath ?? entry.iconPath) : entry.iconPath;
    const address = themed(picture, bundle.theme)?.replace(/^\//, '');
    find('.wxp-tab-picture', tab).style.backgroundImage =
      address === undefined ? '' : `url("package/${address}")`;
  });
}

/** Badge of a tab: a text, an empty text for a red dot, undefined for none. */
export function setTabBadge(index: number, text: string | undefined): void {
  const tab = find('.wxp-tabbar').children[index];
  if (tab === undefined) throw new Error('tabbar item not found');
  const badge = find('.wxp-badge', tab);
  badge.hidden = text === undefined;
  badge.textContent = text ?? '';
}

/** rem is measured on the document, so the page on top decides. */
export function applyRootFontSize(fontScale: number): void {
  const root = document.querySelector<HTMLElement>('.wxp-page:not([hidden]) > wx-page');
  const asked = root?.dataset['rootFontSize'] ?? '';
  const size = asked === 'system' ? `${String(16 * fontScale)}px` : asked;
  document.documentElement.style.fontSize = size === '' ? '16px' : size;
}
