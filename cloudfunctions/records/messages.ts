/** Puts an entry into a person's inbox, in the transaction of what it tells about. */
import type { MessageKind, MessageValues } from '@domain/inbox/message';
import { addDays } from '@domain/kernel/calendar';
import type { ChangeContext } from '../kernel/context';
import type { MessageDocument } from '../repositories/documents';
import { digestId } from '../vault/random-id';

const KEPT_DAYS = 180;

export interface Telling {
  readonly userId: string;
  readonly kind: MessageKind;
  readonly values: MessageValues;
  readonly link?: string;
  /** The note is for this reader's eyes alone (a spoken code): it is stored sealed. */
  readonly isSecret?: boolean;
}

/** The same change tells the same person once, however often it is repeated. */
export function tell(
  context: Pick<ChangeContext, 'idFor' | 'keyring' | 'now' | 'today' | 'write'>,
  { userId, kind, values, link = '', isSecret = false }: Telling,
): void {
  const _id = digestId(context.idFor(`message.${kind}`), userId, values.place);
  const place = { collection: 'messages', id: _id, field: 'values' };
  const { note, ...open } = values;
  const message: MessageDocument = {
    _id,
    version: 1,
    userId,
    kind,
    values: isSecret || note === undefined ? open : { ...open, note },
    ...(isSecret ? { sealedValues: context.keyring.seal('content', place, JSON.stringify({ note })) } : {}),
    link,
    at: context.now,
    isRead: false,
    pushState: 'due',
    purgeOn: addDays(context.today, KEPT_DAYS),
  };
  context.write.insert('messages', message);
}
