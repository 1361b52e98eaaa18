/** Words of the pages on which the office writes guides, its directory and courses. */
import type { CourseText } from '@domain/course/course';
import type { PublicationState } from '@domain/publication/publication-state';

type Drawing = NonNullable<CourseText['lessons'][number]['drawing']>;

export const WRITING_WORDS = {
  shelf: '写什么',
  shelves: [
    { value: 'guides', label: '办事指南' },
    { value: 'directory', label: '机构名录' },
    { value: 'courses', label: '课程' },
  ],
  parts: '写哪一块',
  preview: '看看居民看到的样子',
  send: '交去检查',
  withdraw: '不再给居民看',
  saved: '交上去了。机器看过以后，到发布台放行，居民才看得到。',
  withdrawn: '收回来了，居民看不到了。',
  toDesk: '去发布台',
  kept: '上次写了没交的，还在这儿，接着写就行。',
  waiting: '改过的等人看，居民现在看到的还是旧的。',
  gaps: '还有没写好的，看标红的地方',
  gapsIn: (part: string): string => `“${part}”里还有没写好的`,
  short: '还没写',
  wrongPhone: '要办公电话，不写谁的手机号',
  wrongNumber: '写 1 到 60 的数',
  more: '再看一些',
  street: '全街道',
} as const;

/** Of what stands beside the list or the form on a computer. */
export const RESIDENT_VIEW_WORDS = {
  heading: '居民会看到',
  untitled: '还没写标题',
  change: '改一改',
  pick: '点左边的一条，这儿就是居民看到的样子。要写新的，左边有按钮。',
  none: '写好的放在这儿，居民看到的就是这个样子。',
} as const;

export const PUBLICATION_WORDS: Readonly<Record<PublicationState | 'changed', string>> = {
  draft: '还没发布',
  shown: '居民看得到',
  changed: '改过的等人看',
  withdrawn: '收回了',
};

export const GUIDE_EDIT_WORDS = {
  write: '写一份指南',
  heading: '写过的指南',
  none: '还没有指南',
  fresh: '新的指南',
  figures: '看大家怎么评',
  rated: (ratings: number, average: number): string => `${ratings} 个人评过，平均 ${average} 星`,
  few: '评过的人还不到 10 位，先不看',
  kind: '哪一类',
  title: '办什么事',
  titleHint: '居民怎么叫就怎么写，比如：居住证明',
  who: '谁能办',
  papers: '要带什么',
  papersHint: '一行写一样，不用带就空着',
  where: '在哪儿办',
  hours: '什么时候',
  phone: '办公电话',
  note: '还要知道什么',
  keywords: '别的叫法',
  keywordsHint: '用空格隔开，居民这样找也能找到',
} as const;

export const OFFICE_EDIT_WORDS = {
  write: '加一家办公的地方',
  heading: '名录上的',
  none: '名录还空着',
  fresh: '新加的一家',
  body: '是哪一家',
  name: '全名',
  seats: '谁在',
  seatsHint: '写职务，不写人名，比如：主任、值班委员',
  where: '在哪儿',
  hours: '什么时候',
  phone: '办公电话',
} as const;

export const COURSE_EDIT_WORDS = {
  write: '写一门课',
  heading: '写过的课',
  none: '还没有课',
  fresh: '新的课',
  figures: '看多少人学过',
  taken: (taken: string, passed: string): string => `做过小题的 ${taken}，学完的 ${passed}`,
  people: (count: number): string => `${count} 人`,
  few: '不到 10 人',
  head: '开头',
  lesson: (place: number): string => `第 ${place} 节`,
  question: (place: number): string => `第 ${place} 题`,
  addLesson: '加一节',
  addQuestion: '加一题',
  title: '课的名字',
  intro: '一句话说学什么',
  minutes: '大约几分钟',
  lessonTitle: '这一节的题目',
  text: '正文',
  textHint: '短一点，一节一件事',
  drawing: '配一张图',
  channel: '视频号的编号',
  channelHint: '没有视频就空着',
  film: '视频的编号',
  questionText: '问什么',
  choice: (letter: string): string => `选项 ${letter}`,
  right: '哪个对',
  why: '为什么',
  whyHint: '答错的人会看到这句话',
} as const;

export const DRAWING_WORDS: Readonly<Record<Drawing | 'none', string>> = {
  none: '不配图',
  fire: '火苗',
  exit: '安全出口',
  telephone: '电话',
  charging: '充电',
  gas: '燃气',
  hands: '搭把手',
  steps: '台阶',
  sorting: '分类桶',
};
