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
/** Words that only begin like a surname, and those that end on 家 without being anybody's home. */
const NO_SURNAME =
  '方[便向法形式面]|周[末一二三四五六日天边围]|白[天色]|黄[昏色]|夏[天季日]|万[一能]|石[板头]|金属|高[层峰处]|毛病|任何|陆续|常[有年常]|段路|文[化明件]|江边|于是|易[拉碎]|马[路上]|康复|龙头|汤';
const FAMILY = new RegExp(
  `(?!${NO_SURNAME})[${SURNAMES}][\\u4e00-\\u9fff]?(?![大人在回到搬管专商店一几每住各两哪全有开去是东])[\\u4e00-\\u9fff]家(?![具电政装常])`,
);
/** A room, and who lives there or is at home; what stands behind 密码 is no room. */
const ROOM_OF_SOMEBODY =
  /(?:^|[^\d码#:])\d{3,4}[室号户]?[的那这有没老]{0,2}(?:家(?![具电政装])|住|人(?![脸工行员机]))/;
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
  return namesSomebody(joined) || CONDITIONS.test(joined) ? NOTE_PERSON : undefined;
}

function namesSomebody(joined: string): boolean {
  const isNamed = [NAMED, NICKNAMED, CALLED, FAMILY].some((pattern) => pattern.test(joined));
  return isNamed || ROOM_OF_SOMEBODY.test(withDigits(joined));
}
