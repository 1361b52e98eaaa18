/** Where 下一步 and 上一步 lead: pure, so that every way through the form can be walked in a test. */
import { unsettledFindings } from '@domain/census/form-rules';
import { membersOf, peopleExpected, withNewMember } from '../../../services/household-answers';
import type { FormState } from './form-state';
import { currentQuestion, errorsOfQuestion, questionOfFinding } from './form.view';
import { memberQuestion, questionsOf, stepOf } from './questions';

export type Way =
  | { to: 'review' }
  | { to: 'question'; change: Partial<FormState> }
  /** Something is left to answer; `anchor` is where one scroll shows it. */
  | { to: 'finding'; change: Partial<FormState>; anchor: string };

/** 大字: a question is settled before the next one comes, and the counted people come one by one. */
export function wayOn(state: FormState, newKey: () => string): Way {
  if (!state.large) return wayToReview(state);
  const questions = questionsOf(state);
  const question = currentQuestion(state.question, questions);
  const errors = errorsOfQuestion({ ...state, question });
  if (errors.length > 0) {
    const touched = [...state.touched, ...errors.map(({ field }) => field)];
    return { to: 'finding', change: { question, touched }, anchor: anchorOfQuestion(question) };
  }
  const following = questions[questions.indexOf(question) + 1];
  if (isLastOfMember(question, following) && isShortOfPeople(state)) return wayToNewMember(state, newKey);
  if (following === undefined) return wayToReview(state);
  return { to: 'question', change: { question: following, touched: [] } };
}

export function wayBack(state: FormState): Partial<FormState> {
  const questions = questionsOf(state);
  return { question: questions[questions.indexOf(state.question) - 1] ?? questions[0] ?? '', touched: [] };
}

function wayToReview(state: FormState): Way {
  const findings = unsettledFindings(state.answers, state.rules);
  // Gaps before contradictions: a count that does not fit often mends itself with the last row.
  const first = findings.find(({ level }) => level === 'error') ?? findings[0];
  if (first === undefined) return { to: 'review' };
  const [root, key] = first.level === 'question' ? ['reasons'] : first.field.split('.');
  const isMember = root === 'members' && key !== undefined;
  return {
    to: 'finding',
    change: {
      attempted: true,
      question: questionOfFinding(first, questionsOf(state)),
      openKey: isMember ? key : state.openKey,
    },
    anchor: isMember ? anchorOfQuestion(first.field) : `#q-${root ?? ''}`,
  };
}

/** The review names a question; a person's line names the first one about that person. */
export function atQuestion(state: FormState | undefined, question: string): Partial<FormState> {
  if (state === undefined) return {};
  const key = memberQuestion(question)?.key;
  const questions = questionsOf(state);
  const isAbout = (one: string): boolean => key !== undefined && memberQuestion(one)?.key === key;
  const known = questions.find((one) => one === question) ?? questions.find(isAbout);
  return {
    question: known ?? question,
    openKey: key ?? state.openKey,
    showsExtras: state.showsExtras || stepOf(question) === 5,
  };
}

export function anchorOfQuestion(question: string): string {
  const member = memberQuestion(question);
  return member === undefined ? `#q-${question}` : `#member-${member.key}`;
}

function wayToNewMember({ answers }: FormState, newKey: () => string): Way {
  const longer = withNewMember(answers, newKey);
  const added = membersOf(longer)[membersOf(longer).length - 1];
  return {
    to: 'question',
    change: { answers: longer, question: `members.${added?.key ?? ''}.relation`, touched: [] },
  };
}

function isLastOfMember(question: string, following: string | undefined): boolean {
  const member = memberQuestion(question);
  return member !== undefined && member.key !== memberQuestion(following ?? '')?.key;
}

function isShortOfPeople({ answers }: FormState): boolean {
  return membersOf(answers).length < peopleExpected(answers);
}
