/**
 * The rules of the resident form (domain.md §5.1): the same on the phone, at the entry desk and in the cloud. Errors stop
 * the form at their field; questions let it pass with a reason, which is stored with the answer.
 */
import { checkPhone } from '../register/phone';
import { nameSentence, readName } from '../register/person-name';
import { isPlate, normalisePlate, PLATE_WRONG } from '../register/plate';
import { isUnder14 } from './age-band';
import {
  error,
  formPathOf,
  isAsShown,
  isRefused,
  question,
  saysNobodyLives,
  type FormFinding,
  type FormRules,
  type HouseholdFormDraft,
} from './form-draft';
import { MEMBERS_MAX, REFUSABLE_FIELDS, type RefusableField } from './codes';
import { ageFindings, memberFindings } from './member-rules';
import { tenancyFindings } from '../tenancy/tenancy';
import { HEAD } from './relation';

const REASON_LENGTH_MIN = 2;
const VEHICLES_MAX = 5;
const PEOPLE_USUAL_MAX = 8;
const HELPER_UNNAMED = '请写上您的姓名，家里人好知道是您填的';
const HELPER_UNRELATED = '请点一下您是户主的什么人';
const PHONE_MISSING = '留一个手机号，没有手机就留家人的';
const HEAD_UNNAMED = '请写上户主的姓名';
/** The first row comes with the count: before that there is nobody who could be the head. */
const NOBODY = '先在上面点几口人，这里再一位一位填';
const HEAD_UNCHOSEN = '请点一位当户主';
const REFUSED_AND_ANSWERED = '点了“不愿说”，这一项就空着，两样留一样';

/** Every finding of a form or a draft, in the order of the fields. */
export function checkForm(form: HouseholdFormDraft, rules: FormRules): FormFinding[] {
  const findings = [
    ...checkHelper(form, rules),
    ...checkHome(form, rules),
    ...tenancyFindings(form, rules),
    ...checkRoster(form, rules),
    ...checkExtras(form),
    ...checkRefused(form),
  ];
  return findings.filter(({ level, field }) => level === 'question' || !isAsShown(field, form, rules));
}

/** What still keeps the form from being sent: errors, and questions without a reason. */
export function unsettledFindings(form: HouseholdFormDraft, rules: FormRules): FormFinding[] {
  const reasons = form.reasons ?? {};
  return checkForm(form, rules).filter(
    ({ level, code }) => level === 'error' || (reasons[code] ?? '').trim().length < REASON_LENGTH_MIN,
  );
}

/** True where a person should look before the answer is confirmed, whatever reason was given. */
export function raisesQuestion(form: HouseholdFormDraft, rules: FormRules): boolean {
  return checkForm(form, rules).some(({ level }) => level === 'question');
}

/** True where the form needs a guardian's own tick. */
export function needsGuardian({ members = [] }: HouseholdFormDraft): boolean {
  return members.some(({ ageBand }) => ageBand !== undefined && isUnder14(ageBand));
}

/** Whoever fills for others says who that is; the parents hear the name at the door. */
function checkHelper({ helper }: HouseholdFormDraft, rules: FormRules): FormFinding[] {
  if (rules.asksHelper !== true && helper === undefined) return [];
  if (readName(helper?.name ?? '') === undefined) return [error('helper', HELPER_UNNAMED)];
  return helper?.relation === undefined ? [error('helper', HELPER_UNRELATED)] : [];
}

/** A refusal is an answer: beside it there is no other. */
function checkRefused(form: HouseholdFormDraft): FormFinding[] {
  const { phone, vehicles = [], care = [], suggestion = '', volunteer } = form;
  const isAnswered: Readonly<Record<RefusableField, boolean>> = {
    phone: (phone?.number ?? '').trim() !== '',
    vehicles: vehicles.length > 0,
    care: care.length > 0,
    suggestion: suggestion.trim() !== '',
    volunteer: volunteer !== undefined,
  };
  return REFUSABLE_FIELDS.filter((field) => isRefused(form, field) && isAnswered[field]).map((field) =>
    error(field, REFUSED_AND_ANSWERED),
  );
}

