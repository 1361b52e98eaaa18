/** Words of the publishing desk. */
import type { Check } from '@domain/content/content-state';

export const DESK_WORDS = {
  entry: '发布台：等人看的内容',
  show: '看哪些',
  shows: [
    { value: 'waiting', label: '等人看' },
    { value: 'reported', label: '有人反映' },
    { value: 'checking', label: '机器在看' },
    { value: 'released', label: '已发布' },
    { value: 'returned', label: '退回的' },
    { value: 'hidden', label: '撤下的' },
  ],
  empty: '这里都看完了',
  pick: '点一条，看看居民会看到什么样',
  more: '再看一些',
  preview: '居民会看到',
  release: '发布',
  return: '请作者改一改',
  takedown: '撤下来',
  keep: '没问题，留着',
  own: '这是您写的，机器没放行，请另一位同事看。',
  elsewhere: '这一类要在自己的页面上放行',
  open: '去那一页看',
  toWriting: '去写它的那一页',
  releaseTitle: '为什么可以发布',
  releaseSentence: '机器没有放行，写一句您看过的理由。理由会留在记录里。',
  releaseChoices: ['看过原文，没有问题', '机器认错了词'],
  returnTitle: '请作者改哪里',
  returnSentence: '作者会在收件箱里看到这句话。',
  returnChoices: ['请写清楚时间地点', '里面说了别人的私事', '请说得客气一点'],
  takedownTitle: '为什么撤下来',
  takedownSentence: '撤下以后谁也看不到，作者会看到这句话。',
  takedownChoices: ['写了别人的私事', '内容不是真的', '时间已经变了'],
  sure: { release: '就这样发布', return: '就这样退回', takedown: '就这样撤下' },
  done: { release: '发布了', return: '退回去了', takedown: '撤下来了', keep: '留着了' },
  reported: (words: string): string => `有人反映：${words}`,
  reason: (words: string): string => `理由：${words}`,
} as const;

export const CHECK_WORDS: Readonly<Record<Check, string>> = {
  due: '机器还没看',
  passed: '机器没看出问题',
  doubtful: '机器拿不准，请仔细看',
  risky: '机器说有问题，请仔细看',
  unchecked: '机器没能看，请仔细看',
};
