import { joinedText } from '../kernel/text-width';

/**
 * Words of kinds that are never collected (D14): a free text that holds one is refused, kindly, with the reason. The list is
 * of whole terms that name a judgement on a person, so that ordinary talk about a lamp or a lift passes.
 */
const FORBIDDEN_TERMS = [
  '重点人员',
  '重点人口',
  '社区矫正',
  '刑满释放',
  '刑释',
  '前科',
  '吸毒',
  '戒毒',
  '信访',
  '上访',
  '精神障碍',
  '精神病',
  '邪教',
  '信教',
  '宗教信仰',
  '基督徒',
  '艾滋',
  '癌症',
  '确诊',
  '残疾证',
  '离婚',
  '离异',
  '未婚先孕',
  '政治面貌',
  '银行卡',
  '工资收入',
  '月收入',
  '低保户',
];

/** True where a text names a kind that is never kept. */
export function namesForbiddenKind(text: string): boolean {
  const plain = joinedText(text);
  return FORBIDDEN_TERMS.some((term) => plain.includes(term));
}
