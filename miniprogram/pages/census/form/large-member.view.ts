/** One question about one member, as 大字 asks it. */
import { FORM_WORDS } from '../../../messages/census';
import { isHead, membersOf, peopleExpected } from '../../../services/household-answers';
import type { FormState } from './form.view';
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
  const isWhole = rules.idNumberMode === 'full';
  const places = PLACE_TILES.map(({ value }) => value).filter((value) =>
    value === 'livesHere' ? member.livesHere === true : member.hukouHere === true,
  );
  const single = { relation: member.relation, gender: member.gender, ageBand: member.ageBand };
  const value = String(single[field as keyof typeof single] ?? '');
  const ids = `members.${key}.${isWhole ? 'idNumber' : 'idLast4'}`;
  return {
    key,
    field,
    title: FORM_WORDS.memberOf(index + 1, Math.max(members.length, peopleExpected(answers))),
    who: member.name ?? (member.relation === undefined ? '' : relationTable.labelOf(member.relation)),
    label: LABELS[field] ?? (isWhole ? FORM_WORDS.idNumber : FORM_WORDS.idLast4),
    hint: field === 'id' ? (isWhole ? FORM_WORDS.idNumberHint : FORM_WORDS.idLast4Hint) : '',
    tiles: TILES[field] ?? [],
    values: field === 'livesHere' ? places : [value],
    isMany: field === 'livesHere',
    text: (field === 'name' ? member.name : (member.idLast4 ?? member.idNumber)) ?? '',
    error: errors[field === 'id' ? ids : question] ?? '',
    isRemovable: field === 'relation' && !isHead(member),
  };
}
