/** What the form shows, from its answers and where the person stands in it. */
import { formPathOf, type FormFinding } from '@domain/census/form-draft';
import { fieldOf, FORM_FIELDS, FORM_STEPS } from '@domain/census/form-fields';
import { unsettledFindings } from '@domain/census/form-rules';
import type { Language } from '../../../messages/language';
import { membersOf, peopleExpected, type Answers } from '../../../services/household-answers';
import { unansweredFields } from './answering';
import type { FormState } from './form-state';
import { viewLargeMember, type LargeMember } from './large-member.view';
import { viewRow, type RowView } from './member-row.view';
import { isFieldOf, questionsOf, stepOf, type QuestionId } from './questions';
import { viewReasons, type ReasonView } from './reasons.view';
import { viewTenancy, type TenancyView } from './tenancy.view';
import { NO, OWN_PHONE, useStateTiles, YES, type Tile } from './tiles';
import { voiceOf } from './voice';

export interface FormView {
  /** In 大字 the plate gives way after the first questions. */
  showsPlate: boolean;
  step: number;
  total: number;
  stepName: string;
  shows: Readonly<Record<string, boolean>>;
  /** The recording of the one question on the screen; '' where there is none. */
  voice: string;
  /** One tap opens the optional questions; closed, the page is half as long. */
  offersExtras: boolean;
  errors: Readonly<Record<string, string>>;
  useStates: readonly Tile[];
  useState: string;
  fillRole: string;
  headName: string;
  phone: string;
  phoneLabel: string;
  offersOneTap: boolean;
  /** 不愿说, to whoever hears the household at its door. */
  phoneRefusal: readonly Tile[];
  asksOwner: boolean;
  owner: string;
  liveCount: number;
  liveLabel: string;
  hukouOnlyCount: number;
  rows: readonly RowView[];
  member: LargeMember | null;
  addLabel: string;
  reasons: readonly ReasonView[];
  vehicles: readonly { key: string; plate: string; propertyMaySee: readonly string[]; error: string }[];
  tenancy: TenancyView;
  care: readonly string[];
  suggestion: string;
  volunteer: string;
  contact: string;
  /** What may be left unsaid on purpose: at its question in 大字, all together in one scroll. */
  refusals: readonly Tile[];
  refused: readonly string[];
  guardian: readonly string[];
  problem: string;
  hasBack: boolean;
  nextLabel: string;
}

const EXTRA_STEP = 5;

export function viewForm(state: FormState): FormView {
  const { answers, large, language } = state;
  const { words } = language;
  const questions = questionsOf(state);
  const current = currentQuestion(state.question, questions);
  const shown = large ? [current] : questions.filter((one) => state.showsExtras || !isExtra(one));
  const findings = unsettledFindings(answers, state.rules);
  const errors = shownErrors(findings, state);
  const step = large ? stepOf(current) : stepReached(findings);
  return {
    showsPlate: !large || step === 1,
    step,
    total: FORM_STEPS,
    stepName: words.form.steps[step - 1] ?? '',
    shows: showsOf(shown),
    voice: voiceOf(current, state),
    offersExtras: !large && !state.showsExtras && questions.some(isExtra),
    errors: fieldErrors(errors),
    ...viewHome(state),
    ...viewPeople(state, errors),
    member: large ? viewLargeMember(current, state, errors) : null,
    reasons: shown.includes('reasons') ? viewReasons(state) : [],
    tenancy: viewTenancy(answers, errors, words),
    ...viewWishes(answers, errors),
    refusals: refusalsOf(state, shown),
    problem: problemOf(state, findings),
    ...viewWays({ large, current, questions, language }),
  };
}

/**
 * The form as it is shown, without the errors that the text being typed has mended: were they to go only as the field is left, what a
 * mouse presses next would move away under it.
 */
export function withoutMended(shown: FormView, state: FormState): FormView {
  if (Object.values(shown.errors).every((error) => error === '')) return shown;
  const { errors } = viewForm(state);
  const kept = Object.entries(shown.errors).map(([field, error]) => [
    field,
    errors[field] === '' ? '' : error,
  ]);
  return { ...shown, errors: Object.fromEntries(kept) as FormView['errors'] };
}

type Home = Pick<
  FormView,
  | 'useStates'
  | 'useState'
  | 'fillRole'
  | 'headName'
  | 'phone'
  | 'phoneLabel'
  | 'offersOneTap'
  | 'phoneRefusal'
  | 'asksOwner'
  | 'owner'
>;

function viewHome(state: FormState): Home {
  const { answers, showsAllUseStates, asksOwner, isOthersPhone, language } = state;
  const { useState = '', fillRole = '', headName = '', phone } = answers;
  const { number = '', owner } = phone ?? {};
  return {
    useStates: useStateTiles(showsAllUseStates || isRareUseState(answers), language),
    useState: String(useState),
    fillRole: String(fillRole),
    headName,
    phone: number,
    phoneLabel:
      formPathOf(answers) === 'landlord' ? language.words.form.phoneLandlord : labelOf('phone', language),
    offersOneTap: isOthersPhone !== true,
    phoneRefusal: phoneRefusalOf(state),
    asksOwner: asksOwner || owner !== undefined,
    owner: owner === undefined ? OWN_PHONE : String(owner),
  };
}

/** Family that fills from afar leaves it to the household's own word. It stays beside a number: nothing moves under a finger. */
function phoneRefusalOf({ isOthersPhone, rules, language }: FormState): Tile[] {
  const mayRefuse = isOthersPhone === true && rules.asksHelper !== true;
  return mayRefuse ? [{ value: 'phone', label: language.words.form.refused }] : [];
}

