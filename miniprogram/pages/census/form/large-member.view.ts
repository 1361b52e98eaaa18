/** One question about one member, as 大字 asks it. */
import type { UnfinishedMember } from '@domain/census/form-draft';
import { FORM_WORDS } from '../../../messages/census';
import { isHead, membersOf, peopleExpected } from '../../../services/household-answers';
import type { FormState } from './form-state';
import { memberQuestion, type QuestionId } from './questions';
import { MEMBER_CHOICES, PLACE_TILES, type Tile } from './tiles';
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

const LABELS: Readonly<Record<string, string>> = {
  relation: FORM_WORDS.relation,
  gender: FORM_WORDS.gender,
  ageBand: FORM_WORDS.ageBand,
  livesHere: FORM_WORDS.places,
  name: FORM_WORDS.name,
};
const TILES: Readonly<Record<string, readonly Tile[]>> = {
  relation: MEMBER_CHOICES.relations,
  gender: MEMBER_CHOICES.genders,
  ageBand: MEMBER_CHOICES.ageBands,
  livesHere: PLACE_TILES,
};

export function viewLargeMember(
  question: QuestionId,
  { answers, rules }: FormState,
  errors: Readonly<Record<string, string>>,
): LargeMember | null {
  const asked = memberQuestion(question);
  const members = membersOf(answers);
  const index = members.findIndex(({ key }) => key === asked?.key);
  const member = members[index];
  if (asked === undefined || member === undefined) return null;
  const { key, field } = asked;
  const id = rules.idNumberMode === 'full' ? WHOLE_ID : ID_TAIL;
  return {
    key,
    field,
    title: FORM_WORDS.memberOf(index + 1, Math.max(members.length, peopleExpected(answers))),
    who: whoOf(member),
    label: LABELS[field] ?? id.label,
    hint: field === 'id' ? id.hint : '',
    tiles: TILES[field] ?? [],
    values: valuesOf(member, field),
    isMany: field === 'livesHere',
    text: textOf(member, field),
    error: errors[field === 'id' ? `members.${key}.${id.field}` : question] ?? '',
    isRemovable: field === 'relation' && !isHead(member),
  };
}

const WHOLE_ID = { field: 'idNumber', label: FORM_WORDS.idNumber, hint: FORM_WORDS.idNumberHint };
const ID_TAIL = { field: 'idLast4', label: FORM_WORDS.idLast4, hint: FORM_WORDS.idLast4Hint };

function whoOf({ name = '', relation }: UnfinishedMember): string {
  if (name !== '') return name;
  return relation === undefined ? '' : relationTable.labelOf(relation);
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
