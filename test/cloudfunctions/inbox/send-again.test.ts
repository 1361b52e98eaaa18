/** What the sending does when WeChat does not answer, against a store that keeps documents in memory. */
import type { SystemContext } from '../../../cloudfunctions/kernel/context';
import type { Change, Store, Stored, Transaction } from '../../../cloudfunctions/kernel/store';
import { sendMessages } from '../../../cloudfunctions/functions/inbox/send-messages';
import type { MessagesPort, Push } from '../../../cloudfunctions/ports/messages';
import type { GrantDocument, MessageDocument } from '../../../cloudfunctions/repositories/documents';

const NOW = Date.parse('2026-03-10T01:00:00Z');
const HOUR_MS = 3_600_000;

class Memory {
  readonly rows = new Map<string, Stored>();

  readonly store = {
    search: async () => this.messages().filter(({ pushState }) => ['due', 'sending'].includes(pushState)),
    patchWhere: async (_name: string, { _id }: { _id: string }, change: Change) => {
      this.patch(_id, change);
      return 1;
    },
    transact: async <T>(work: (transaction: Transaction) => Promise<T>) => work(this.transaction),
  } as unknown as Store;

  private readonly transaction = {
    find: async (_name: string, id: string) => this.rows.get(id),
    patch: async (_name: string, id: string, change: Change) => this.patch(id, change),
    replace: async (_name: string, document: Stored) => void this.rows.set(document._id, document),
  } as unknown as Transaction;

  message(id: string): MessageDocument {
    return this.rows.get(id) as MessageDocument;
  }

  tally(): unknown {
    return (this.rows.get('user') as GrantDocument).templates.reviewResult;
  }

  private messages(): MessageDocument[] {
    return [...this.rows.values()].filter((row): row is MessageDocument => 'pushState' in row);
  }

  private patch(id: string, change: Change): void {
    this.rows.set(id, { ...this.rows.get(id), ...change } as Stored);
  }
}

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  const templates = { reviewResult: { granted: 2, sent: 0 } };
  memory.rows.set('user', { _id: 'user', version: 1, sealedReader: '', templates } as GrantDocument);
  for (const _id of ['first', 'second']) memory.rows.set(_id, messageOf(_id));
});

function messageOf(_id: string): MessageDocument {
  return {
    _id,
    version: 1,
    userId: 'user',
    kind: 'formConfirmed',
    values: { place: '苹果花园 3-2-502' },
    link: '',
    at: NOW,
    isRead: false,
    pushState: 'due',
    pushAt: NOW,
    pushes: 0,
    purgeOn: '2026-09-06',
  };
}

function portOf(answer: (push: Push) => Promise<'sent' | 'refused'>): { keys: string[]; port: MessagesPort } {
  const keys: string[] = [];
  const send = (push: Push): Promise<'sent' | 'refused'> => {
    keys.push(push.key);
    return answer(push);
  };
  return { keys, port: { carries: () => true, send } };
}

function run(port: MessagesPort, now = NOW): Promise<void> {
  const context = { now, store: memory.store, elapsed: () => 0 } as unknown as SystemContext;
  return sendMessages(context, port);
}

const lost = (): Promise<'sent'> => Promise.reject(new Error('no answer'));

describe('a message without an answer', () => {
  it('keeps no other from going, and the run says that it failed', async () => {
    const { keys, port } = portOf(({ key }) => (key === 'first' ? lost() : Promise.resolve('sent')));

    await expect(run(port)).rejects.toThrow('no answer');

    expect(keys).toEqual(['first', 'second']);
    expect(memory.message('first').pushState).toBe('sending');
    expect(memory.message('second').pushState).toBe('sent');
    expect(memory.tally()).toEqual({ granted: 2, sent: 2 });
  });

  it('is sent again under its own key after a pause that grows, on the same permission', async () => {
    memory.rows.delete('second');
    const { keys, port } = portOf(lost);

    await expect(run(port)).rejects.toThrow();
    await run(port, NOW + 60_000);
    await expect(run(port, NOW + 2 * 60_000)).rejects.toThrow();

    expect(keys).toEqual(['first', 'first']);
    expect(memory.message('first')).toMatchObject({ pushes: 2, pushAt: NOW + 7 * 60_000 });
    expect(memory.tally()).toEqual({ granted: 2, sent: 1 });
  });

  it('is given up after a day, and its permission is given back', async () => {
    memory.rows.delete('second');
    await expect(run(portOf(lost).port)).rejects.toThrow();
    const { keys, port } = portOf(lost);

    await run(port, NOW + 24 * HOUR_MS);

    expect(keys).toEqual([]);
    expect(memory.message('first').pushState).toBe('none');
    expect(memory.tally()).toEqual({ granted: 2, sent: 0 });
  });
});

describe('a message that WeChat refuses', () => {
  it('stands in the inbox alone, and the ledger learns that nothing is left', async () => {
    const { keys, port } = portOf(() => Promise.resolve('refused'));

    await run(port);

    expect(keys).toEqual(['first']);
    expect(memory.message('first').pushState).toBe('none');
    expect(memory.message('second').pushState).toBe('none');
    expect(memory.tally()).toEqual({ granted: 2, sent: 2 });
  });
});
