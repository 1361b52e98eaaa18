/** A form while it is being filled in: everything may still be missing. A complete form is a draft as well. */
import type { Helper, HouseholdForm, TenancyDraft } from './household-form';
import type { IdNumberMode, RefusableField } from './codes';
import type { MemberDraft } from './member';

type Unfinished<Shape> = { readonly [Field in keyof Shape]?: Shape[Field] | undefined };

export type UnfinishedMember = Unfinished<Omit<MemberDraft, 'key'>> & { readonly key: string };

export type UnfinishedTenancy = Unfinished<TenancyDraft>;

type Begun = 'members' | 'tenancy' | 'helper' | 'refused';

export type HouseholdFormDraft = Unfinished<Omit<HouseholdForm, Begun>> & {
  readonly members?: readonly UnfinishedMember[] | undefined;
  readonly tenancy?: UnfinishedTenancy | undefined;
  readonly helper?: Unfinished<Helper> | undefined;
  readonly refused?: readonly RefusableField[] | undefined;
};

/** What the deployment and the campaign say; `today` is YYYY-MM-DD in Asia/Shanghai. */
export interface FormRules {
  readonly today: string;
  readonly allowTestNumbers: boolean;
  readonly idNumberMode: IdNumberMode;
  readonly areaCode?: string;
  /** A masked form that is being corrected: an answer that stands as it was shown is not the editor's to mend. */
  readonly shown?: HouseholdFormDraft | undefined;
  /** The form is filled by somebody else for the household, who must say who that is. */
  readonly asksHelper?: boolean;
}

/**
 * `error`: the form is not sent. `question`: it may be right; it is sent with a reason under its code, and a person looks.
 * `field` is a field's id, or `members.<key>.<field>` for one member's.
 */
export interface FormFinding {
  readonly code: string;
  readonly field: string;
  readonly level: 'error' | 'question';
  readonly sentence: string;
}

/** Which questions a form consists of (domain.md §5.1). */
export type FormPath = 'whole' | 'vacant' | 'landlord';

const LANDLORD = 4;
/** 暂时没人住, 开店/办公, 还没装修/没交房: nobody's home, so nobody is listed unless the filler lists somebody. */
const NOBODY_HOME: readonly number[] = [3, 5, 6];

/** 暂时没人住, 还没装修/没交房: whoever lives there all the same makes one of the two answers wrong. In a shop somebody may live. */
const NOBODY_LIVES: readonly number[] = [3, 6];

export function saysNobodyLives({ useState }: Pick<HouseholdFormDraft, 'useState'>): boolean {
  return useState !== undefined && NOBODY_LIVES.includes(useState);
}

export function formPathOf({ useState, fillRole, members = [] }: HouseholdFormDraft): FormPath {
  if (members.length > 0) return 'whole';
  if (useState !== undefined && NOBODY_HOME.includes(useState)) return 'vacant';
  return fillRole === LANDLORD ? 'landlord' : 'whole';
}

/** True where the field of a finding reads as it was shown. */
export function isAsShown(field: string, form: HouseholdFormDraft, { shown }: FormRules): boolean {
  if (shown === undefined) return false;
  const [mine, theirs] = [answerOf(field, form), answerOf(field, shown)];
  return mine !== undefined && JSON.stringify(mine) === JSON.stringify(theirs);
}

function answerOf(field: string, form: HouseholdFormDraft): unknown {
  const [name = '', key, fact = ''] = field.split('.');
  const answers: Readonly<Record<string, unknown>> = { ...form };
  if (name !== 'members' || key === undefined) return answers[name];
  const member: Readonly<Record<string, unknown>> = { ...form.members?.find((one) => one.key === key) };
  return member[fact];
}

/** Whether the household would not answer this question. */
export function isRefused({ refused = [] }: HouseholdFormDraft, field: string): boolean {
  return refused.some((one) => one === field);
}

export function error(field: string, sentence: string): FormFinding {
  return { code: field, field, level: 'error', sentence };
}

export function question(code: string, field: string, sentence: string): FormFinding {
  return { code, field, level: 'question', sentence };
}
