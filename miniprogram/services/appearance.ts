/**
 * How a page looks: the size of its type follows WeChat's own setting in both modes, 大字 adds larger targets and one
 * question a screen. Each page shows `look` in its frame and asks for it again in onShow, because 我的 may have changed it.
 */
import { loadSettings, type Settings } from './settings';

/** From this font scale on, 大字 is on until the person says otherwise. */
const LARGE_FROM_SCALE = 1.3;
const ROOT_PIXELS = 16;
/** Beyond this, words of one line no longer fit a narrow phone. */
const SCALE_MAX = 1.6;

export interface Look {
  large: boolean;
  /** For page-meta's root-font-size. */
  rootSize: string;
  /** 'light' or 'dark' where the person chose; '' follows the phone. */
  theme: string;
}

export const FIRST_LOOK: Look = { large: false, rootSize: `${ROOT_PIXELS}px`, theme: '' };

export async function currentLook(): Promise<Look> {
  return lookOf(await loadSettings(), fontScale());
}

export function lookOf(settings: Settings, scale: number): Look {
  const bounded = Math.min(Math.max(scale, 1), SCALE_MAX);
  const large = settings.large ?? scale >= LARGE_FROM_SCALE;
  // 大字 is already a third larger; the person's own scale is not multiplied into it twice.
  const pixels = ROOT_PIXELS * (large ? Math.max(1, bounded / LARGE_FROM_SCALE) : bounded);
  return {
    large,
    rootSize: `${Math.round(pixels * 100) / 100}px`,
    theme: settings.theme === 'system' ? '' : settings.theme,
  };
}

/** Shows the look that holds now; a page whose look is right already is left alone. */
export async function refreshLook(page: {
  data: { look: Look };
  setData(data: { look: Look }): void;
}): Promise<void> {
  const look = await currentLook();
  const shown = page.data.look;
  if (shown.large !== look.large || shown.rootSize !== look.rootSize || shown.theme !== look.theme) {
    page.setData({ look });
  }
}

function fontScale(): number {
  if (!wx.canIUse('getAppBaseInfo')) return 1;
  const { fontSizeScaleFactor } = wx.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return fontSizeScaleFactor ?? 1;
}
