// The icons are drawn one by one; on the phone they are one picture, because each alone repeats the frame around its path.
import postcss, { type Declaration } from 'postcss';

/** Height of a drawing in its own units. */
const GRID = 24;
const DRAWING = /^url\("(data:image\/svg\+xml,%3Csvg .*?%3E)((?:%3Cpath .*?\/%3E)+)%3C\/svg%3E"\)$/;
const FRAME = `viewBox='0 0 ${String(GRID)} ${String(GRID)}'`;

/**
 * Puts the drawings of `--icon` below each other into one picture, `--icons`, and lets each class name its place in it.
 * Throws when a drawing has another frame than the first, or is made of more than paths: it would be shown wrongly.
 */
export function shareIconPicture(sheet: string): string {
  const root = postcss.parse(sheet);
  const icons: Declaration[] = [];
  root.walkDecls('--icon', (declaration) => {
    icons.push(declaration);
  });
  if (icons.length < 2) return sheet;
  const drawings = icons.map(({ value }) => DRAWING.exec(value) ?? []);
  const [, frame = ''] = drawings[0] ?? [];
  const odd = icons.find((_, index) => drawings[index]?.[1] !== frame || !frame.includes(FRAME));
  if (odd !== undefined) throw new Error(`an icon needs the frame of the others: ${odd.value.slice(0, 200)}`);

  const height = String(GRID * icons.length);
  const tall = frame.replace(
    FRAME,
    `width='${String(GRID)}' height='${height}' viewBox='0 0 ${String(GRID)} ${height}'`,
  );
  const rows = drawings.map(([, , inner = ''], index) =>
    inner.replaceAll('%3Cpath ', `%3Cpath transform='translate(0 ${String(GRID * index)})' `),
  );
  icons.forEach((icon, index) => {
    icon.value = `${((100 * index) / (icons.length - 1)).toFixed(2)}%`;
  });
  root.walkDecls(/mask$/, (mask) => {
    mask.value = mask.value.replace('var(--icon) center / contain', 'var(--icons) 0 var(--icon) / 100% auto');
  });
  return `page{--icons:url("${tall}${rows.join('')}%3C/svg%3E")}${root.toString()}`;
}
