// What an element is for somebody who hears the page: its role and its name. Runs in the page.

const ROLES: Readonly<Record<string, string>> = {
  BUTTON: 'button',
  SELECT: 'combobox',
  OPTION: 'option',
  TEXTAREA: 'textbox',
  INPUT: 'textbox',
  IMG: 'img',
};

/** Roles whose name is what they hold. */
const NAMED_BY_CONTENT = new Set(
  'button cell checkbox columnheader heading link menuitem option radio row rowheader switch tab'.split(' '),
);
/** Roles that hand on what they hold to the name of what they stand in. */
const HANDED_ON = new Set(['', 'list', 'listitem', 'none', 'presentation', 'region', 'paragraph', 'table']);

export function roleOf(element: Element): string {
  const [own = ''] = (element.getAttribute('role') ?? '').trim().split(/\s+/);
  return own === '' ? (ROLES[element.tagName] ?? '') : own;
}

/** Without the white space that nobody sees. */
export function plain(text: string): string {
  return text
    .replace(/[\u200b\u00ad]/g, '')
    .trim()
    .replace(/\s+/g, ' ');
}

export function isHeard(element: Element): boolean {
  return (
    element.closest('[aria-hidden="true"]') === null && element.checkVisibility({ visibilityProperty: true })
  );
}

/** The labels that the page gives an element outright; none where it has to be read. */
export function labelsOf(element: Element): string[] {
  const pointed = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id === '' ? null : document.getElementById(id)))
    .filter((one) => one !== null);
  if (pointed.length > 0) return pointed.map((one) => plain(one.textContent));
  const label = plain(element.getAttribute('aria-label') ?? '');
  if (label !== '') return [label];
  const { labels } = element as Partial<Pick<HTMLInputElement, 'labels'>>;
  return [...(labels ?? [])].map((one) => plain(one.textContent));
}

export function nameOf(element: Element): string {
  const given = labelsOf(element).join(' ');
  if (given !== '') return given;
  const held = NAMED_BY_CONTENT.has(roleOf(element)) ? plain(contentOf(element)) : '';
  return held === '' ? titleOf(element) : held;
}

function titleOf(element: Element): string {
  return plain(['alt', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? '').join(' '));
}

function contentOf(element: Element): string {
  const parts = [...element.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    return node instanceof Element ? heardInside(node) : '';
  });
  return [drawn(element, '::before'), ...parts, drawn(element, '::after')].join('');
}

function heardInside(element: Element): string {
  if (!isHeard(element)) return '';
  const given = labelsOf(element).join(' ');
  const role = roleOf(element);
  const isRead = NAMED_BY_CONTENT.has(role) || HANDED_ON.has(role);
  const text = given !== '' ? given : isRead ? contentOf(element) : titleOf(element);
  return getComputedStyle(element).display === 'inline' ? text : ` ${text} `;
}

/** The words that a sheet puts before or behind an element. */
function drawn(element: Element, place: '::before' | '::after'): string {
  const { content } = getComputedStyle(element, place);
  return /^"(.*)"$/.exec(content)?.[1] ?? '';
}
