/** The number on printed paper. */
import type { ChangeContext } from '../../kernel/context';
import { findArea } from '../../repositories/frame';

/** The community answers the phone on its own doors; the street does where a community has none. */
export async function phoneFor(context: ChangeContext, communityId: string): Promise<string> {
  const community = await findArea(context.store, communityId);
  const own = community?.publicPhone ?? '';
  return own === '' ? (await context.campaign()).publicPhone : own;
}
