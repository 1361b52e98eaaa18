/** The code on the screen of whoever vouches: six digits of the activity, of the half minute, and of its holder. */
import { timingSafeEqual } from 'node:crypto';
import { codeWindow } from '@domain/activity/attendance';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import type { ActivityDocument } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';

const DIGITS = 6;
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const MIXED = 8;

interface Shown {
  readonly activityId: string;
  readonly holderId: string;
  readonly window: number;
}

export function codeOf(keyring: Pick<Keyring, 'digestOf'>, { activityId, holderId, window }: Shown): string {
  const digest = keyring.digestOf('activityCode', `${activityId}|${holderId}|${window}`);
  const number = Array.from(digest.slice(0, MIXED)).reduce(
    (sum, letter) => sum * 32 + LETTERS.indexOf(letter),
    0,
  );
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

/**
 * Who holds the code that was typed: it is of this half minute or the last one, and never the caller's own. Throws EXPIRED for any
 * other.
 */
export function holderOf(
  { caller, keyring, now }: Pick<ChangeContext, 'caller' | 'keyring' | 'now'>,
  { _id, desk }: ActivityDocument,
  code: string,
): string {
  const windows = [codeWindow(now), codeWindow(now) - 1];
  const holder = desk
    .filter((userId) => userId !== caller.userId)
    .find((holderId) =>
      windows.some((window) => isSame(code, codeOf(keyring, { activityId: _id, holderId, window }))),
    );
  if (holder === undefined) {
    throw new Problem('EXPIRED', { sentence: '签到码不对或过了时间，请看组织人手机上的新码' });
  }
  return holder;
}
