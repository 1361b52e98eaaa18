/**
 * Every minute: what stands in inboxes goes to WeChat as far as people allowed it. A message first takes one permission of the
 * ledger and a time before which nobody else tries it, in one transaction; then it is sent, at least once, under its own key.
 * Without an answer it is tried again for a day, and the permission is given back where it never went out.
 */
import { MESSAGES } from '@domain/inbox/message';
import { TEMPLATE_OF, type MessageTemplate } from '@domain/inbox/message-template';
import type { SystemContext } from '../../kernel/context';
import { TransactionConflict, type Change, type Transaction } from '../../kernel/store';
import type { MessagesPort } from '../../ports/messages';
import { findGrants, leftOf, readerPlace, withSent } from '../../records/grants';
import type { GrantDocument, MessageDocument } from '../../repositories/documents';
import { dueMessages, findMessage } from '../../repositories/messages';

const MINUTE_MS = 60_000;
const RUN_MS = 40_000;
const GIVEN_UP_MS = 24 * 60 * MINUTE_MS;
/** Minutes before the next attempt; the last one stays. */
const PAUSES = [2, 5, 15, 60] as const;

interface Claimed {
  readonly message: MessageDocument;
  readonly template: MessageTemplate;
  readonly grants: GrantDocument;
}

function pauseMs(pushes: number): number {
  return (PAUSES[Math.min(pushes, PAUSES.length - 1)] ?? 60) * MINUTE_MS;
}

/** What becomes of a message whose time has come: it goes out, or it is over and stands in the inbox alone. */
function nextStep(
  message: MessageDocument,
  left: number,
  { now, carries }: { readonly now: number; readonly carries: boolean },
): 'send' | 'sendAgain' | 'over' | 'giveUp' {
  const isOld = now - message.at >= GIVEN_UP_MS;
  if (message.pushState === 'sending') return isOld ? 'giveUp' : 'sendAgain';
  return isOld || message.isRead || !carries || left <= 0 ? 'over' : 'send';
}

/** What a step does to the ledger. */
const LEDGER = { send: 'spent', giveUp: 'returned', over: undefined, sendAgain: undefined } as const;

function changeFor(step: ReturnType<typeof nextStep>, { pushes }: MessageDocument, now: number): Change {
  if (step === 'over' || step === 'giveUp') return { pushState: 'none' };
  return { pushState: 'sending', pushAt: now + pauseMs(pushes), pushes: pushes + 1 };
}

function isDue(message: MessageDocument | undefined, now: number): message is MessageDocument {
  if (message === undefined || message.pushAt > now) return false;
  return message.pushState === 'due' || message.pushState === 'sending';
}

async function patchMessage(
  transaction: Transaction,
  { _id, version }: MessageDocument,
  change: Change,
): Promise<void> {
  await transaction.patch('messages', _id, { ...change, version: version + 1 });
}

/** Takes a message for this run; undefined where somebody else has it or it is over. */
async function claim(context: SystemContext, port: MessagesPort, id: string): Promise<Claimed | undefined> {
  const { now, store } = context;
  return store.transact(async (transaction) => {
    const message = await findMessage(transaction, id);
    if (!isDue(message, now)) return undefined;
    const template = TEMPLATE_OF[message.kind];
    const grants = await findGrants(transaction, message.userId);
    const step = nextStep(message, leftOf(grants, template), { now, carries: port.carries(template) });
    const effect = LEDGER[step];
    if (grants !== undefined && effect !== undefined) {
      await transaction.replace('grants', withSent(grants, template, effect));
    }
    await patchMessage(transaction, message, changeFor(step, message, now));
    const goesOut = step === 'send' || step === 'sendAgain';
    return goesOut && grants !== undefined ? { message, template, grants } : undefined;
  });
}

/** The platform knows of no permission: the ledger has counted more than there was. */
async function noteRefusal(context: SystemContext, { message, template }: Claimed): Promise<void> {
  await context.store.transact(async (transaction) => {
    const [stored, grants] = [
      await findMessage(transaction, message._id),
      await findGrants(transaction, message.userId),
    ];
    if (stored?.pushState !== 'sending' || grants === undefined) return;
    await transaction.replace('grants', withSent(grants, template, 'gone'));
    await patchMessage(transaction, stored, { pushState: 'none' });
  });
}

async function push(context: SystemContext, port: MessagesPort, id: string): Promise<void> {
  const claimed = await claim(context, port, id);
  if (claimed === undefined) return;
  const { message, template, grants } = claimed;
  const outcome = await port.send({
    key: message._id,
    userId: message.userId,
    openid: () => context.keyring.open(readerPlace(message.userId), grants.sealedReader),
    template,
    title: MESSAGES[message.kind].title,
    at: message.at,
  });
  if (outcome === 'refused') await noteRefusal(context, claimed);
  else {
    await context.store.patchWhere(
      'messages',
      { _id: message._id, pushState: 'sending' },
      { pushState: 'sent' },
    );
  }
}

/** One message that fails waits for its next attempt and keeps no other from going; the run then says that it failed. */
export async function sendMessages(context: SystemContext, port: MessagesPort): Promise<void> {
  let failure: unknown;
  for (const { _id } of await dueMessages(context.store, context.now)) {
    if (context.elapsed() > RUN_MS) break;
    try {
      await push(context, port, _id);
    } catch (error) {
      // Somebody else has just taken it, or its person has just allowed another one: the next minute finds it as it is.
      if (!(error instanceof TransactionConflict)) failure = error;
    }
  }
  if (failure !== undefined) throw failure as Error;
}
