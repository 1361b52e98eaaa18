import { findMatches, within, type Finding, type SourceFile } from '../tree';

/** Words no neighbour says, each with what to say in their place. */
const OFFICIALESE: Readonly<Record<string, string>> = {
  暂无数据: '说清哪里还没有、下一步做什么',
  暂无内容: '说清哪里还没有、下一步做什么',
  操作失败: '说发生了什么，再说怎么办',
  操作成功: '说办成了什么',
  操作频繁: '稍等十秒再点一次',
  系统异常: '刚才没交上去，不用重填，点"再试一次"',
  系统错误: '刚才没交上去，不用重填，点"再试一次"',
  系统繁忙: '刚才没交上去，不用重填，点"再试一次"',
  网络异常: '现在没网，没记下。有网再点一次',
  请求失败: '现在没网，没记下。有网再点一次',
  格式错误: '说应该是什么样',
  不合法: '说怎么写就行',
  校验失败: '说哪一项要改',
  参数错误: '说哪一项要改',
  重复提交: '您家已经登记过，要改一改吗？',
  数据冲突: '刚才还有人改了这一户，两个都留着，请选一个',
  内容违规: '此处不能写这类信息',
  文件类型错误: '这是老格式，请在电脑上"另存为 .xlsx"再传',
  登录过期: '打开得太久了，点一下接着填，内容都在',
  超出限额: '今天看得有点多了，明天再看，或请社区帮忙',
  功能关闭: '说它结束了，记录怎么办',
  房号不存在: '没找到这一户，点"找不到我家"告诉我们',
  拒绝将无法使用: '不同意也没关系，可以打社区电话登记',
  为加强管理: '有急事好找到您，办事少跑腿',
  老年人: '家里的老人 / 爷爷奶奶',
  空户: '这套房现在没人住',
  黑榜: '不排名；说需要支援',
  请务必: '请',
  严禁: '说为什么不行',
  否则后果自负: '删掉',
  审核中: '已交，等网格员确认',
};

/** Marks of what is unfinished or loosened, each with what it should be. */
const UNFINISHED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TODO|FIXME|XXX|HACK)\b/g, 'finish it, or leave it out'],
  [/\bfor now\b|\bnot implemented\b|\bplaceholder only\b/gi, 'finish it, or leave it out'],
  [/\bas any\b|: any\b/g, 'name the type'],
  [
    /@ts-(?:ignore|nocheck|expect-error)|(?:eslint|oxlint|stylelint)-disable|(?:prettier|oxfmt)-ignore|cspell:(?:disable|ignore)/g,
    'satisfy the rule',
  ],
  [
    /\b(?:describe|it|test)\.(?:only|skip|todo|failing)\b|\bx(?:it|describe|test)\(/g,
    'a test runs, or it is not there',
  ],
];

/** Words of the tree that the glossary replaced (one word per thing). */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:dwelling|room)(?:Id|Ids|Schema)\b/g, 'door'],
  [/\bregion(?:Id|Ids|Schema)\b/g, 'area'],
  [/\b(?:menpai|xiaoqu|shequ|wangge|louzhang|huzhu|zhuhu|louDong)\w*/g, 'the English term of the glossary'],
];

/** Officialese in text that a person may read. */
export function findOfficialese(files: readonly SourceFile[]): Finding[] {
  const read = within(files, /^(?:miniprogram|domain|cloudfunctions)\/.*\.(?:ts|wxml|json)$/);
  const pattern = new RegExp(Object.keys(OFFICIALESE).join('|'), 'g');
  return findMatches(read, pattern, ([word]) => `“${word}” → ${OFFICIALESE[word] ?? ''}`);
}

/** Sentences of the problem catalogue that shout. */
export function findShouting(files: readonly SourceFile[]): Finding[] {
  const catalogue = within(files, /^domain\/kernel\/problem\.ts$/);
  return findMatches(catalogue, /！/g, () => 'an error has no exclamation mark');
}

/** Marks of unfinished or loosened work, and words the glossary replaced. */
export function findBannedWords(files: readonly SourceFile[]): Finding[] {
  const code = within(files, /\.(?:ts|cjs|mjs|wxml|wxss|json)$/);
  return [...UNFINISHED, ...REPLACED].flatMap(([pattern, instead]) =>
    findMatches(code, pattern, ([word]) => `“${word}” → ${instead}`),
  );
}
