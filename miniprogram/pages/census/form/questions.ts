/** Which questions a form consists of, in their order: one scroll shows them all, 大字 one after the other. */
import { formPathOf, type FormRules, type UnfinishedMember } from '@domain/census/form-draft';
import { FORM_FIELDS, FORM_STEPS, stepOfFinding } from '@domain/census/form-fields';
import { checkForm, needsGuardian, unsettledFindings } from '@domain/census/form-rules';
import { isMinor } from '@domain/census/age-band';
import { asksTenancy } from '@domain/tenancy/tenancy';
import {
  asksNameOf,
  isHead,
  isSaidBySeat,
  membersOf,
  peopleExpected,
  type Answers,
} from '../../../services/household-answers';

const MEMBER_FIELDS = ['relation', 'gender', 'ageBand', 'livesHere', 'name', 'id'] as const;
export type MemberField = (typeof MEMBER_FIELDS)[number];

/** A question is a field's id, `members` (all rows), or `members.<key>.<field>` (one of them, in 大字). */
export type QuestionId = string;

/** Where a question belongs: the windows across the top. */
export function stepOf(question: QuestionId): number {
  return question === 'reasons' ? FORM_STEPS : stepOfFinding(question);
}

export interface Asked {
  answers: Answers;
  rules: FormRules;
  large: boolean;
}

/** The consent stands before the form, the door was found before that. */
const ELSEWHERE: readonly string[] = ['doorRef', 'consent'];

export function questionsOf({ answers, rules, large }: Asked): QuestionId[] {
  const path = formPathOf(answers);
  // Who fills for others has said so before the form.
  const isSaid = rules.asksHelper === true || isSaidBySeat(answers);
  const elsewhere = isSaid ? [...ELSEWHERE, 'fillRole'] : ELSEWHERE;
  const fields = FORM_FIELDS.filter(({ id, shownOn }) => shownOn.includes(path) && !elsewhere.includes(id));
  const questions = fields.flatMap(({ id }) => {
    if (id === 'guardianConsent') return needsGuardian(answers) ? [id] : [];
    if (id === 'tenancy') return asksTenancy(answers) ? [id] : [];
    if (id !== 'members' || !large) return [id];
    return membersOf(answers).flatMap((member) => memberQuestions(member, rules));
  });
  return asksReasons(answers, rules) ? [...questions, 'reasons'] : questions;
}

/** Asked back only when the form is otherwise complete: a count that does not fit yet is no contradiction. */
function asksReasons(answers: Answers, rules: FormRules): boolean {
  const isWhole = membersOf(answers).length >= peopleExpected(answers) || formPathOf(answers) !== 'whole';
  const isClean = unsettledFindings(answers, rules).every(({ level }) => level === 'question');
  return (isWhole || isClean) && checkForm(answers, rules).some(({ level }) => level === 'question');
}

/** Whether the campaign asks this person for a number: adults only, and only where it asks at all. */
export function asksIdOf(member: UnfinishedMember, { idNumberMode }: FormRules): boolean {
  return idNumberMode !== 'off' && member.ageBand !== undefined && !isMinor(member.ageBand);
}

function memberQuestions(member: UnfinishedMember, rules: FormRules): QuestionId[] {
  const asked: Readonly<Record<MemberField, boolean>> = {
    relation: !isHead(member),
    gender: true,
    ageBand: true,
    livesHere: true,
    name: asksNameOf(member),
    id: asksIdOf(member, rules),
  };
  return MEMBER_FIELDS.filter((field) => asked[field]).map((field) => `members.${member.key}.${field}`);
}

/** `members.<key>.<field>` taken apart. */
export function memberQuestion(question: QuestionId): { key: string; field: string } | undefined {
  const [root, key, field] = question.split('.');
  return root === 'members' && key !== undefined && field !== undefined ? { key, field } : undefined;
}

/** Whether a finding's field is what this question asks. */
export function isFieldOf(question: QuestionId, field: string): boolean {
  if (question === field) return true;
  const member = memberQuestion(question);
  if (member === undefined) return field.startsWith(`${question}.`);
  return (
    member.field === 'id' &&
    [`members.${member.key}.idLast4`, `members.${member.key}.idNumber`].includes(field)
  );
}
