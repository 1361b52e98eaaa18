/** Checks of one row of the roster. */
import { checkIdNumber, isIdTail, type IdNumberKind } from '../register/id-number';
import { nameSentence } from '../register/person-name';
import { ageBandOn, isUnder14, isMinor } from './age-band';
import { error, question, type FormFinding, type FormRules, type UnfinishedMember } from './form-draft';
import type { AgeBand } from './codes';
import { agesFit, HEAD } from './relation';
import { relationTable } from '../codes/tables';

const ID_WRONG = '号码有一位不对，请对着证件再看一遍';
const ID_UNASKED = '这次不收证件号码，删掉就行';

export function memberFindings(member: UnfinishedMember, rules: FormRules): FormFinding[] {
  return [
    ...missingAnswers(member),
    ...factFindings(member),
    ...nameFindings(member),
    ...idFindings(member, rules),
  ];
}

/** The member's age beside the head's; both must have been answered. */
export function ageFindings(member: UnfinishedMember, head: UnfinishedMember | undefined): FormFinding[] {
  const { relation, ageBand } = member;
  if (relation === undefined || ageBand === undefined || head?.ageBand === undefined) return [];
  if (relation === HEAD) {
    if (!isUnder14(ageBand)) return [];
    return [question(`age.${member.key}`, place(member, 'ageBand'), '户主年纪这么小，您看看点对了没有')];
  }
  if (agesFit(relation, ageBand, head.ageBand)) return [];
  const sentence = `${relationTable.labelOf(relation)}和户主的年龄对不上，您看看点对了没有`;
  return [question(`age.${member.key}`, place(member, 'ageBand'), sentence)];
}

function missingAnswers(member: UnfinishedMember): FormFinding[] {
  const asked = [
    ['relation', '请点一下这位家人和户主的关系'],
    ['gender', '请点一下这位家人是男是女'],
    ['ageBand', '请点一下这位家人的年龄段'],
  ] as const;
  return asked
    .filter(([field]) => member[field] === undefined)
    .map(([field, sentence]) => error(place(member, field), sentence));
}

function factFindings(member: UnfinishedMember): FormFinding[] {
  if (member.livesHere === true || member.hukouHere === true) return [];
  return [error(place(member, 'livesHere'), '这位家人不住这儿、户口也不在这儿，可以不用登记')];
}

function nameFindings(member: UnfinishedMember): FormFinding[] {
  const { name = '', ageBand } = member;
  const isAsked = ageBand !== undefined && !isUnder14(ageBand);
  if (name.trim() === '' && !isAsked) return [];
  const sentence = nameSentence(name, '请写上这位家人的姓名');
  return sentence === undefined ? [] : [error(place(member, 'name'), sentence)];
}

function idFindings(member: UnfinishedMember, rules: FormRules): FormFinding[] {
  const findings: FormFinding[] = [];
  const { idNumber = '', idLast4 = '' } = member;
  if (idLast4 !== '') {
    const isAsked = rules.idNumberMode === 'last4' && !isMinorMember(member);
    if (!isAsked) findings.push(error(place(member, 'idLast4'), ID_UNASKED));
    else if (!isIdTail(idLast4)) findings.push(error(place(member, 'idLast4'), ID_WRONG));
  }
  if (idNumber !== '') {
    if (rules.idNumberMode === 'full') findings.push(...wholeIdFindings(member, idNumber, rules));
    else findings.push(error(place(member, 'idNumber'), ID_UNASKED));
  }
  return findings;
}

function wholeIdFindings(member: UnfinishedMember, text: string, rules: FormRules): FormFinding[] {
  const { today, allowTestNumbers } = rules;
  const context = { kind: idKindOf(text), today, allowTestNumbers };
  const check = checkIdNumber(text, { ...context, gender: String(member.gender ?? '') });
  const field = place(member, 'idNumber');
  if (check.errors.length > 0) return [error(field, ID_WRONG)];
  const findings: FormFinding[] = [];
  if (check.warnings.includes('SEX_DIFFERS')) {
    findings.push(question(`idSex.${member.key}`, field, '号码和上面点的男女不一样，您看看哪个对'));
  }
  const digits = check.value.slice(6, 14);
  const band = ageBandOn(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`, today);
  if (member.ageBand !== undefined && member.ageBand !== band) {
    findings.push(question(`idAge.${member.key}`, field, '号码和上面点的年龄段不一样，您看看哪个对'));
  }
  return findings;
}

function idKindOf(text: string): IdNumberKind {
  if (/^\s*8[123]0000/.test(text)) return 'residencePermit';
  return /^\s*9/.test(text) ? 'permanentResident' : 'resident';
}

function isMinorMember({ ageBand }: { readonly ageBand?: AgeBand | undefined }): boolean {
  return ageBand !== undefined && isMinor(ageBand);
}

function place(member: UnfinishedMember, field: string): string {
  return `members.${member.key}.${field}`;
}
