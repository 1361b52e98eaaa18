/**
 * A note on a building is read by everybody who walks there, so it speaks of locks, lifts and dogs, and of nobody: no number
 * that could be a phone or an identity, no plate, nobody by name, title or condition.
 */
import { plainText } from '../kernel/text-width';
import { withDigits } from '../kernel/written-digits';
import { namesForbiddenKind } from './forbidden-words';

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const TITLES =
  '先生|女士|小姐|太太|大爷|大妈|大娘|奶奶|爷爷|叔叔|阿姨|大叔|大姐|大哥|师傅|老师|医生|经理|主任|同志|家的?(?:孩子|老人|狗)';
const NAMED = new RegExp(`[${SURNAMES}][\\u4e00-\\u9fff]{0,2}(?:${TITLES})|姓[${SURNAMES}]`);
const NICKNAMED = new RegExp(
  `(?:^|[^大])(?:老|阿)[${SURNAMES}](?!街|路|村|城|桥|店)|小[王李张刘陈杨赵吴徐孙]`,
);
const CALLED = /(?:名叫|叫做|联系人|户主|业主)[：:是]?[\u4e00-\u9fff]{2,3}/;
/** Seven digits and more, however they are cut or written. */
const NUMBER = /(?:\d[\s-]?){7,}/;
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z0-9]{5,6}/i;
const CONDITIONS =
  /独居|一个人住|孤寡|空巢|单亲|离婚|残疾|瘫痪|有病|生病|怀孕|精神|低保|坐过牢|欠债|欠费|吵架|家暴|没钱|很穷|信教/;

export const NOTE_NUMBER = '号码不写在这里，写怎么进楼就行';
export const NOTE_PERSON = '这里不写人，只写楼里的事，比如门禁、电梯';
export const NOTE_KIND = '此处不能写这类信息';

/** What has to go from a note, as a sentence; undefined where it may stand. */
export function refusedInNote(text: string): string | undefined {
  const plain = plainText(text);
  const joined = plain.replace(/\s/g, '');
  if (namesForbiddenKind(joined)) return NOTE_KIND;
  if (NUMBER.test(withDigits(plain)) || PLATE.test(joined)) return NOTE_NUMBER;
  const namesSomebody = NAMED.test(joined) || NICKNAMED.test(joined) || CALLED.test(joined);
  return namesSomebody || CONDITIONS.test(joined) ? NOTE_PERSON : undefined;
}
