/** What the public words of a wish may not say, and which wishes a person has to look at before anything else. */

/** Blanks and marks between the characters hide nothing. */
const BETWEEN = /[\s·.。,，、；;：:*_~-]/g;

/** Says of somebody that they live alone, are ill, or are poor. A thing may be faulty, and a hospital is a place. */
const JUDGEMENTS =
  /独居|独身|孤寡|孤独|孤老|空巢|留守|[一独]个?人(?:住|过|生活|在家)|没人(?:照顾|管|陪)|无依无靠|无儿无女|没有?(?:儿女|子女|亲人)|单亲|失独|丧偶|离[婚异]|残疾|残障|瘫|失明|失聪|聋哑?|智障|痴呆|失能|卧床|病|患者|癌|尿毒|透析|中风|偏瘫|抑郁|精神|骨折|手术|贫困|贫穷|贫苦|很穷|太穷|穷人|低保|特困|五保|没钱|没有钱|买不起|吃不起|揭不开锅|困难(?:户|家庭|群众)|家庭困难|经济困难|生活困难|欠债|下岗|失业|没有?收入|低收入/;

/** Faults of things and plants. */
const HARMLESS = /毛病|病虫/g;

/** True where the words judge a person: they belong into the part that only the volunteer reads. */
export function judgesPerson(text: string): boolean {
  return JUDGEMENTS.test(text.replace(BETWEEN, '').replace(HARMLESS, ''));
}

/** Asks for money, not for a thing or a hand. To be lent a book or a tool is not a loan of money. */
const MONEY =
  /现金|现款|打款|汇款|转账|转帐|红包|捐款|募捐|众筹|水滴筹|善款|救济金|补助金|补贴款|生活费|医药费|医疗费|手术费|学费|房租|租金|还款|还债|还钱|欠款|贷款|借款|借钱|借贷|网贷|垫付|垫钱|周转|收款码|付款码|微信支付|支付宝|银行卡|给(?:我|点|些|一些|一点)?钱|要钱|缺钱|凑钱|资助.{0,4}(?:元|块|万)|[借要给求][^，。]{0,6}(?:(?:\d|[一二两三四五六七八九十百千万几])(?:元|块钱|万)|(?:\d\d|[百千万])块)/;

/** True for cash and loans: such a wish waits for a person's word, and is not released as it stands (B4-8). */
export function asksForMoney(text: string): boolean {
  return MONEY.test(text.replace(BETWEEN, ''));
}

/** What every wish says, and tells none from another. */
const FRAME =
  /想要|希望|需要|的|一下|想|要|请人?|能|有|帮忙?|一[个位名条件套张只把台下]|老人|大家|[\s，。！？、；：“”《》（）,.!?;:()]/g;

function pairsOf(text: string): Set<string> {
  const characters = Array.from(text.replace(FRAME, ''));
  return new Set(characters.slice(1).map((second, at) => `${characters[at] ?? ''}${second}`));
}

const ALIKE_FROM = 0.55;

/** Whether two wishes say nearly the same, by the pairs of characters that they share. */
export function isAlike(left: string, right: string): boolean {
  const [these, those] = [pairsOf(left), pairsOf(right)];
  const both = [...these].filter((pair) => those.has(pair)).length;
  return both > 0 && (2 * both) / (these.size + those.size) >= ALIKE_FROM;
}
