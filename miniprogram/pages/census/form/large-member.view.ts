/** One question about one member, as 大字 asks it. */
import type { UnfinishedMember } from '@domain/census/form-draft';
import type { Language } from '../../../messages/language';
import { isHead, membersOf, peopleExpected } from '../../../services/household-answers';
import type { FormState } from './form-state';
import { memberQuestion, type QuestionId } from './questions';
import { memberChoices, type Tile } from './tiles';
import { relationTable } from '@domain/codes/tables';

export interface LargeMember {
  key: string;
  field: string;
  /** 第 2 位，共 3 位 */
  title: string;
  /** Who it is, as far as is known. */
  who: string;
  label: string;
  hint: string;
  /** Tiles, or a text field when there are none. */
  tiles: readonly Tile[];
  values: readonly string[];
  isMany: boolean;
  text: string;
  error: string;
  isRemovable: boolean;
}

export function viewLargeMember(
  question: QuestionId,
  { answers, rules, language }: FormState,
  errors: Readonly<Record<string, string>>,
): LargeMember | null {
  const asked = memberQuestion(question);
  const members = membersOf(answers);
  const index = members.findIndex(({ key }) => key === asked?.key);
  const member = members[index];
  if (asked === undefined || member === undefined) return null;
  const { key, field } = asked;
  const { form } = language.words;
  const id =
    rules.idNumberMode === 'full'
      ? { field: 'idNumber', label: form.idNumber, hint: form.idNumberHint }
      : { field: 'idLast4', label: form.idLast4, hint: form.idLast4Hint };
  return {
    key,
    field,
    title: form.memberOf(index + 1, Math.max(members.length, peopleExpected(answers))),
    who: whoOf(member, language),
    label: labelsOf(language)[field] ?? id.label,
    hint: field === 'id' ? id.hint : '',
    tiles: tilesOf(language)[field] ?? [],
    values: valuesOf(member, field),
    isMany: field === 'livesHere',
    text: textOf(member, field),
    error: errors[field === 'id' ? `members.${key}.${id.field}` : question] ?? '',
    isRemovable: field === 'relation' && !isHead(member),
  };
}

/** The words of the rows of one scroll. */
function labelsOf({ words }: Language): Readonly<Record<string, string>> {
  const { relation, gender, ageBand, places, name } = words.parts.memberRow;
  return { relation, gender, ageBand, livesHere: places, name };
}

function tilesOf(language: Language): Readonly<Record<string, readonly Tile[]>> {
  const { relations, genders, ageBands, places } = memberChoices(language);
  return { relation: relations, gender: genders, ageBand: ageBands, livesHere: places };
}

function whoOf({ name = '', relation }: UnfinishedMember, { say }: Language): string {
  if (name !== '') return name;
  return relation === undefined ? '' : say(relationTable.labelOf(relation));
}

function valuesOf(
  { relation, gender, ageBand, livesHere, hukouHere }: UnfinishedMember,
  field: string,
): string[] {
  const facts = [livesHere === true ? 'livesHere' : '', hukouHere === true ? 'hukouHere' : ''];
  if (field === 'livesHere') return facts.filter((fact) => fact !== '');
  const single: Readonly<Record<string, number | string | undefined>> = { relation, gender, ageBand };
  return single[field] === undefined ? [] : [String(single[field])];
}

function textOf({ name = '', idLast4, idNumber = '' }: UnfinishedMember, field: string): string {
  return field === 'name' ? name : (idLast4 ?? idNumber);
}
