/** Words of practice: the drawn stairwell, its form, the quiz. */
import type { VisitResult } from '@domain/census/codes';

export const PRACTICE_WORDS = {
  title: '练一遍再上门',
  sentence: '点一扇门，看看门口的情形，选一个结果。选错了不要紧，会告诉您为什么。',
  progress: '练习楼',
  count: (done: number, due: number): string => `记对了 ${done}/${due} 户`,
  pick: '点一扇门开始',
  outcome: '这一户怎么记',
  again: '再想想',
  right: '记对了',
  form: '帮这一户填表',
  formLeft: (door: string): string => `还差一步：帮 ${door}填表`,
  formDone: '这一户的表填好了',
  next: '下一户',
  quiz: '答五道题',
  quizReady: '都练完了，答五道题就能上门',
  quizAgain: '再答一遍五道题',
  passed: (day: string): string => `${day}通过了`,
  keptUntil: (day: string): string => `练习只留到${day}，到时自动删掉`,
  anew: '从头练一遍',
  denied: '这里是给上门的人练手的',
  deniedDetail: '在“我的”里换成工作的身份再来',
} as const;

/** What an outcome stands for; read when another one fits better. */
export const RESULT_MEANINGS: Readonly<Record<VisitResult, string>> = {
  collected: '“愿意填”是当场填好了表。',
  nobody: '“无人”是敲了没人应，不知道住没住人也算。',
  refused: '“拒访”是人家当面说了不登记。',
  vacant: '“空置”要有两处都说没人住，光敲不开门不算。',
  business: '“商用”是做生意、不住人。',
  notExist: '“不存在”是根本没有这个门。',
  callNeeded: '“需电话”是人家愿意说，只是现在不方便。',
};

export const QUIZ_WORDS = {
  title: '五道题',
  sentence: '都答对就算通过。答错的会说明白，改了再交一次。',
  formTitle: '填一填这户的表',
  send: '答好了',
  formSend: '填好了',
  missing: (count: number): string => `还有 ${count} 道没答`,
  wrong: (count: number): string => `${count} 道再想想，看看下面的说明`,
  isRight: (choice: string): string => `对：${choice}`,
  isWrong: (choice: string): string => `不对：${choice}`,
  passed: '五道都对，可以上门了',
  passedDetail: '在“我的”里能看到通过的日子',
  formPassed: '填对了',
  formPassedDetail: '真上门的时候，也是这么一项一项问',
  back: '回练习楼',
} as const;
