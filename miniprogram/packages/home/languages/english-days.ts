/** A day in English words. */
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The day first, the month in words. */
export function dayIn(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
