/** What a family's child filled, as the worker reads it out at the door, and what came of it. */
import type { FormView, Receipt, WaitingForm } from '@domain/contract/census';
import type { HouseholdForm } from '@domain/census/household-form';
import { REFUSABLE_FIELDS, type RefusableField } from '@domain/census/codes';
import type { Plate } from '@domain/census/door';
import { fieldOf } from '@domain/census/form-fields';
import { relationTable } from '@domain/codes/tables';
import { dayWords } from '@domain/kernel/day';
import { checkPhone, type PhoneRules } from '@domain/register/phone';
import { PROXY_WORDS } from '../../../../messages/proxy';
import { STAFF_WORDS } from '../../../../messages/staff';
import type { Line } from '../../../../pages/census/review/review.view';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { answeredLines } from '../../answer-lines';

export interface ProxyView extends FaceView {
  compound: string;
  line: string;
  by: string;
  isLocked: boolean;
  lines: readonly Line[];
}

export const NO_PROXY: ProxyView = { ...CONTENT, compound: '', line: '', by: '', isLocked: false, lines: [] };

export const REFUSALS = REFUSABLE_FIELDS.map((value) => ({ value, label: fieldOf(value)?.label ?? value }));

/** Of the table of relations: none of the family. */
const NO_KIN = 9;

/** Of a neighbour the role says it all; of kin the relation to the head is told too. */
function fillerWords({ fillRole, helper }: FormView): string {
  const relation = helper === undefined ? '' : relationTable.labelOf(helper.relation);
  if (fillRole !== 5 && fillRole !== 6) return relation === '' ? '' : PROXY_WORDS.by(relation);
  return PROXY_WORDS.byHelper[fillRole](helper?.relation === NO_KIN ? '' : relation);
}

export function viewProxy(plate: Plate, form: WaitingForm | undefined): ProxyView {
  const base = { ...NO_PROXY, ...plate };
  if (form?.proxy === undefined) {
    return { ...base, face: 'empty', sentence: PROXY_WORDS.lost, action: STAFF_WORDS.back };
  }
  return {
    ...base,
    by: fillerWords(form.form),
    isLocked: form.proxy.triesLeft === 0,
    lines: answeredLines(form.form),
  };
}

/** What is copied onto paper for the household. */
export interface SlipView extends Plate {
  code: string;
  note: string;
}

export function viewSlip({ plate, code, day }: Receipt): SlipView {
  return { ...plate, code, note: dayWords(day) };
}

/** What is wrong with the number that was said instead; '' where it is right, or there is none. */
export function phoneProblemOf(said: string, rules: PhoneRules): string {
  if (said.trim() === '') return '';
  const phone = checkPhone(said, rules);
  return phone.ok ? '' : phone.sentence;
}

type Corrections = { -readonly [Field in keyof HouseholdForm]?: HouseholdForm[Field] };

const EMPTIED: Readonly<Record<RefusableField, Corrections>> = {
  phone: { phone: { number: '' } },
  vehicles: { vehicles: [] },
  care: { care: [] },
  suggestion: { suggestion: '' },
  volunteer: {},
};

/** What was said otherwise at the door; undefined where everything was right. */
export function correctionsOf(
  { form }: WaitingForm,
  said: { readonly phone: string; readonly refused: readonly RefusableField[] },
): Corrections | undefined {
  const phone = said.phone.trim();
  const emptied = said.refused.reduce<Corrections>((all, field) => ({ ...all, ...EMPTIED[field] }), {});
  const corrections: Corrections = {
    ...(phone === '' ? {} : { phone: { ...form.phone, number: phone } }),
    ...emptied,
    ...(said.refused.length === 0 ? {} : { refused: [...said.refused] }),
  };
  return Object.keys(corrections).length === 0 ? undefined : corrections;
}