function checkHome(form: HouseholdFormDraft, rules: FormRules): FormFinding[] {
  const findings: FormFinding[] = [];
  if (form.useState === undefined) findings.push(error('useState', '请点一下房子现在的情况'));
  if (form.fillRole === undefined) findings.push(error('fillRole', '请点一下您是这家的什么人'));
  const { headName = '' } = form;
  const isNamed = formPathOf(form) === 'whole' || headName.trim() !== '';
  const nameWrong = isNamed ? nameSentence(headName, HEAD_UNNAMED) : undefined;
  if (nameWrong !== undefined) findings.push(error('headName', nameWrong));
  return [...findings, ...phoneFindings(form, rules)];
}

function phoneFindings(form: HouseholdFormDraft, rules: FormRules): FormFinding[] {
  if (isRefused(form, 'phone')) return [];
  const { number = '' } = form.phone ?? {};
  if (number.trim() === '') return [error('phone', PHONE_MISSING)];
  const phone = checkPhone(number, rules);
  return phone.ok ? [] : [error('phone', phone.sentence)];
}

function checkRoster(form: HouseholdFormDraft, rules: FormRules): FormFinding[] {
  const members = form.members ?? [];
  const findings = countFindings(form);
  if (formPathOf(form) !== 'whole') return findings;
  const heads = members.filter((member) => member.relation === HEAD);
  if (heads.length !== 1) findings.push(error('members', members.length === 0 ? NOBODY : HEAD_UNCHOSEN));
  if (members.length > MEMBERS_MAX) {
    findings.push(error('members', `一户最多登记 ${MEMBERS_MAX} 人，多出来的请网格员帮您另开一户`));
  }
  if (new Set(members.map((member) => member.key)).size < members.length) {
    findings.push(error('members', '有一位家人填了两遍，删掉一位就行'));
  }
  for (const member of members) {
    findings.push(...memberFindings(member, rules), ...ageFindings(member, heads[0]));
  }
  return findings;
}

function countFindings(form: HouseholdFormDraft): FormFinding[] {
  const { liveCount } = form;
  const path = formPathOf(form);
  const findings: FormFinding[] = [];
  if (liveCount === undefined && path !== 'vacant') {
    findings.push(error('liveCount', '请点一下平时住几口人'));
  }
  if (liveCount !== undefined && liveCount > PEOPLE_USUAL_MAX) {
    findings.push(question('manyPeople', 'liveCount', '人比较多，是合租吗？'));
  }
  if (liveCount !== undefined && liveCount > 0 && (path === 'vacant' || saysNobodyLives(form))) {
    findings.push(question('vacantLive', 'liveCount', '上面说没人住，这里又有人，您看看哪个对'));
  }
  return path === 'whole' ? [...findings, ...differences(form)] : findings;
}

/** The two counts beside the rows of the roster. */
function differences({ liveCount = 0, hukouOnlyCount = 0, members = [] }: HouseholdFormDraft): FormFinding[] {
  const living = members.filter((member) => member.livesHere === true).length;
  const away = members.filter((member) => member.livesHere !== true && member.hukouHere === true).length;
  const findings: FormFinding[] = [];
  if (living !== liveCount) {
    const sentence = `上面说住 ${liveCount} 口人，这里有 ${living} 位，您看看哪个对`;
    findings.push(question('liveCount', 'members', sentence));
  }
  if (away !== hukouOnlyCount) {
    const sentence = `上面说户口在这儿但不住的有 ${hukouOnlyCount} 位，这里有 ${away} 位，您看看哪个对`;
    findings.push(question('hukouOnlyCount', 'members', sentence));
  }
  return findings;
}

function checkExtras(form: HouseholdFormDraft): FormFinding[] {
  const vehicles = form.vehicles ?? [];
  const findings = vehicles
    .map(({ plate }, index) =>
      isPlate(normalisePlate(plate)) ? undefined : error(`vehicles.${index}`, PLATE_WRONG),
    )
    .filter((finding) => finding !== undefined);
  if (vehicles.length > VEHICLES_MAX) findings.push(error('vehicles', `车牌最多填 ${VEHICLES_MAX} 个`));
  if (needsGuardian(form) && form.guardianConsent !== true) {
    findings.push(error('guardianConsent', '家里有 14 岁以下的孩子，请监护人再点一下同意'));
  }
  return findings;
}
