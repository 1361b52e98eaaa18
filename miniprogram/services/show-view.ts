/** Draws what changed between the view that is shown and the next one, in one setData, and ends the skeleton. */
import { changedPaths } from './changed-paths';

interface ViewPage<View> {
  shown: View | null;
  data: { waiting: boolean };
  setData(paths: Record<string, unknown>): void;
}

/** `more` goes along: other data of the page that changes in the same moment. */
export function showView<View>(page: ViewPage<View>, view: View, more: Record<string, unknown> = {}): void {
  const paths = { ...changedPaths('view', page.shown, view), ...more };
  page.shown = view;
  const all = page.data.waiting ? { ...paths, waiting: false } : paths;
  if (Object.keys(all).length > 0) page.setData(all);
}
