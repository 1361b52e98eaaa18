/** What the code on an organiser's screen says to a camera: the activity, and the six digits of the half minute. */
const SHOWN = /^E\.([^.]{1,40})\.(\d{6})$/;

export interface ShownCode {
  readonly activityId: string;
  readonly code: string;
}

export function textOfCode({ activityId, code }: ShownCode): string {
  return `E.${activityId}.${code}`;
}

/** The digits in a scanned text; undefined where it is the code of something else. */
export function digitsIn(text: string, activityId: string): string | undefined {
  const [, id, digits] = SHOWN.exec(text.trim()) ?? [];
  return id === activityId ? digits : undefined;
}
