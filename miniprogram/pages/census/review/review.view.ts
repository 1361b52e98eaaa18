/** Everything on one card before it is sent; each line leads back to its question. */
import { formPathOf, isRefused, type FormRules, type UnfinishedMember } from '@domain/census/form-draft';
import { fieldOf } from '@domain/census/form-fields';
import { unsettledFindings } from '@domain/census/form-rules';
import {
  ageBandTable,
  careKindTable,
  fillRoleTable,
  genderTable,
  relationTable,
  relationWords,
  useStateTable,
  volunteerTable,
} from '@domain/codes/tables';
import { fullDayWords } from '@domain/kernel/day';
import { withAskedTenancy } from '@domain/tenancy/tenancy';
import { REVIEW_WORDS } from '../../../messages/census';
import { isSaidBySeat, membersOf, type Answers } from '../../../services/household-answers';

/** Of the table of who fills. */
const FAMILY_FILLS = 2;
/** Of the table of relations. */
const NO_KIN = 9;

export interface Line {
  key: string;
  label: string;
  value: string;
  editable: boolean;
  tone?: string;
  note?: string;
}

export interface ReviewView {
  lines: readonly Line[];
  /** What still keeps the form from being sent, by question. */
  missing: readonly Line[];
  canSubmit: boolean;
}

export function viewReview(answers: Answers, rules: FormRules): ReviewView {
  const findings = unsettledFindings(answers, rules);
  const missing = findings.map(({ field, level, sentence }) => ({
    key: level === 'question' ? 'reasons' : field,
    label: labelOf(field),
    value: sentence,
    tone: 'warn',
    editable: true,
  }));
  const lines = linesOf(answers).filter(({ value }) => value !== '');
  return { lines, missing, canSubmit: missing.length === 0 };
}

/** The answers as lines, for the review and for the household's own page. */
export function linesOf(answers: Answers): Line[] {
  const people = membersOf(answers).map((member) => memberLine(member));
  const lines = [...homeLines(answers), ...people, ...wishLines(answers), ...reasonLines(answers)];
  return lines.map((one) => (isRefused(answers, one.key) ? { ...one, value: REVIEW_WORDS.refused } : one));
}

function homeLines(answers: Answers): Line[] {
  const { useState = '', fillRole = '', headName = '', phone, liveCount } = answers;
  return [
    line('useState', useStateTable.labelOf(useState)),
    { ...line('fillRole', fillRoleTable.labelOf(fillRole)), ...helperOf(answers) },
    tenancyLine(answers),
    line('headName', formPathOf(answers) === 'whole' ? headName : ''),
    { ...line('phone', phone?.number ?? ''), note: ownerWords(answers) },
    line('liveCount', liveCount === undefined ? '' : REVIEW_WORDS.people(liveCount)),
    line('hukouOnlyCount', hukouOnlyWords(answers)),
  ];
}

function wishLines(answers: Answers): Line[] {
  const { vehicles = [], care = [], suggestion = '', volunteer = '' } = answers;
  return [
    line('vehicles', vehicles.map(({ plate }) => plate).join('、')),
    line('care', care.map((kind) => careKindTable.labelOf(kind)).join('；')),
    line('suggestion', suggestion),
    line('volunteer', volunteerTable.labelOf(volunteer)),
    line('contactOk', formPathOf(answers) === 'whole' ? contactWords(answers) : ''),
  ];
}

const leaseDay = (day: string): string => (day === '' ? '' : fullDayWords(day));

function tenancyLine(answers: Answers): Line {
  const { tenancy } = withAskedTenancy(answers);
  if (tenancy === undefined) return line('tenancy', '');
  const { landlordName = '', landlordPhone = '', startOn = '', endOn = '', hasContract } = tenancy;
  const contract = hasContract === true ? REVIEW_WORDS.contract : REVIEW_WORDS.noContract;
  return {
    ...line('tenancy', REVIEW_WORDS.tenancy(landlordName, leaseDay(startOn), leaseDay(endOn))),
    note: landlordPhone === '' ? contract : `${landlordPhone} · ${contract}`,
  };
}

function line(key: string, value: string): Line {
  return { key, label: labelOf(key), value, editable: true };
}

function labelOf(field: string): string {
  return fieldOf(field.split('.')[0] ?? '')?.label ?? '';
}

function memberLine(member: UnfinishedMember): Line {
  const { key, relation, gender, ageBand, livesHere = false, hukouHere = false, name = '' } = member;
  const facts = [name, genderTable.labelOf(gender ?? ''), ageBandTable.labelOf(ageBand ?? '')];
  return {
    key: `members.${key}.gender`,
    label: relationWords(relation ?? ''),
    value: facts.filter((fact) => fact !== '').join(' · '),
    note: [
      livesHere ? REVIEW_WORDS.livesHere : REVIEW_WORDS.notLiving,
      hukouHere ? REVIEW_WORDS.hukouHere : REVIEW_WORDS.hukouAway,
    ].join('，'),
    editable: true,
  };
}

/** Who fills for others said so at the start, and is that person until the end. */
function helperOf(answers: Answers): Pick<Line, 'editable' | 'note'> {
  const { fillRole, helper } = answers;
  const { name = '', relation } = helper ?? {};
  if (helper === undefined || relation === undefined) return { editable: !isSaidBySeat(answers) };
  // Of a neighbour who fills, the role says it all; of kin the relation is told too.
  const isKin = fillRole === FAMILY_FILLS || relation !== NO_KIN;
  return { editable: false, note: isKin ? `${relationTable.labelOf(relation)} ${name}` : name };
}

function ownerWords({ phone }: Answers): string {
  if (phone?.owner === undefined) return '';
  return REVIEW_WORDS.familyPhone(relationTable.labelOf(phone.owner));
}

function hukouOnlyWords({ hukouOnlyCount = 0 }: Answers): string {
  return hukouOnlyCount === 0 ? '' : REVIEW_WORDS.persons(hukouOnlyCount);
}

function contactWords({ contactOk }: Answers): string {
  return contactOk === true ? REVIEW_WORDS.allowed : REVIEW_WORDS.notAllowed;
}

function reasonLines({ reasons = {} }: Answers): Line[] {
  const given = Object.values(reasons).filter((reason) => reason !== '');
  return given.length === 0
    ? []
    : [{ key: 'reasons', label: REVIEW_WORDS.reasons, value: given.join('；'), editable: true }];
}
