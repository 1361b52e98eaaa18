import { phone } from '../runtime/phone';
import type { BuiltIn, Definition } from './definition';

const OPEN_TYPES: Readonly<Record<string, string>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
};

function follow(self: BuiltIn): void {
  const { url, openType, delta } = self.data;
  const route = OPEN_TYPES[openType];
  if (route === undefined) throw new Error(`navigator open-type "${openType}" is not imitated`);
  void phone().call(route, { url, delta });
}

const watchers = new WeakMap<HTMLElement, ResizeObserver>();

/** match-media measures the frame, which stands for the screen. */
function watchWidth(self: BuiltIn): void {
  const stack = self.$$.closest('.wxp-stack');
  if (stack === null) return;
  const observer = new ResizeObserver(() => {
    const { minWidth, maxWidth, width, orientation } = self.data;
    const { clientWidth, clientHeight } = stack;
    const now = clientHeight >= clientWidth ? 'portrait' : 'landscape';
    const fits =
      clientWidth >= minWidth &&
      clientWidth <= (maxWidth || Infinity) &&
      (width || clientWidth) === clientWidth;
    self.$$.toggleAttribute('hidden', !fits || (orientation || now) !== now);
  });
  observer.observe(stack);
  watchers.set(self.$$, observer);
}

function applyPageMeta(self: BuiltIn): void {
  const page = self.$$.closest<HTMLElement>('wx-page');
  if (page === null) return;
  page.dataset['rootFontSize'] = self.data.rootFontSize;
  page.setAttribute('style', self.data.pageStyle);
  phone().applyRootFontSize();
}

function watchScroll(self: BuiltIn): void {
  const node = self.$$;
  let isLow = false;
  let isHigh = true;
  node.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = node;
    self.triggerEvent('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth });
    const isLowNow = scrollHeight - scrollTop - clientHeight < self.data.lowerThreshold;
    const isHighNow = scrollTop < self.data.upperThreshold;
    if (isLowNow && !isLow) self.triggerEvent('scrolltolower', { direction: 'bottom' });
    if (isHighNow && !isHigh) self.triggerEvent('scrolltoupper', { direction: 'top' });
    isLow = isLowNow;
    isHigh = isHighNow;
  });
}

export const containers: Record<string, Definition> = {
  view: {},
  'root-portal': { props: { enable: Boolean } },
  'swiper-item': { props: { itemId: String } },
  text: {
    props: { selectable: Boolean, userSelect: Boolean, space: String, decode: Boolean },
    reflect: ['userSelect'],
  },
  navigator: {
    role: 'link',
    props: {
      url: String,
      openType: { type: String, value: 'navigate' },
      delta: { type: Number, value: 1 },
      target: String,
      hoverClass: { type: String, value: 'navigator-hover' },
    },
    tap: follow,
  },
  'match-media': {
    props: {
      minWidth: Number,
      maxWidth: Number,
      width: Number,
      minHeight: Number,
      maxHeight: Number,
      orientation: String,
    },
    attached: watchWidth,
    detached: (self) => watchers.get(self.$$)?.disconnect(),
  },
  'page-meta': {
    props: {
      pageStyle: String,
      rootFontSize: String,
      rootBackgroundColor: String,
      backgroundTextStyle: String,
    },
    attached: applyPageMeta,
    observe: { 'pageStyle, rootFontSize': applyPageMeta },
  },
  'scroll-view': {
    props: {
      scrollX: Boolean,
      scrollY: Boolean,
      scrollTop: null,
      scrollLeft: null,
      scrollIntoView: String,
      lowerThreshold: { type: Number, value: 50 },
      upperThreshold: { type: Number, value: 50 },
      scrollWithAnimation: Boolean,
      enableFlex: Boolean,
      enhanced: Boolean,
      showScrollbar: Boolean,
      enableBackToTop: Boolean,
      scrollAnchoring: Boolean,
      type: String,
    },
    reflect: ['scrollX', 'scrollY', 'enableFlex'],
    attached: watchScroll,
    observe: {
      scrollTop: (self) => self.$$.scrollTo({ top: Number(self.data.scrollTop) || 0 }),
      scrollLeft: (self) => self.$$.scrollTo({ left: Number(self.data.scrollLeft) || 0 }),
      scrollIntoView(self) {
        const id = self.data.scrollIntoView;
        if (id !== '') setTimeout(() => self.$$.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView());
      },
    },
  },
  swiper: {
    props: {
      current: Number,
      autoplay: Boolean,
      interval: Number,
      duration: Number,
      circular: Boolean,
      vertical: Boolean,
      indicatorDots: Boolean,
      indicatorColor: String,
      indicatorActiveColor: String,
    },
    observe: {
      current(self) {
        const track = self.$$.querySelector<HTMLElement>('.wxp-track');
        track?.scrollTo({ left: self.data.current * track.clientWidth });
      },
    },
    methods: {
      onScroll(self) {
        const track = self.$$.querySelector<HTMLElement>('.wxp-track');
        const current = track === null ? 0 : Math.round(track.scrollLeft / track.clientWidth);
        if (current === self.data.current) return;
        self.setData({ current });
        self.triggerEvent('change', { current, source: 'touch' });
      },
    },
  },
};
