import { phone } from '../runtime/phone';
import { inner, type Definition } from './definition';

/** Address of a picture as the browser can load it: package paths lie beside the scripts. */
function shownSource(src: string, base: string): string {
  if (src === '' || /^(data:|blob:|https?:)/.test(src)) return src;
  const path = src.startsWith('/') ? src.slice(1) : new URL(src, `http://x/${base}`).pathname.slice(1);
  return phone().fileAddress(src) ?? `package/${path}`;
}

export const media: Record<string, Definition> = {
  icon: {
    props: { type: String, size: null, color: String },
    observe: {
      'type, size, color': function (self) {
        const size = `${String(Number.parseInt(String(self.data.size), 10) || 23)}px`;
        self.$$.className = `weui-icon-${self.data.type}`;
        Object.assign(self.$$.style, { width: size, height: size, color: self.data.color });
      },
    },
  },
  progress: {
    role: 'progressbar',
    props: {
      percent: Number,
      showInfo: Boolean,
      strokeWidth: null,
      activeColor: String,
      color: String,
      backgroundColor: String,
      borderRadius: null,
      active: Boolean,
      duration: Number,
    },
    data: { barStyle: '' },
    observe: {
      'activeColor, color, strokeWidth': function (self) {
        const colour = self.data.activeColor || self.data.color;
        const height = Number.parseInt(String(self.data.strokeWidth), 10) || 6;
        self.setData({
          barStyle: `height:${String(height)}px;${colour === '' ? '' : `background:${colour}`}`,
        });
      },
    },
  },
  image: {
    props: {
      src: String,
      mode: { type: String, value: 'scaleToFill' },
      lazyLoad: Boolean,
      showMenuByLongpress: Boolean,
      webp: Boolean,
    },
    data: { shownSrc: '' },
    reflect: ['mode'],
    role: 'img',
    observe: {
      src(self) {
        const page = self.$$.closest('wx-page')?.getAttribute('is') ?? '';
        self.setData({ shownSrc: shownSource(self.data.src, page) });
      },
    },
    methods: {
      onLoad(self) {
        const picture = inner(self, 'img') as HTMLImageElement | null;
        self.triggerEvent('load', { width: picture?.naturalWidth, height: picture?.naturalHeight });
      },
      onError(self) {
        self.triggerEvent('error', { errMsg: 'load fail' });
      },
    },
  },
  canvas: { props: { type: String, canvasId: String, disableScroll: Boolean } },
};
