/** What the form asks back: a question for each contradiction, with ready answers and room for own words. */
import { checkForm } from '@domain/census/form-rules';
import { REASON_CHOICES, REASON_CHOICES_OTHERS } from '../../../messages/census';
import { withReason } from '../../../services/household-answers';
import type { FormState } from './form-state';
import { OWN_REASON, type Tile } from './tiles';

export interface ReasonView {
  code: string;
  sentence: string;
  tiles: readonly Tile[];
  value: string;
  isOwn: boolean;
  text: string;
}

export function viewReasons({ answers, rules, ownReasons, language }: FormState): ReasonView[] {
  const { words, say } = language;
  const questions = checkForm(answers, rules).filter(({ level }) => level === 'question');
  return questions.map(({ code, sentence }) => {
    const choices = REASON_CHOICES[code] ?? REASON_CHOICES_OTHERS;
    const text = answers.reasons?.[code] ?? '';
    const isOwn = ownReasons.includes(code) || (text !== '' && !choices.includes(text));
    // What is stored stays Chinese: the street reads it.
    const ready = choices.map((value) => ({ value, label: say(value) }));
    const tiles = [...ready, { value: OWN_REASON, label: words.form.ownReason }];
    return {
      code,
      sentence: say(sentence),
      tiles,
      value: isOwn ? OWN_REASON : text,
      isOwn,
      text: isOwn ? text : '',
    };
  });
}

/** A ready answer, or '' for one's own words, which then have their field. */
export function withGivenReason(
  { answers, ownReasons }: FormState,
  { code, reason }: { code: string; reason: string },
): Partial<FormState> {
  const others = ownReasons.filter((one) => one !== code);
  return {
    answers: withReason(answers, code, reason),
    ownReasons: reason === '' ? [...others, code] : others,
  };
}
