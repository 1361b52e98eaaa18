/** From what a person touched to the answers that follow: one place for every control of the form. */
import {
  CARE_KINDS,
  FILL_ROLE_CODES,
  USE_STATE_CODES,
  VOLUNTEER_CODES,
  AGE_BANDS,
  GENDER_CODES,
  RELATION_CODES,
  REFUSABLE_FIELDS,
  type RefusableField,
} from '@domain/census/codes';
import type { FormRules } from '@domain/census/form-draft';
import { YES } from './tiles';
import {
  membersOf,
  withHeadName,
  withMember,
  withPath,
  type Answers,
  type MemberChange,
} from '../../../services/household-answers';

export type Event<Detail extends object, Marks extends object = object> = WechatMiniprogram.CustomEvent<
  Detail,
  object,
  Marks
>;

/** What a tile reports: the touched value, and all that are chosen now. */
export interface Choice {
  value: string;
  values: readonly string[];
  chosen: boolean;
}

/** Answers after a tile of a question was touched. An unknown value changes nothing. */
export function withChoice(answers: Answers, field: string, choice: Choice): Answers {
  const { value, values } = choice;
  switch (field) {
    case 'useState':
      return withPath(answers, { useState: USE_STATE_CODES.find((code) => String(code) === value) });
    case 'fillRole':
      return withPath(answers, { fillRole: FILL_ROLE_CODES.find((code) => String(code) === value) });
    case 'owner':
      return withOwner(answers, value);
    case 'care':
      return answered(answers, { care: CARE_KINDS.filter((kind) => values.includes(kind)) });
    case 'volunteer':
      return answered(answers, { volunteer: VOLUNTEER_CODES.find((code) => code === value) });
    case 'refused':
      return withRefusal(answers, choice);
    case 'contact':
      return { ...answers, contactOk: value === YES };
    case 'guardian':
      return { ...answers, guardianConsent: values.includes(YES) };
    default:
      return answers;
  }
}

/** Questions that hold no answer, so that 不愿说 can be one. */
export function unansweredFields(answers: Answers): RefusableField[] {
  const { phone, vehicles, care, suggestion, volunteer } = answers;
  const said = { phone: phone?.number, vehicles, care, suggestion: suggestion?.trim(), volunteer };
  return REFUSABLE_FIELDS.filter((field) => (said[field] ?? '').length === 0);
}

/** Beside a refusal there is no answer: what is answered already stays. A number alone is taken back by the same tap. */
function withRefusal(given: Answers, { value, chosen }: Choice): Answers {
  const phone = value === 'phone' && chosen ? undefined : given.phone;
  const answers = { ...given, phone: phone ?? { number: '' } };
  const others = (answers.refused ?? []).filter((field) => field !== value);
  const refused = unansweredFields(answers).filter((field) => chosen && field === value);
  return { ...answers, refused: [...others, ...refused] };
}

/** Whoever answers after all refuses no more. */
function answered(answers: Answers, change: Pick<Partial<Answers>, RefusableField>): Answers {
  const { refused } = answers;
  const next = { ...answers, ...change };
  return refused === undefined ? next : { ...next, refused: refused.filter((field) => !(field in change)) };
}

/** Answers after something was typed into a field of the home. */
export function withText(answers: Answers, field: string, text: string): Answers {
  if (field === 'headName') return withHeadName(answers, text);
  if (field === 'phone') return answered(answers, { phone: { ...answers.phone, number: text } });
  return field === 'suggestion' ? answered(answers, { suggestion: text }) : answers;
}

function withOwner(answers: Answers, value: string): Answers {
  const number = answers.phone?.number ?? '';
  const owner = RELATION_CODES.find((code) => String(code) === value);
  return { ...answers, phone: owner === undefined ? { number } : { number, owner } };
}

export interface MemberEvent {
  key: string;
  field: string;
  value: string | boolean;
}

/** Answers after one fact of one member changed. */
export function withMemberEvent(answers: Answers, event: MemberEvent, rules: FormRules): Answers {
  const change = memberChange(event, rules);
  return change === undefined ? answers : withMember(answers, event.key, change);
}

function memberChange({ field, value }: MemberEvent, { idNumberMode }: FormRules): MemberChange | undefined {
  if (field === 'livesHere') return { livesHere: value === true };
  if (field === 'hukouHere') return { hukouHere: value === true };
  if (typeof value !== 'string') return undefined;
  if (field === 'name') return { name: value };
  if (field === 'id') return idNumberMode === 'full' ? { idNumber: value } : { idLast4: value };
  return codeChange(field, value);
}

function codeChange(field: string, value: string): MemberChange | undefined {
  const relation = field === 'relation' ? RELATION_CODES.find((code) => String(code) === value) : undefined;
  if (relation !== undefined) return { relation };
  const gender = field === 'gender' ? GENDER_CODES.find((code) => String(code) === value) : undefined;
  if (gender !== undefined) return { gender };
  const ageBand = field === 'ageBand' ? AGE_BANDS.find((code) => code === value) : undefined;
  return ageBand === undefined ? undefined : { ageBand };
}

export function withNewVehicle(answers: Answers): Answers {
  const vehicles = [...(answers.vehicles ?? []), { plate: '', propertyMaySee: false }];
  return answered(answers, { vehicles });
}

export function withoutVehicle(answers: Answers, at: number): Answers {
  return { ...answers, vehicles: (answers.vehicles ?? []).filter((_, index) => index !== at) };
}

export function withVehicle(
  answers: Answers,
  at: number,
  change: { plate?: string; propertyMaySee?: boolean },
): Answers {
  const vehicles = (answers.vehicles ?? []).map((one, index) => (index === at ? { ...one, ...change } : one));
  return { ...answers, vehicles };
}

/** A plate that was begun and left empty is no answer. */
export function withoutEmptyVehicles(answers: Answers): Answers {
  const vehicles = answers.vehicles ?? [];
  const filled = vehicles.filter(({ plate }) => plate.trim() !== '');
  return filled.length === vehicles.length ? answers : { ...answers, vehicles: filled };
}

/** Who lives alone is asked at once: the key of the only member. */
export function onlyMemberOf(answers: Answers): string | undefined {
  const [first, second] = membersOf(answers);
  return second === undefined ? first?.key : undefined;
}
