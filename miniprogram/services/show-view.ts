/** Draws what changed between the view that is shown and the next one, in one setData, and ends the skeleton. */
import { changedPaths } from './changed-paths';

interface ViewPage<View> {
  shown: View | null;
  /** A page that waits has `waiting`. */
  data: object;
  setData(paths: Record<string, unknown>): void;
}

/** `more` goes along: other data of the page that changes in the same moment. */
export function showView<View>(page: ViewPage<View>, view: View, more: Record<string, unknown> = {}): void {
  const paths = { ...changedPaths('view', page.shown, view), ...more };
  page.shown = view;
  const isWaiting = 'waiting' in page.data && page.data.waiting === true;
  const all = isWaiting ? { ...paths, waiting: false } : paths;
  if (Object.keys(all).length > 0) page.setData(all);
}
