/**
 * WeChat's message to one person. Two adapters: the platform's subscribe message, and an outbox, which is all there is where
 * the deployment allows test numbers (D28). What goes out is a title from the catalogue and a time, whatever the message says:
 * a lock screen is read by others.
 */
import { MESSAGE_TEMPLATES, type MessageTemplate } from '@domain/inbox/message-template';
import { addDays } from '@domain/kernel/calendar';
import { dayOf, momentWords } from '@domain/kernel/day';
import { DuplicateKey, type Store } from '../kernel/store';
import type { OutboxDocument } from '../repositories/documents';

export interface Push {
  /** The message's own: the same key is the same message, however often it is sent. */
  readonly key: string;
  readonly userId: string;
  /** Opens the platform's name of the person, for an adapter that needs it. */
  readonly openid: () => string;
  readonly template: MessageTemplate;
  readonly title: string;
  /** UTC ms of what it tells about. */
  readonly at: number;
}

export interface MessagesPort {
  /** False where the street has registered no such template. */
  carries(template: MessageTemplate): boolean;
  /** refused: the person has allowed none, or no more. Throws where nobody answers: the sender tries again. */
  send(push: Push): Promise<'sent' | 'refused'>;
}

const INBOX_PAGE = 'packages/home/pages/inbox/inbox';
/** WeChat's word for a person who has allowed no message of a template. */
const NOTHING_ALLOWED = 43101;
const OUTBOX_DAYS = 30;
const TEMPLATE = /^([A-Za-z]+)=([\w-]+):([a-z_]+\d+):([a-z_]+\d+)$/;

/** A template as it was registered: its id, and the names it gave to the two things that are said. */
interface RegisteredTemplate {
  readonly id: string;
  readonly title: string;
  readonly time: string;
}

type Registered = Readonly<Partial<Record<MessageTemplate, RegisteredTemplate>>>;

/** The platform's interface, as it documents it. */
type Send = (message: object) => Promise<unknown>;

async function openWechat(): Promise<Send> {
  // The platform's package is large and only this sending needs it.
  const { default: wechat } = await import('wx-server-sdk');
  wechat.init({ env: wechat.DYNAMIC_CURRENT_ENV as unknown as string });
  return (wechat.openapi['subscribeMessage'] as { send: Send }).send;
}

/** `open` gets the platform's interface once it is needed. */
export function wechatMessages(registered: Registered, open: () => Promise<Send> = openWechat): MessagesPort {
  return {
    carries: (template) => registered[template] !== undefined,
    send: async ({ openid, template, title, at }) => {
      const form = registered[template];
      if (form === undefined) throw new Error('a message of a template that is not registered');
      const send = await open();
      const data = { [form.title]: { value: title }, [form.time]: { value: momentWords(at) } };
      try {
        await send({ touser: openid(), templateId: form.id, page: INBOX_PAGE, data });
        return 'sent';
      } catch (error) {
        if ((error as { errCode?: number }).errCode === NOTHING_ALLOWED) return 'refused';
        throw error;
      }
    },
  };
}

function outbox(store: Store): MessagesPort {
  return {
    carries: () => true,
    send: async ({ key, userId, template, title, at }) => {
      const entry: OutboxDocument = {
        _id: key,
        userId,
        template,
        title,
        at,
        purgeOn: addDays(dayOf(at), OUTBOX_DAYS),
      };
      try {
        await store.insert('outbox', [entry]);
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
      return 'sent';
    },
  };
}

/**
 * The templates as the deployment's variable writes them: `reviewResult=<id>:thing1:time2;taskReminder=…`, or '' where none is
 * registered. Throws on anything else, so that a slip of the pen is seen in the log and not in silence.
 */
export function readTemplates(text: string): Registered {
  const entries = text.split(';').filter((entry) => entry.trim() !== '');
  return Object.fromEntries(
    entries.map((entry) => {
      const [, name = '', id = '', title = '', time = ''] = TEMPLATE.exec(entry.trim()) ?? [];
      if (!isTemplate(name)) throw new Error('WANJIA_TEMPLATES is not written as the manual says');
      return [name, { id, title, time }];
    }),
  );
}

function isTemplate(name: string): name is MessageTemplate {
  return MESSAGE_TEMPLATES.some((template) => template === name);
}

export interface Deployed {
  readonly allowTestNumbers: boolean;
  readonly templates: string;
}

export function messagesPort(store: Store, { allowTestNumbers, templates }: Deployed): MessagesPort {
  return allowTestNumbers ? outbox(store) : wechatMessages(readTemplates(templates));
}
