/** Where a person stands in the form: the answers, and what is open on the screen. */
import type { QuestionVoices } from '../../../deployment';
import { CHINESE, type Language } from '../../../messages/language';
import { membersOf, type Answers } from '../../../services/household-answers';
import { memberQuestion, type Asked, type QuestionId } from './questions';

export interface FormState extends Asked {
  /** The question on the screen in 大字. */
  question: QuestionId;
  /** Key of the row that stands open; '' is none. */
  openKey: string;
  /** Fields the person has left; their errors are shown. */
  touched: readonly string[];
  /** The person wanted to go on: every error is shown. */
  attempted: boolean;
  /** The optional questions of one scroll stand open. */
  showsExtras: boolean;
  showsAllUseStates: boolean;
  asksOwner: boolean;
  /** A neighbour, a worker or a child far away fills: the number of this WeChat is not the household's. */
  isOthersPhone?: boolean;
  /** Codes of questions that the person answers in own words. */
  ownReasons: readonly string[];
  language: Language;
  /** What the deployment has recorded of the questions. */
  voices?: QuestionVoices;
}

/** How a form opens: at its question, with the first person who still lacks an answer. */
export function firstState(
  answers: Answers,
  where: Pick<FormState, 'rules' | 'large' | 'question' | 'isOthersPhone' | 'voices'> & {
    language?: Language;
  },
): FormState {
  const waiting = membersOf(answers).find(({ gender }) => gender === undefined);
  return {
    language: CHINESE,
    ...where,
    answers,
    openKey: memberQuestion(where.question)?.key ?? waiting?.key ?? '',
    touched: [],
    attempted: false,
    showsExtras: hasExtras(answers),
    showsAllUseStates: false,
    asksOwner: false,
    ownReasons: [],
  };
}

function hasExtras({ vehicles = [], care = [], suggestion = '', volunteer, contactOk }: Answers): boolean {
  return [vehicles.length, care.length, suggestion, volunteer, contactOk].some(Boolean);
}
