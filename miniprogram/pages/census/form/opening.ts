/** What a form opens with: the draft, where its person stands in it, and how this phone shows it. */
import { QUESTION_VOICES } from '../../../deployment';
import { currentLook } from '../../../services/appearance';
import { draftToFill } from '../../../services/drafts';
import { formRulesOf } from '../../../services/form-rules';
import { currentLanguage } from '../../../services/language';
import { knownSession } from '../../../services/session';
import { firstState } from './form-state';

export async function openForm(door: string) {
  const [draft, session, look, language] = await Promise.all([
    draftToFill(door),
    knownSession(),
    currentLook(),
    currentLanguage(),
  ]);
  if (draft === undefined) return { look, language };
  const { answers, question, plate, visit, aloudUntil } = draft;
  const rules = formRulesOf(session.campaign, draft);
  const isOthersPhone = visit !== undefined || aloudUntil !== undefined || rules.asksHelper === true;
  return {
    look,
    language,
    plate,
    phone: session.campaign?.publicPhone ?? '',
    draft,
    state: firstState(answers, {
      rules,
      large: look.large,
      question,
      isOthersPhone,
      language,
      voices: QUESTION_VOICES,
    }),
  };
}
