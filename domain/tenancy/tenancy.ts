/** Who rents from whom, as the tenant says it and as landlord and worker answer. */
import { isDay } from '../kernel/day';
import { checkPhone } from '../register/phone';
import { nameSentence } from '../register/person-name';
import {
  error,
  formPathOf,
  type FormFinding,
  type FormRules,
  type HouseholdFormDraft,
  type UnfinishedTenancy,
} from '../census/form-draft';

/** A landlord who says nothing for so many days leaves the question to the worker. */
export const LANDLORD_DAYS = 7;

const TENANT = 3;
const RENTED_OUT = 2;

/** True where the people of the form rent: it is asked from whom, since when and until when. */
export function asksTenancy(form: HouseholdFormDraft): boolean {
  const { useState, fillRole } = form;
  return formPathOf(form) === 'whole' && (fillRole === TENANT || useState === RENTED_OUT);
}

/** Nothing was said of the tenancy: a tenant may not know, and the worker asks. */
function isBlankTenancy(form: HouseholdFormDraft): boolean {
  const { tenancy } = form;
  return (
    tenancy === undefined || Object.values(tenancy).every((value) => value === undefined || value === '')
  );
}

/** The form without a tenancy that is not asked, or of which nothing was said. */
export function withAskedTenancy<Form extends HouseholdFormDraft>(form: Form): Form {
  if (form.tenancy === undefined || (asksTenancy(form) && !isBlankTenancy(form))) return form;
  const kept = Object.entries(form).filter(([field]) => field !== 'tenancy');
  return Object.fromEntries(kept) as unknown as Form;
}

function dayFindings({ startOn = '', endOn = '' }: UnfinishedTenancy): FormFinding[] {
  const findings: FormFinding[] = [];
  if (!isDay(startOn)) findings.push(error('tenancy.startOn', '请选一下从哪天开始租'));
  if (endOn !== '' && (!isDay(endOn) || endOn < startOn)) {
    findings.push(error('tenancy.endOn', '结束日期在开始之前了'));
  }
  return findings;
}

/** Who rents from an agent may know the number and no name: the worker asks. */
function landlordFindings(
  { landlordName = '', landlordPhone = '' }: UnfinishedTenancy,
  rules: FormRules,
): FormFinding[] {
  const findings: FormFinding[] = [];
  const nameWrong = landlordName.trim() === '' ? undefined : nameSentence(landlordName, '');
  if (nameWrong !== undefined) findings.push(error('tenancy.landlordName', nameWrong));
  const phone = checkPhone(landlordPhone, rules);
  if (landlordPhone !== '' && !phone.ok) findings.push(error('tenancy.landlordPhone', phone.sentence));
  return findings;
}

/** What keeps a tenancy that was begun from being sent (domain.md §5.2). */
export function tenancyFindings(form: HouseholdFormDraft, rules: FormRules): FormFinding[] {
  const { tenancy } = form;
  if (tenancy === undefined || !asksTenancy(form) || isBlankTenancy(form)) return [];
  const findings = [...landlordFindings(tenancy, rules), ...dayFindings(tenancy)];
  if (tenancy.hasContract === undefined) findings.push(error('tenancy.hasContract', '请点一下有没有签合同'));
  return findings;
}
