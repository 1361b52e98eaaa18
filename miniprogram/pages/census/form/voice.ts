/** Which recording reads a question of the form aloud: one a field of the form's one description, named as the field is. */
import { formPathOf } from '@domain/census/form-draft';
import { CHINESE } from '../../../messages/language';
import { canSpeak } from '../../../services/speech';
import type { FormState } from './form-state';
import { memberQuestion, type QuestionId } from './questions';

/** What a landlord is asked in other words. */
const OF_LANDLORDS: readonly QuestionId[] = ['phone', 'liveCount'];

/** The name of the recording; '' for a question that nobody can have recorded. */
export function recordingOf(
  question: QuestionId,
  { answers, rules, isOthersPhone }: Pick<FormState, 'answers' | 'rules' | 'isOthersPhone'>,
): string {
  const member = memberQuestion(question);
  if (member?.field === 'id') return rules.idNumberMode === 'full' ? 'idNumber' : 'idLast4';
  if (member !== undefined) return member.field;
  // Asked back in the words of what does not fit; asked of whoever fills for others in other words.
  if (question === 'reasons' || (question === 'fillRole' && isOthersPhone === true)) return '';
  const isOfLandlords = OF_LANDLORDS.includes(question) && formPathOf(answers) === 'landlord';
  return isOfLandlords ? `${question}-landlord` : question;
}

/** Its address, or '': in one scroll nothing is read, and a Chinese voice reads Chinese words only. */
export function voiceOf(question: QuestionId, state: FormState): string {
  const { large, language, voices } = state;
  const name = recordingOf(question, state);
  if (!large || language.id !== CHINESE.id || voices?.recorded.includes(name) !== true) return '';
  const voice = `${voices.folder}/${name}.mp3`;
  return canSpeak(voice) ? voice : '';
}
