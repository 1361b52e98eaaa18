/** One person's row, as the one scroll shows it. */
import type { UnfinishedMember } from '@domain/census/form-draft';
import { asksNameOf, isHead } from '../../../services/household-answers';
import type { FormState } from './form-state';
import { asksIdOf } from './questions';

export interface RowView {
  key: string;
  member: { [Field in 'key' | 'relation' | 'gender' | 'ageBand' | 'name']: string } & {
    livesHere: boolean;
    hukouHere: boolean;
  };
  isHead: boolean;
  isOpen: boolean;
  asksName: boolean;
  /** '' where no number is asked. */
  idKind: '' | 'last4' | 'full';
  idText: string;
  errors: Readonly<Record<'relation' | 'gender' | 'ageBand' | 'place' | 'name' | 'id', string>>;
}

export function viewRow(
  member: UnfinishedMember,
  state: FormState,
  errors: Readonly<Record<string, string>>,
): RowView {
  const { key, idLast4, idNumber = '' } = member;
  const at = (field: string): string => errors[`members.${key}.${field}`] ?? '';
  return {
    key,
    member: viewFacts(member),
    isHead: isHead(member),
    isOpen: key === state.openKey,
    asksName: asksNameOf(member),
    idKind: idKindOf(member, state),
    idText: idLast4 ?? idNumber,
    errors: {
      relation: at('relation'),
      gender: at('gender'),
      ageBand: at('ageBand'),
      place: at('livesHere'),
      name: isHead(member) ? '' : at('name'),
      id: at('idLast4') || at('idNumber'),
    },
  };
}

function viewFacts(member: UnfinishedMember): RowView['member'] {
  const { key, relation = '', gender = '', ageBand = '', name = '' } = member;
  return {
    key,
    relation: String(relation),
    gender: String(gender),
    ageBand,
    livesHere: member.livesHere === true,
    hukouHere: member.hukouHere === true,
    name,
  };
}

function idKindOf(member: UnfinishedMember, { rules }: FormState): RowView['idKind'] {
  return asksIdOf(member, rules) && rules.idNumberMode !== 'off' ? rules.idNumberMode : '';
}
