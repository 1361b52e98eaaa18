/** Words of the community's decision about a door that knocks have not settled. */
import type { DoorVerdict } from '@domain/work/visit';

interface VerdictWords {
  label: string;
  /** What is asked before it, and what it means. */
  ask: string;
  means: string;
  done: string;
}

export const VERDICT_WORDS = {
  knocks: '敲门记录',
  noKnocks: '还没有人敲过门',
  tried: (count: number): string => `去了 ${count} 次没结果`,
  planned: '约好再来，还没去',
  by: (moment: string, name: string): string => (name === '' ? moment : `${moment} ${name}`),
  slip: '门上留了条',
  next: (when: string): string => `约好${when}再来`,
  skewed: '手机时间不准，按收到的时间算',
  ask: '社区来定',
  nothing: '现在没有要社区定的',
  yes: '定下来',
  verdicts: {
    inaccessible: {
      label: '进不去',
      ask: '定成进不去？',
      means: '不再派人去敲门。以后住户自己填了，还算登记',
      done: '定下来了：进不去',
    },
    notExist: {
      label: '不存在',
      ask: '定成没有这一户？',
      means: '应采户数里少这一户。以后有人填了，还算登记',
      done: '定下来了：没有这一户',
    },
    business: {
      label: '商用',
      ask: '定成商用？',
      means: '应采户数里少这一户。以后有人填了，还算登记',
      done: '定下来了：商用',
    },
    tryAgain: {
      label: '再试',
      ask: '',
      means: '',
      done: '再敲三次，网格员的任务里有了',
    },
  } satisfies Record<DoorVerdict, VerdictWords>,
} as const;
