/** The address of somebody's home in a text: building or unit with a door, `5-2-301`, "住…302室". A public room is no home. */

const NUMBER = String.raw`(?:\d{1,3}|[甲乙丙丁A-Za-z]|\d?十\d?)`;
const BUILDING = `${NUMBER}(?:号楼|#楼|#|号院|幢|栋|座)`;
const UNIT = `${NUMBER}单元`;
const DOORWAY = `${NUMBER}门`;
const BETWEEN = String.raw`[,，、.。·\-—–/]{0,2}`;
const FLOOR = `(?:${NUMBER}[层楼]${BETWEEN})?`;
/** Three or four digits that are no year, time, price or count; or the side on which a door stands. */
const ROOM = String.raw`(?:\d{3,4}(?![\d年月日元块点时分秒岁名位人个米条路吨次:：.%]|平|公斤|毫)|[东西南北中](?:户|边那户))`;

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?:${BUILDING}${BETWEEN}(?:(?:${UNIT}|${DOORWAY})${BETWEEN})?|${UNIT}${BETWEEN})${FLOOR}${ROOM}`,
    'g',
  ),
  /(?:^|[^\d\-—–/])\d{1,3}[-—–/]\d{1,2}[-—–/](?!(?:19|20)\d\d)\d{3,4}(?![\d\-—–/元块人年])/g,
  /(?:住在?|我?家在?|门牌号?是?)[^。；;\n\d]{0,8}?(?:\d{1,3}(?:号楼?|弄|巷))?\d{3,4}(?:室|房|号房|户)/g,
];

const PUBLIC =
  '(?:居委会|街道办|服务站|工作站|服务中心|活动室|活动中心|卫生室|卫生站|物业|警务室|办公|调解室|图书室|驿站|诊所|诊室|幼儿园|会议室|教室|窗口|服务大厅|食堂|业委会|党群)';
const PUBLIC_BEFORE = new RegExp(
  `${PUBLIC}(?:室|楼|处|中心|办公室)?(?:地址|位置)?(?:已?搬迁?[到至]|现?设?在|位于|[:：（(,，])*$`,
);
const PUBLIC_AFTER = new RegExp(`^(?:室|号|房|房间)?[的（(,，:：]?(?:社区|小区|街道)?${PUBLIC}`);

/** `text` has its digits as digits. */
export function namesHome(text: string): boolean {
  const joined = text.replace(/\s/g, '');
  return PATTERNS.some((pattern) =>
    [...joined.matchAll(pattern)].some(({ 0: found, index }) => {
      const [before, after] = [
        joined.slice(Math.max(0, index - 20), index),
        joined.slice(index + found.length),
      ];
      return !PUBLIC_BEFORE.test(before) && !PUBLIC_AFTER.test(after.slice(0, 20));
    }),
  );
}
