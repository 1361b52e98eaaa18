const LENGTH_MAX = 31;
const FORBIDDEN = /[\\/?*[\]:]/g;

/** Names as Excel accepts them, one for each wanted name, in order: allowed characters, 31 at most, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((text) => {
    const name = freeName(allowed(text), taken);
    taken.add(name.toLowerCase());
    return name;
  });
}

function allowed(text: string): string {
  const plain = Array.from(text, (character) => (character < ' ' ? ' ' : character))
    .join('')
    .replace(FORBIDDEN, '-')
    .trim()
    .replace(/^'+|'+$/g, '');
  // Excel keeps the name History for itself.
  return plain === '' || plain.toLowerCase() === 'history' ? '表' : cut(plain, LENGTH_MAX);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`;
    const candidate = cut(name, LENGTH_MAX - ending.length) + ending;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** At most so many UTF-16 units, never half of a surrogate pair. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
