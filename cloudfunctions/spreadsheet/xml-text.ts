/** Excel cuts, and other readers refuse, longer cells. */
const CELL_LENGTH_MAX = 32_767;

/** One look decides for nearly every cell that nothing has to be done. */
const SPECIAL = /[&<>"_]|[^ -\ud7ff\ue000-\ufffd]/;
/** `_x000D_` in a cell means a character to Excel; the underscore is written as such a mark itself. */
const EXCEL_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** The text of a cell for XML. What a person typed stays text: inline strings are never taken for formulas. */
export function cellText(text: string): string {
  const cut = text.length > CELL_LENGTH_MAX ? text.slice(0, CELL_LENGTH_MAX) : text;
  return SPECIAL.test(cut) ? xmlText(cut).replace(EXCEL_ESCAPE, '_x005F_') : cut;
}

/** Text for an element or an attribute in double quotes. */
export function xmlText(text: string): string {
  return writable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** True where XML readers would drop blanks unless told to keep them. */
export function needsSpaceKept(text: string): boolean {
  return /^\s|\s$|\n|\s\s/.test(text);
}

/** Without the control characters and half surrogates that no XML document can hold; one kind of line end. */
function writable(text: string): string {
  return Array.from(text.replace(/\r\n?/g, '\n')).filter(isWritable).join('');
}

function isWritable(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return character === '\n' || character === '\t';
  return point < 0xd800 || (point > 0xdfff && point !== 0xfffe && point !== 0xffff);
}
