/**
 * Which language the household form speaks on this phone. Chinese is always there; another one is fetched when somebody asks for
 * it, and where it cannot be fetched the form goes on in Chinese. A further language is one table and one line here.
 */
import { CHINESE, type Language } from '../messages/language';
import { loadSettings, saveSettings } from './settings';

interface Offer {
  id: string;
  /** In the language itself, for those who read no other. */
  name: string;
  fetch: () => Promise<Language>;
}

const CHINESE_OFFER: Offer = { id: CHINESE.id, name: '中文', fetch: () => Promise.resolve(CHINESE) };
const OFFERS: readonly Offer[] = [
  CHINESE_OFFER,
  {
    id: 'en',
    name: 'English',
    fetch: async () => (await import('../packages/home/languages/english')).ENGLISH,
  },
];

let spoken = CHINESE;

export async function currentLanguage(): Promise<Language> {
  const { language } = await loadSettings();
  const offer = OFFERS.find(({ id }) => id === language) ?? CHINESE_OFFER;
  if (offer.id !== spoken.id) spoken = await offer.fetch().catch(() => CHINESE);
  return spoken;
}

/** Words of the switch: the name of the language it leads to, and what a screen reader says. */
export function switchWords({ id, words }: Language): { other: string; switchTo: string } {
  const { name } = followerOf(id);
  return { other: name, switchTo: words.switchTo(name) };
}

/** The next language, kept for this phone; the present one where the next cannot be fetched. */
export async function switchLanguage(): Promise<Language> {
  const { id, name, fetch } = followerOf(spoken.id);
  try {
    spoken = await fetch();
    await saveSettings({ language: id });
  } catch {
    void wx.showToast({ icon: 'none', title: `${name}: no network · 现在没网，连上再换` });
  }
  return spoken;
}

/** What a page shows beside its view: its own words and those of its components. */
export function pageTexts({ words: { parts } }: Language, words: object) {
  return { words: shownWords(words), parts };
}

/** The same for a page that opened in Chinese and has those already; the bar above the page follows. */
export function otherTexts(
  language: Language,
  words: { readonly title: string },
): Partial<ReturnType<typeof pageTexts>> {
  if (language.id === CHINESE.id) return {};
  void wx.setNavigationBarTitle({ title: words.title });
  return pageTexts(language, words);
}

/** What a page may show as it is: texts, without the ones that have holes. */
export function shownWords(words: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(words).filter(([, text]) => typeof text !== 'function'));
}

function followerOf(id: string): Offer {
  const at = OFFERS.findIndex((offer) => offer.id === id);
  return OFFERS[(at + 1) % OFFERS.length] ?? CHINESE_OFFER;
}
