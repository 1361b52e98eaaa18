/** What is kept, for what, on which ground, how long, and who sees it: printed from the fields of the form themselves. */
import { FORM_FIELDS, type FormField } from '@domain/census/form-fields';
import type { Campaign } from '@domain/contract/session';
import { ROLE_WORDS, ROLES } from '@domain/identity/role';
import { PRIVACY_WORDS } from '../../../../messages/household';

export interface PrivacyLine {
  key: string;
  label: string;
  value: string;
  note: string;
}

export interface PrivacyView {
  facts: readonly PrivacyLine[];
  fields: readonly PrivacyLine[];
  phone: string;
}

/** The door is a place; the consent is not an answer. */
const NOT_ANSWERS: readonly string[] = ['doorRef', 'consent'];

export function viewPrivacy(campaign: Campaign | undefined): PrivacyView {
  return {
    facts: campaign === undefined ? [] : factsOf(campaign),
    fields: FORM_FIELDS.filter(({ id }) => !NOT_ANSWERS.includes(id)).map(fieldLine),
    phone: campaign?.publicPhone ?? '',
  };
}

function factsOf({
  officeName,
  protectionOfficer,
  publicPhone,
  noticeVersion,
  formVersion,
}: Campaign): PrivacyLine[] {
  const { who, officer, officerDetail, never, neverText, rights, rightsText, version, form } = PRIVACY_WORDS;
  return [
    { key: 'who', label: who, value: officeName, note: '' },
    { key: 'officer', label: officer, value: protectionOfficer, note: officerDetail(publicPhone) },
    { key: 'never', label: never, value: neverText, note: '' },
    { key: 'rights', label: rights, value: rightsText, note: '' },
    { key: 'version', label: PRIVACY_WORDS.versions, value: version(noticeVersion), note: form(formVersion) },
  ];
}

function fieldLine({ id, label, purpose, retention, sees }: FormField): PrivacyLine {
  const roles = ROLES.filter((role) => sees[role] !== undefined).map((role) => ROLE_WORDS[role]);
  return { key: id, label, value: purpose, note: PRIVACY_WORDS.terms(retention, roles.join('、')) };
}
