import { setTabBadge } from '../runtime/chrome';
import { phone } from '../runtime/phone';
import { text, type InterfaceGroup, type Options } from './interfaces';

function changeChrome(change: object): void {
  const { pages, applyChrome } = phone();
  Object.assign(pages.top.window, change);
  applyChrome(pages.top.window);
}

function pageScrollTo(options: Options): void {
  const { element } = phone().pages.top;
  const selector = text(options, 'selector');
  const target = selector === '' ? null : element.querySelector<HTMLElement>(selector);
  const offset = Number(options['offsetTop'] ?? 0);
  if (target === null) element.scrollTo({ top: Number(options['scrollTop'] ?? 0) });
  else {
    const distance = target.getBoundingClientRect().top - element.getBoundingClientRect().top;
    element.scrollTo({ top: element.scrollTop + distance + offset });
  }
}

/** Pulls the page down; also called by the gesture. */
export function startPullDownRefresh(): void {
  const { pages } = phone();
  pages.top.element.classList.add('wxp-refreshing');
  pages.life(pages.top, 'onPullDownRefresh');
}

export const page: InterfaceGroup = {
  options: {
    setNavigationBarTitle: ({ title }) => {
      changeChrome({ navigationBarTitleText: title });
    },
    setNavigationBarColor: ({ backgroundColor, frontColor }) => {
      const navigationBarTextStyle = frontColor === '#ffffff' ? 'white' : 'black';
      changeChrome({ navigationBarBackgroundColor: backgroundColor, navigationBarTextStyle });
    },
    setBackgroundColor: ({ backgroundColor }) => {
      changeChrome({ backgroundColor });
    },
    pageScrollTo,
    startPullDownRefresh,
    stopPullDownRefresh: () => {
      phone().pages.top.element.classList.remove('wxp-refreshing');
    },
    setTabBarBadge: (options) => {
      setTabBadge(Number(options['index']), text(options, 'text'));
    },
    removeTabBarBadge: ({ index }) => {
      setTabBadge(Number(index), undefined);
    },
    showTabBarRedDot: ({ index }) => {
      setTabBadge(Number(index), '');
    },
    hideTabBarRedDot: ({ index }) => {
      setTabBadge(Number(index), undefined);
    },
  },
  plain: {
    nextTick: (run: () => void) => {
      queueMicrotask(run);
    },
  },
};
