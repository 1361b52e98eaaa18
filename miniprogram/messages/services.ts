/** Words of guides, the directory and certificates. */
export const GUIDE_WORDS = {
  search: '找一件事',
  searchHint: '居住证明，或 JZZM',
  clear: '看全部',
  ways: [
    { label: '通知', spoken: '通知：发给您这儿的', url: '/packages/life/pages/notice/notice' },
    { label: '捐赠架', spoken: '捐赠架：邻居送的东西', url: '/packages/life/pages/gifts/gifts' },
    { label: '做志愿者', spoken: '做志愿者，帮一把邻居', url: '/packages/life/pages/volunteer/volunteer' },
    {
      label: '查证明',
      spoken: '查证明：看一张证明是不是真的',
      url: '/packages/life/pages/certificate/certificate',
    },
    {
      label: '谁在哪儿办公',
      spoken: '谁在哪儿办公：党组织、居委会、业委会、物业',
      url: '/packages/life/pages/directory/directory',
    },
  ],
  empty: '正在整理，先打电话问',
  emptyDetail: '办事指南还没放上来',
  call: '打社区电话',
  nothing: (query: string): string => `没找到“${query}”`,
  nothingDetail: '换个说法试试，或打电话问',
  offline: '现在没网，连上网再看',
  offlineKept: '现在没网，还没看过这一页',
  offlineKeptDetail: '连上网打开一次，以后没网也能看',
  again: '再试一次',
  look: '看看有没有新的',
  stale: (moment: string): string => `现在没网，这是 ${moment} 的`,
  more: (count: number): string => `还有 ${count} 件，再看一些`,
  phone: '电话问一问',
  callThem: '打电话',
  number: '电话',
  of: (community: string): string => `${community}办`,
  lost: '没找到这件事，可能换了名字',
  lostDetail: '回到办事里再找找',
  toList: '看全部办事',
  preview: '还没发布，只有您看得到这一页',
  rate: '这一页有用吗？',
  rated: '记下了，谢谢您',
  ratedToday: '您今天评过了，明天可以再评',
} as const;

/** Best first. */
export const STAR_WORDS = [
  { value: '5', label: '很有用' },
  { value: '4', label: '有用' },
  { value: '3', label: '还行' },
  { value: '2', label: '不太清楚' },
  { value: '1', label: '没帮上' },
] as const;

export const DIRECTORY_WORDS = {
  callThem: '打电话',
  number: '电话',
  hint: '都是办公电话。不方便来，打电话也能办。',
  preview: '还没发布，只有您看得到这一页',
  empty: '还没写好，先打公示电话问',
  emptyDetail: '各家办公的地方正在整理',
  more: (count: number): string => `还有 ${count} 家，再看一些`,
} as const;

export const CERTIFICATE_WORDS = {
  code: '证明上的编号',
  codeHint: '像 Z-7F3K9-Q2PX4-C 这样，12 位',
  check: '查一查',
  missing: '先填证明上的编号',
  mistyped: '这串编号好像有一位不对，照着证明再看一遍',
  unknown: '没有这张证明，请核对编号',
  isReal: '这是真的，写的是这些',
  nameNote: '名字只露出一部分，和纸上对一对就行',
  own: '我的证明',
  ownDetail: '别人在“办事”里输编号，就能查到这张证明，名字只露出一部分',
  picture: '做成图片',
  notSaved: '图片没做成，可以截屏',
  codeLabel: '编号',
  verifyHint: '在“万家”小程序的“办事”里输编号，可以查真假',
  again: '再查一张',
  toHome: '回首页',
  lost: '没有这张证明',
  lostDetail: '可能是别人的，或还没开',
} as const;
