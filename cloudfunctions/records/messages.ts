/** Puts an entry into a person's inbox, in the transaction of what it tells about. */
import type { MessageKind, MessageValues } from '@domain/inbox/message';
import { isReminder } from '@domain/inbox/message-template';
import { nextDaytime } from '@domain/inbox/reminder-limits';
import { addDays } from '@domain/kernel/calendar';
import type { ChangeContext } from '../kernel/context';
import type { MessageDocument } from '../repositories/documents';
import type { Place } from '../vault/envelope';
import type { Keyring } from '../vault/keys';
import { digestId } from '../vault/random-id';

const KEPT_DAYS = 180;

export interface Telling {
  readonly userId: string;
  readonly kind: MessageKind;
  readonly values: MessageValues;
  readonly link?: string;
  /** What it is about, where one change tells the same person of several. */
  readonly about?: string;
  /** The note is for this reader's eyes alone (a spoken code): it is stored sealed. */
  readonly isSecret?: boolean;
  /** It tells what its reader has just seen: it is kept, and brought by nobody. */
  readonly isRead?: boolean;
}

function secretPlace(id: string): Place {
  return { collection: 'messages', id, field: 'values' };
}

/** The values of a message for its reader, the secret among them. */
export function openValues(
  keyring: Keyring,
  { _id, values, sealedValues }: Pick<MessageDocument, '_id' | 'values' | 'sealedValues'>,
): MessageValues {
  if (sealedValues === undefined) return values;
  const { note } = JSON.parse(keyring.open(secretPlace(_id), sealedValues)) as { note: string };
  return { ...values, note };
}

type Teller = Pick<ChangeContext, 'idFor' | 'keyring' | 'now' | 'today'>;

/** The same change tells the same person once, however often it is repeated. */
export function tell(
  context: Teller & { readonly write: Pick<ChangeContext['write'], 'insert'> },
  telling: Telling,
): void {
  context.write.insert('messages', messageOf(context, telling));
}

function messageOf(
  context: Teller,
  { userId, kind, values, link = '', about, isSecret = false, isRead = false }: Telling,
): MessageDocument {
  const subject = about === undefined ? [values.place] : [values.place, about];
  const _id = digestId(context.idFor(`message.${kind}`), userId, ...subject);
  const place = secretPlace(_id);
  const { note, ...open } = values;
  return {
    _id,
    version: 1,
    userId,
    kind,
    values: isSecret || note === undefined ? open : { ...open, note },
    ...(isSecret ? { sealedValues: context.keyring.seal('content', place, JSON.stringify({ note })) } : {}),
    link,
    at: context.now,
    isRead,
    pushState: isRead ? 'none' : 'due',
    pushAt: isReminder(kind) ? nextDaytime(context.now) : context.now,
    pushes: 0,
    purgeOn: addDays(context.today, KEPT_DAYS),
  };
}

/** What a timer tells somebody about a subject: the same thing once, however often the timer runs. */
export function messageFromTimer(
  { keyring, now, today }: Pick<ChangeContext, 'keyring' | 'now' | 'today'>,
  subject: string,
  telling: Telling,
): MessageDocument {
  const idFor = (purpose: string): string => digestId('timer', subject, purpose);
  return messageOf({ idFor, keyring, now, today }, telling);
}
