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

export function formTiles(language: Language) {
  const { say } = language;
  const fields = FORM_FIELDS.filter(({ step }) => step > 0);
  return {
    fields: Object.fromEntries(
      fields.map(({ id, label, help }) => [id, { label: say(label), help: say(help) }]),
    ),
    ...tilesIn(language),
  };
}

/** A page that opened in Chinese speaks the language before it shows the form. */
export function speakFirst(page: { setData: (data: object) => void }, language: Language): void {
  if (language.id === CHINESE.id) return;
  page.setData(formWords(language));
  page.setData(formTiles(language));
}

/** The words above the page. */
export function nameForm({ isOthersPhone, language }: FormState): void {
  const { forOthers, title } = language.words.form;
  void wx.setNavigationBarTitle({ title: isOthersPhone === true ? forOthers : title });
}
