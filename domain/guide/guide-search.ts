/** Finding a guide by its words, by what people call it, or by the first letters of its sounds: 居住 or jzzm. */
export interface Searched {
  readonly title: string;
  readonly keywords: readonly string[];
  /** First letters of the title and of each keyword, as the cloud computed them. */
  readonly initials: readonly string[];
}

/** Best first: the title begins with it, holds it, a keyword does, the letters do. The order of a rank is the list's own. */
export function searchGuides<Guide extends Searched>(guides: readonly Guide[], query: string): Guide[] {
  const words = query.trim().toLowerCase();
  if (words === '') return [...guides];
  const ranked = guides.map((guide) => ({ guide, rank: rankOf(guide, words) }));
  return ranked
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((left, right) => left.rank - right.rank)
    .map(({ guide }) => guide);
}

const NOT_FOUND = 5;

function rankOf({ title, keywords, initials }: Searched, words: string): number {
  const place = title.toLowerCase().indexOf(words);
  if (place === 0) return 0;
  if (place > 0) return 1;
  if (keywords.some((keyword) => keyword.toLowerCase().includes(words))) return 2;
  const letters = words.toUpperCase();
  if (initials.some((one) => one.startsWith(letters))) return 3;
  return initials.some((one) => one.includes(letters)) ? 4 : NOT_FOUND;
}
