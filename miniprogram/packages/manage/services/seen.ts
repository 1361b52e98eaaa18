/** A text of the office as residents see it, for the pages on which it is written. */

export interface Seen {
  readonly mark: string;
  readonly title: string;
  readonly from: string;
  readonly parts: readonly {
    readonly key: string;
    readonly label: string;
    readonly lines: readonly string[];
  }[];
  readonly body: string;
  readonly foot: string;
}

export const NOTHING_SEEN: Seen = { mark: '', title: '', from: '', parts: [], body: '', foot: '' };

/** From here on a list has a pane beside it, as in layout.wxss. */
const PANES_FROM = 800;

/** Whether there is room beside the list: elsewhere nothing is asked for that nobody would see. */
export function hasPanes(): boolean {
  return wx.getWindowInfo().windowWidth >= PANES_FROM;
}

/** Whoever writes knows what is not there yet by the form; residents' pages show nothing in its place. */
export function written(parts: Seen['parts']): Seen['parts'] {
  return parts
    .map((part) => ({ ...part, lines: part.lines.filter((line) => line !== '') }))
    .filter(({ lines }) => lines.length > 0);
}
