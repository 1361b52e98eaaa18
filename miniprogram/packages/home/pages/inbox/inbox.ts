import type { InboxMessage } from '@domain/contract/inbox';
import type { MessageTemplate } from '@domain/inbox/message-template';
import { INBOX_WORDS } from '../../../../messages/inbox';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { markRead, readInbox } from '../../../../services/inbox';
import { openLink } from '../../../../services/inner-link';
import { knownSession, noteUnread } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { goFrom } from '../../../../services/staff-page';
import { askForMessages, firstGrant } from '../../../../services/subscription';
import { after, type Timer } from '../../../../services/timer';
import { whileWaiting } from '../../../../services/waiting';
import { unseenOf, viewInbox, type InboxState, type InboxView } from './inbox.view';

/** So long a message stands before eyes until it counts as seen. */
const SEEN_MS = 1_000;
const NOTHING_READ: InboxState = { messages: undefined, hasMore: false, problem: undefined };
const TEMPLATES: readonly MessageTemplate[] = ['reviewResult'];
const STAFF_TEMPLATES: readonly MessageTemplate[] = [...TEMPLATES, 'taskReminder'];
type Keyed = WechatMiniprogram.CustomEvent<object, object, { key: string }>;

Page({
  data: {
    look: FIRST_LOOK,
    words: INBOX_WORDS,
    waiting: false,
    view: null as InboxView | null,
    grant: firstGrant(STAFF_TEMPLATES),
  },

  shown: null as InboxView | null,
  state: NOTHING_READ,
  next: undefined as string | undefined,
  seeing: undefined as Timer | undefined,

  async onLoad() {
    await this.open();
  },

  async onShow() {
    await refreshLook(this);
    this.watch();
  },

  onHide() {
    this.seeing?.cancel();
  },

  onUnload() {
    this.seeing?.cancel();
  },

  async open() {
    await whileWaiting(this, this.ask(undefined));
  },

  async ask(cursor: string | undefined) {
    const reply = await readInbox(cursor);
    const known = cursor === undefined ? [] : (this.state.messages ?? []);
    if (reply.ok) {
      this.next = reply.data.next;
      const messages = [...known, ...reply.data.messages];
      this.state = { messages, hasMore: this.next !== undefined, problem: undefined };
    } else {
      this.state = { ...this.state, problem: reply.problem };
    }
    showView(this, viewInbox(this.state));
    this.watch();
  },

  /** Whoever looks long enough has seen what is there. */
  watch() {
    this.seeing?.cancel();
    if (unseenOf(this.state.messages ?? []) !== undefined) {
      this.seeing = after(SEEN_MS, () => void this.markSeen());
    }
  },

  /** The mark 新 stays until the page is opened again: it says what is new since the last time. */
  async markSeen() {
    const messages = this.state.messages ?? [];
    const unseen = unseenOf(messages);
    if (unseen === undefined || !(await markRead(unseen))) return;
    const seen = messages.filter(({ isRead }) => !isRead).length;
    this.state = { ...this.state, messages: messages.map((message) => ({ ...message, isRead: true })) };
    const { unread } = await knownSession();
    await noteUnread(Math.max(0, unread - seen));
  },

  onMessage(event: Keyed) {
    const { key } = event.currentTarget.dataset;
    const message = this.state.messages?.find(({ id }: InboxMessage) => id === key);
    if (message !== undefined) openLink(message.link);
  },

  async onMore() {
    if (this.next !== undefined) await this.ask(this.next);
  },

  onAct() {
    goFrom(this.data.view ?? { action: '' }, () => void this.open());
  },

  async onAllow() {
    const { seats } = await knownSession();
    const isStaff = seats.some(({ role }) => role !== 'RE');
    this.setData({ grant: await askForMessages(isStaff ? STAFF_TEMPLATES : TEMPLATES) });
  },
});
