/** What of the form only the language decides: in two halves, because one drawing stays small. */
import { FORM_FIELDS } from '@domain/census/form-fields';
import { CHINESE, type Language } from '../../../messages/language';
import { shownWords, switchWords } from '../../../services/language';
import type { FormState } from './form-state';
import { tilesIn } from './tiles';

export function formWords(language: Language) {
  const { form, tenancy, parts } = language.words;
  return { words: shownWords(form), tenancyWords: shownWords(tenancy), parts, ...switchWords(language) };
}

export function formTiles(language: Language, filler: Filler = {}) {
  const { say, words } = language;
  const isOthersPhone = filler.isOthersPhone === true;
  const fields = FORM_FIELDS.filter(({ step }) => step > 0).map(({ id, label, help }) => [
    id,
    // A worker who corrects what a household filled is not the one who is asked for: 您是 would mean the worker.
    { label: isOthersPhone && id === 'fillRole' ? words.form.filler : say(label), help: say(help) },
  ]);
  return {
    fields: Object.fromEntries(fields) as Record<string, { label: string; help: string }>,
    ...tilesIn(language, { isOthersPhone, isAloud: isOthersPhone && !isFamilyFiller(filler) }),
  };
}

/** Who fills: of the own household nobody says it. */
type Filler = Partial<Pick<FormState, 'isOthersPhone' | 'answers' | 'rules'>>;

const FAMILY_FILLS = 2;

/** A child far away, who speaks for the parents; anybody else who fills for others hears them speak. */
function isFamilyFiller({ answers, rules }: Filler): boolean {
  return rules?.asksHelper === true && answers?.fillRole === FAMILY_FILLS;
}

/** A page that opened in Chinese, for the household's own hand, speaks as it should before it shows the form. */
export function speakFirst(
  page: { setData: (data: object) => void },
  language: Language,
  filler: Filler = {},
): void {
  if (language.id !== CHINESE.id) page.setData(formWords(language));
  if (language.id !== CHINESE.id || filler.isOthersPhone === true) page.setData(formTiles(language, filler));
}

/** The words above the page: of the own home, of the parents far away, of a neighbour. */
export function nameForm(state: FormState): void {
  const { forFamily, forOthers, title } = state.language.words.form;
  const ofOthers = isFamilyFiller(state) ? forFamily : forOthers;
  void wx.setNavigationBarTitle({ title: state.isOthersPhone === true ? ofOthers : title });
}
