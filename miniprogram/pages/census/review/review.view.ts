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
import { withAskedTenancy } from '@domain/tenancy/tenancy';
import { CHINESE, type Language } from '../../../messages/language';
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

export function viewReview(answers: Answers, rules: FormRules, language = CHINESE): ReviewView {
  const { say } = language;
  const findings = unsettledFindings(answers, rules);
  const missing = findings.map(({ field, level, sentence }) => ({
    key: level === 'question' ? 'reasons' : field,
    label: labelOf(field, language),
    value: say(sentence),
    tone: 'warn',
    editable: true,
  }));
  const lines = linesOf(answers, language).filter(({ value }) => value !== '');
  // A worker looks over what a household filled: 您是 would mean the worker.
  const filler = rules.shown && lines.find(({ key }) => key === 'fillRole');
  if (filler !== undefined) filler.label = language.words.form.filler;
  return { lines, missing, canSubmit: missing.length === 0 };
}

/** The answers as lines, for the review and for the household's own page. */
export function linesOf(answers: Answers, language: Language = CHINESE): Line[] {
  const people = membersOf(answers).map((member) => memberLine(member, language));
  const lines = [
    ...homeLines(answers, language),
    ...people,
    ...wishLines(answers, language),
    ...reasonLines(answers, language),
  ];
  const { refused } = language.words.review;
  return lines.map((one) => (isRefused(answers, one.key) ? { ...one, value: refused } : one));
}

function homeLines(answers: Answers, language: Language): Line[] {
  const { say, words } = language;
  const line = lineIn(language);
  const { useState = '', fillRole = '', headName = '', phone, liveCount, hukouOnlyCount = 0 } = answers;
  return [
    line('useState', say(useStateTable.labelOf(useState))),
    { ...line('fillRole', say(fillRoleTable.labelOf(fillRole))), ...helperOf(answers, language) },
    tenancyLine(answers, language),
    line('headName', formPathOf(answers) === 'whole' ? headName : ''),
    { ...line('phone', phone?.number ?? ''), note: ownerWords(answers, language) },
    line('liveCount', liveCount === undefined ? '' : words.review.people(liveCount)),
    line('hukouOnlyCount', hukouOnlyCount === 0 ? '' : words.review.persons(hukouOnlyCount)),
  ];
}

function wishLines(answers: Answers, language: Language): Line[] {
  const { vehicles = [], care = [], suggestion = '', volunteer = '', contactOk } = answers;
  const { say, words } = language;
  const { and, then, allowed, notAllowed } = words.review;
  const line = lineIn(language);
  const contact = contactOk === true ? allowed : notAllowed;
  return [
    line('vehicles', vehicles.map(({ plate }) => plate).join(and)),
    line('care', care.map((kind) => say(careKindTable.labelOf(kind))).join(then)),
    line('suggestion', suggestion),
    line('volunteer', say(volunteerTable.labelOf(volunteer))),
    line('contactOk', formPathOf(answers) === 'whole' ? contact : ''),
  ];
}

function tenancyLine(answers: Answers, language: Language): Line {
  const line = lineIn(language);
  const { review } = language.words;
  const { tenancy } = withAskedTenancy(answers);
  if (tenancy === undefined) return line('tenancy', '');
  const { landlordName = '', landlordPhone = '', startOn = '', endOn = '', hasContract } = tenancy;
  const contract = hasContract === true ? review.contract : review.noContract;
  return {
    ...line('tenancy', review.tenancy(landlordName, startOn, endOn)),
    note: landlordPhone === '' ? contract : `${landlordPhone} · ${contract}`,
  };
}

function lineIn(language: Language): (key: string, value: string) => Line {
  return (key, value) => ({ key, label: labelOf(key, language), value, editable: true });
}

function labelOf(field: string, { say }: Language): string {
  return say(fieldOf(field.split('.')[0] ?? '')?.label ?? '');
}

function memberLine(member: UnfinishedMember, { say, words }: Language): Line {
  const { review } = words;
  const { key, relation, gender, ageBand, livesHere = false, hukouHere = false, name = '' } = member;
  const facts = [name, say(genderTable.labelOf(gender ?? '')), say(ageBandTable.labelOf(ageBand ?? ''))];
  return {
    key: `members.${key}.gender`,
    label: say(relationWords(relation ?? '')),
    value: facts.filter((fact) => fact !== '').join(' · '),
    note: [
      livesHere ? review.livesHere : review.notLiving,
      hukouHere ? review.hukouHere : review.hukouAway,
    ].join(review.comma),
    editable: true,
  };
}

/** Who fills for others said so at the start, and is that person until the end. */
function helperOf(answers: Answers, { say }: Language): Pick<Line, 'editable' | 'note'> {
  const { fillRole, helper } = answers;
  const { name = '', relation } = helper ?? {};
  if (helper === undefined || relation === undefined) return { editable: !isSaidBySeat(answers) };
  // Of a neighbour who fills, the role says it all; of kin the relation is told too.
  const isKin = fillRole === FAMILY_FILLS || relation !== NO_KIN;
  return { editable: false, note: isKin ? `${say(relationTable.labelOf(relation))} ${name}` : name };
}

function ownerWords({ phone }: Answers, { say, words }: Language): string {
  if (phone?.owner === undefined) return '';
  return words.review.familyPhone(say(relationTable.labelOf(phone.owner)));
}

function reasonLines({ reasons = {} }: Answers, { say, words }: Language): Line[] {
  const { reasons: label, then } = words.review;
  const given = Object.values(reasons).filter((reason) => reason !== '');
  return given.length === 0
    ? []
    : [{ key: 'reasons', label, value: given.map(say).join(then), editable: true }];
}
