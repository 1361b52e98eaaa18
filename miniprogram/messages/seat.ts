/** Words of the pledge and of the phone of a seat. */
export const PLEDGE_WORDS = {
  title: '保密承诺',
  intro: '会看到别人家的事，请先答应这五条',
  lines: [
    '只看工作要看的，看完就放下',
    '不截图、不转发，不跟旁人说谁家的事',
    '名单和电话不往群里发',
    '不用这些信息做别的事',
    '手机丢了、身份不用了，马上告诉社区',
  ],
  record: '每次查看都有记录，住户可查',
  sign: '我答应，签上',
  signed: '签好了',
} as const;

export const DEVICE_WORDS = {
  bindTitle: '绑定这台手机',
  bindDetail: '街道和社区的身份，只在绑定的手机上能用',
  pinTitle: '输一下口令',
  pinDetail: '15 分钟没用，要再输一次',
  pin: '6 位口令',
  pinHint: '绑过手机的，输原来的；第一次绑，现在定一个',
  again: '再输一遍',
  bind: '绑定',
  enter: '进去',
  short: '口令是 6 位数字',
  different: '两遍不一样，再输一次',
  wrong: (left: number): string => `口令不对，还能试 ${left} 次`,
  locked: (moment: string): string => `错得有点多，${moment} 以后再试`,
  label: (model: string): string => (model === '' ? '手机' : `手机 ${model}`),
} as const;

export const PHONES_WORDS = {
  lead: '这个身份只在这些手机上能用。丢了、不用了，马上停用',
  own: '就是这一台',
  facts: (bound: string, used: string): string => `${bound}绑的，${used}用过`,
  stop: '停用这台',
  spoken: (label: string, bound: string): string => `停用这台，${label}，${bound}绑的`,
  ask: '停用这台手机？',
  means: '停用以后，要输口令重新绑定才能用',
  meansOwn: '你正拿着这一台，停用以后马上进不去了。要再用，得输口令重新绑定',
  yes: '停用',
  stopped: '停用了',
  none: '没有绑过手机',
  noneDetail: '这个身份不用绑手机也能用',
} as const;
