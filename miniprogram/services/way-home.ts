/**
 * Who wants to take part and has no home here yet: the way to one; or, where the phone keeps the receipt of a form that waits for
 * the worker, that it was handed in.
 */
import { WAY_HOME_WORDS } from '../messages/way-home';
import { formInHand } from './outbox-entry';
import { outboxEntries } from './outbox';

export interface WayHome {
  readonly sentence: string;
  readonly detail: string;
  readonly action: string;
  /** The form that waits; '' where nothing was handed in. */
  readonly opId: string;
}

/** `lacking`: what the page says to somebody who has handed in nothing. */
export async function wayHome(lacking: Pick<WayHome, 'sentence' | 'detail'>): Promise<WayHome> {
  const { register, handedIn, handedInDetail, toReceipt } = WAY_HOME_WORDS;
  const form = formInHand(await outboxEntries());
  if (form === undefined) return { ...lacking, action: register, opId: '' };
  return { sentence: handedIn, detail: handedInDetail, action: toReceipt, opId: form.opId };
}

export function goHome({ opId }: Pick<WayHome, 'opId'>): void {
  if (opId === '') void wx.switchTab({ url: '/pages/census/entry/entry' });
  else void wx.navigateTo({ url: `/pages/census/done/done?op=${opId}` });
}