type People = Pick<FormView, 'liveCount' | 'liveLabel' | 'hukouOnlyCount' | 'rows' | 'addLabel'>;

function viewPeople(state: FormState, errors: Readonly<Record<string, string>>): People {
  const { answers, large, language } = state;
  const { liveCount = 0, hukouOnlyCount = 0 } = answers;
  return {
    liveCount,
    liveLabel:
      formPathOf(answers) === 'landlord'
        ? language.words.form.liveCountLandlord
        : labelOf('liveCount', language),
    hukouOnlyCount,
    rows: large ? [] : membersOf(answers).map((member) => viewRow(member, state, errors)),
    addLabel: addLabel(state),
  };
}

type Wishes = Pick<
  FormView,
  'vehicles' | 'care' | 'suggestion' | 'volunteer' | 'contact' | 'refused' | 'guardian'
>;

function viewWishes(answers: Answers, errors: Readonly<Record<string, string>>): Wishes {
  const { care = [], suggestion = '', volunteer = '', contactOk, refused = [], guardianConsent } = answers;
  return {
    vehicles: viewVehicles(answers, errors),
    care,
    suggestion,
    volunteer,
    contact: contactOk === true ? YES : NO,
    refused,
    guardian: guardianConsent === true ? [YES] : [],
  };
}

function refusalsOf({ answers, large, language }: FormState, shown: readonly QuestionId[]): Tile[] {
  return unansweredFields(answers)
    .filter((field) => shown.includes(field) && field !== 'phone')
    .map((value) => ({ value, label: large ? language.words.form.refused : labelOf(value, language) }));
}

interface Place {
  large: boolean;
  current: QuestionId;
  questions: readonly QuestionId[];
  language: Language;
}

function viewWays({ large, current, questions, language }: Place): Pick<FormView, 'hasBack' | 'nextLabel'> {
  const isLast = !large || current === questions[questions.length - 1];
  return {
    hasBack: large && current !== questions[0],
    nextLabel: isLast ? language.words.form.review : language.words.form.next,
  };
}

/** The question on the screen; one that the answers made needless gives way to the first. */
export function currentQuestion(question: QuestionId, questions: readonly QuestionId[]): QuestionId {
  return questions.includes(question) ? question : (questions[0] ?? '');
}

function problemOf({ attempted, large, language }: FormState, { length }: readonly FormFinding[]): string {
  return attempted && length > 0 && !large ? language.words.form.left(length) : '';
}

/** Errors by field; those of one person stand in that person's row. */
function fieldErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(FORM_FIELDS.map(({ id }) => [id, errors[id] ?? '']));
}

/** The question that a finding belongs to; soft findings are answered together. */
export function questionOfFinding(
  { field, level }: FormFinding,
  questions: readonly QuestionId[],
): QuestionId {
  if (level === 'question') return 'reasons';
  return questions.find((question) => isFieldOf(question, field)) ?? questions[0] ?? '';
}

/** Errors of one question, as a person in 大字 meets them before going on. */
export function errorsOfQuestion({ answers, rules, question }: FormState): FormFinding[] {
  return unsettledFindings(answers, rules).filter((finding) =>
    finding.level === 'question' ? question === 'reasons' : isFieldOf(question, finding.field),
  );
}

/** What nobody needs to answer. */
function isExtra(question: QuestionId): boolean {
  return stepOf(question) === EXTRA_STEP && question !== 'reasons';
}

function labelOf(field: string, { say }: Language): string {
  return say(fieldOf(field)?.label ?? '');
}

function isRareUseState({ useState }: Answers): boolean {
  return useState === 6 || useState === 9;
}

/** Steps are lit up to the first one that still wants an answer. */
function stepReached(findings: readonly FormFinding[]): number {
  const steps = findings.map(({ field, level }) => stepOf(level === 'question' ? 'reasons' : field));
  return Math.min(FORM_STEPS, ...steps);
}

function showsOf(shown: readonly QuestionId[]): Record<string, boolean> {
  const known = [...FORM_FIELDS.map(({ id }) => id), 'reasons'];
  return Object.fromEntries(known.map((id) => [id, shown.includes(id)]));
}

function shownErrors(findings: readonly FormFinding[], state: FormState): Record<string, string> {
  const errors: Record<string, string> = {};
  const { say } = state.language;
  for (const { id } of FORM_FIELDS) errors[id] = '';
  for (const { field, level, sentence } of findings) {
    const isShown = state.attempted || state.touched.includes(field);
    if (level === 'error' && isShown && (errors[field] ?? '') === '') errors[field] = say(sentence);
  }
  return errors;
}

function addLabel({ answers, language }: FormState): string {
  const { nextMember, addMember } = language.words.form;
  const listed = membersOf(answers).length;
  if (listed === 0 && peopleExpected(answers) === 0) return '';
  const left = peopleExpected(answers) - listed;
  return left > 0 ? nextMember(left) : addMember;
}

/** A plate that nobody has begun is not wrong: it is left out where the form goes on. */
function viewVehicles(
  { vehicles = [] }: Answers,
  errors: Readonly<Record<string, string>>,
): FormView['vehicles'] {
  return vehicles.map(({ plate, propertyMaySee }, index) => ({
    key: `plate-${index}`,
    plate,
    propertyMaySee: propertyMaySee ? [YES] : [],
    error: plate === '' ? '' : (errors[`vehicles.${index}`] ?? ''),
  }));
}
