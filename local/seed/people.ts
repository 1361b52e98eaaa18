/** Synthetic families: plausible in shape, and nobody in particular. Phones begin with 100; there are no identity numbers. */
import { isUnder14 } from '@domain/census/age-band';
import type { HouseholdForm } from '@domain/census/household-form';
import type { MemberDraft } from '@domain/census/member';
import type { AgeBand, GenderCode, RelationCode } from '@domain/census/codes';
import type { Chance } from './random';

const SURNAMES = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎' +
    '余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
);
const MALE = Array.from('伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林阳建国志文');
const FEMALE = Array.from('芳娜敏静丽艳娟霞秀兰玲桂英洁莉萍红琴云梅琳雪婷慧莹倩颖露瑶怡婵雁蓓菊');
const GROWN_BANDS: readonly AgeBand[] = ['18-59', '18-59', '18-59', '18-59', '60-64', '65-79'];
const CHILD_BANDS: readonly AgeBand[] = ['0-2', '3-5', '6-13', '6-13', '14-17'];
const OLD_BANDS: readonly AgeBand[] = ['65-79', '65-79', '80+'];
const PLATE_LETTERS = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ');
const KEY_LETTERS = Array.from('0123456789abcdefghjkmnpqrstvwxyz');
const MALE_CODE = 1;
const FEMALE_CODE = 2;
const SUGGESTIONS = [
  '楼道的灯坏了，晚上看不见',
  '希望单元门口放个长椅',
  '垃圾桶能不能早一点清',
  '停车的地方太少',
];

export type HouseholdShape = 'family' | 'collective';

interface Part {
  relation: RelationCode;
  gender: GenderCode;
  ageBand: AgeBand;
  surname?: string;
}

/** A family of `size` people, or as many who share a flat, as their form would be sent. `size` is at least 1. */
export function drawForm(chance: Chance, size: number, shape: HouseholdShape = 'family'): HouseholdForm {
  const parts = shape === 'family' ? familyOf(chance, size) : flatmates(chance, size);
  const isRented = shape === 'collective' || chance.happens(0.12);
  const members = parts.map((part, index) => drawMember(chance, part, { index, isRented }));
  const living = members.filter((member) => member.livesHere).length;
  return {
    useState: isRented ? 2 : 1,
    fillRole: isRented ? 3 : chance.pick([1, 1, 2]),
    headName: members[0]?.name ?? '',
    phone: { number: drawPhone(chance) },
    liveCount: living,
    hukouOnlyCount: size - living,
    members,
    ...drawExtras(chance, members),
  };
}

/** What a form may hold beside the people: a car, a wish for care, a suggestion, and the ticks. */
function drawExtras(
  chance: Chance,
  members: readonly MemberDraft[],
): Pick<HouseholdForm, 'vehicles' | 'care' | 'suggestion' | 'contactOk' | 'guardianConsent' | 'reasons'> {
  const isOldAndAlone = members.length === 1 && members[0]?.ageBand === '80+';
  const hasChild = members.some(({ ageBand }) => isUnder14(ageBand));
  return {
    vehicles: chance.happens(0.3) ? [{ plate: drawPlate(chance), propertyMaySee: chance.happens(0.5) }] : [],
    care: isOldAndAlone ? ['visitAlone'] : [],
    ...(chance.happens(0.05) ? { suggestion: chance.pick(SUGGESTIONS) } : {}),
    contactOk: chance.happens(0.3),
    ...(hasChild ? { guardianConsent: true } : {}),
    reasons: {},
  };
}

/** The short form of a home where nobody lives, sent by its owner. */
export function drawVacantForm(chance: Chance): HouseholdForm {
  return {
    useState: 3,
    fillRole: 4,
    phone: { number: drawPhone(chance) },
    liveCount: 0,
    hukouOnlyCount: 0,
    members: [],
    vehicles: [],
    care: [],
    contactOk: false,
    reasons: {},
  };
}

/** Eleven digits that belong to nobody. */
function drawPhone(chance: Chance): string {
  return `100${String(chance.below(100_000_000)).padStart(8, '0')}`;
}

function drawPlate(chance: Chance): string {
  return `鲁D${chance.pick(PLATE_LETTERS)}${String(chance.below(10_000)).padStart(4, '0')}`;
}

interface Seat {
  index: number;
  isRented: boolean;
}

function drawMember(chance: Chance, part: Part, { index, isRented }: Seat): MemberDraft {
  const { surname = chance.pick(SURNAMES), ...facts } = part;
  const hasMoved = index > 0 && facts.ageBand === '18-59' && chance.happens(0.06);
  return {
    key: Array.from({ length: 8 }, () => chance.pick(KEY_LETTERS)).join(''),
    ...facts,
    livesHere: !hasMoved,
    hukouHere: hasMoved || !isRented,
    ...(isUnder14(facts.ageBand) ? {} : { name: surname + drawGivenName(chance, facts.gender) }),
  };
}

function drawGivenName(chance: Chance, gender: GenderCode): string {
  const letters = gender === FEMALE_CODE ? FEMALE : MALE;
  return chance.pick(letters) + (chance.happens(0.7) ? chance.pick(letters) : '');
}

/** The head first; then as a family of that size usually is. */
function familyOf(chance: Chance, size: number): Part[] {
  const headGender = drawGender(chance);
  const surname = chance.pick(SURNAMES);
  const headBand = chance.pick(size === 1 ? [...GROWN_BANDS, '80+' as const] : GROWN_BANDS);
  const isOldHead = headBand !== '18-59';
  const parts: Part[] = [{ relation: 0, gender: headGender, ageBand: headBand, surname }];
  if (size > 1) {
    parts.push({
      relation: 1,
      gender: headGender === MALE_CODE ? FEMALE_CODE : MALE_CODE,
      ageBand: headBand,
    });
  }
  while (parts.length < Math.min(size, 4)) {
    parts.push({
      relation: 2,
      gender: drawGender(chance),
      ageBand: isOldHead ? '18-59' : chance.pick(CHILD_BANDS),
      surname,
    });
  }
  while (parts.length < size) {
    parts.push(isOldHead ? grandchild(chance, surname) : oldParent(chance, surname));
  }
  return parts;
}

function grandchild(chance: Chance, surname: string): Part {
  return { relation: 7, gender: drawGender(chance), ageBand: chance.pick(CHILD_BANDS), surname };
}

function oldParent(chance: Chance, surname: string): Part {
  return { relation: 3, gender: drawGender(chance), ageBand: chance.pick(OLD_BANDS), surname };
}

function flatmates(chance: Chance, size: number): Part[] {
  return Array.from({ length: size }, (_, index) => ({
    relation: index === 0 ? 0 : 9,
    gender: drawGender(chance),
    ageBand: '18-59',
  }));
}

function drawGender(chance: Chance): GenderCode {
  return chance.happens(0.5) ? MALE_CODE : FEMALE_CODE;
}
