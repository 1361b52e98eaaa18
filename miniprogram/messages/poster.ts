/** Words of the page on which the poster of the street's own code is printed. */
import type { Opening } from '../services/documents';

const AFTER: Readonly<Record<Opening, string>> = {
  opened: '打开后点右上角，发到电脑上打印',
  notFetched: '没取回来，再点一次',
  notShown: '取回来了，可是打不开，再点一次',
};

export const POSTER_WORDS = {
  title: '贴在门厅、活动室的一张',
  detail:
    '居民用微信扫一下，就到首页：办事、学习、活动、心愿、反映问题。不用登录。纸上只有街道的名字、码和公示电话。',
  print: '打印街道码海报',
  printing: '正在做，要几秒钟',
  printed: '做好了：A4 一页',
  after: AFTER,
} as const;
