/** Full-width forms (！ to ～, the ideographic blank) as their half-width twins; Chinese characters stay as they are. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** Half width, no blanks at the ends, one blank where there were several (the non-breaking one included). */
export function plainText(text: string): string {
  return halfWidth(text)
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}

/** The text without any blank. */
export function withoutBlanks(text: string): string {
  return plainText(text).replace(/ /g, '');
}

/** The text without blanks and marks between its characters, for finding words that somebody pulled apart. */
export function joinedText(text: string): string {
  return text.replace(/[\s\u200b-\u200d\ufeff·.。,，、*_\-~/|]/g, '');
}

/** Prose as it was written, full width and all: no blanks at the ends, one where there were several. */
export function tidyProse(text: string): string {
  return text.replace(/[\s\u00a0\u200b\u3000\ufeff]+/g, ' ').trim();
}
