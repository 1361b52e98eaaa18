/**
 * Words that hold a text until a person has looked, whatever another checker says: risky ones are never innocent here, doubtful
 * ones often are.
 */
import { joinedText } from '../kernel/text-width';

const RISKY = [
  '裸聊',
  '约炮',
  '招嫖',
  '赌球',
  '网上赌场',
  '博彩',
  '代开发票',
  '办假证',
  '刷单返利',
  '套现',
  '高利贷',
  '出售枪支',
  '冰毒',
  '包过包拿证',
  '代考',
  '杀了你',
  '去死吧',
];
const DOUBTFUL = [
  '加微信',
  '加我微信',
  '扫码进群',
  '转账',
  '打款',
  '贷款',
  '保健品',
  '包治',
  '祖传秘方',
  '稳赚',
  '内部消息',
  '转发到群',
  '不转不是',
  '骗子',
  '混蛋',
];

export type WordVerdict = 'passed' | 'doubtful' | 'risky';

export function verdictOfWords(text: string): WordVerdict {
  const joined = joinedText(text);
  if (RISKY.some((word) => joined.includes(word))) return 'risky';
  return DOUBTFUL.some((word) => joined.includes(word)) ? 'doubtful' : 'passed';
}
