/** How many people, where anybody may read it: one to nine are not told apart, and more is rounded to five. */
export function publishedCount(count: number): string {
  if (count <= 0) return '0';
  if (count < 10) return '<10';
  return String(Math.round(count / 5) * 5);
}
