/** A colleague's proposal to close a wish without its beneficiary: it stands for a day. */
import type { WishDocument } from '../../repositories/documents';

const AGREED_WITHIN_MS = 24 * 3_600_000;

/** Undefined where nobody proposed, or nobody agreed in time. */
export function openProposal(
  { closing }: Pick<WishDocument, 'closing'>,
  now: number,
): WishDocument['closing'] {
  return closing !== undefined && now - closing.at < AGREED_WITHIN_MS ? closing : undefined;
}
