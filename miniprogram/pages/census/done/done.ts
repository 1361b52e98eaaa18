import { DONE_WORDS } from '../../../messages/census';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../services/appearance';
import { trueNow } from '../../../services/clock';
import { pageOfDraft, type Draft } from '../../../services/draft';
import { saveDraft } from '../../../services/drafts';
import { findInOutbox, flushOutbox, onOutboxChange, removeFromOutbox } from '../../../services/outbox';
import type { OutboxEntry } from '../../../services/outbox-entry';
import { knownSession } from '../../../services/session';
import { askForMessages } from '../../../services/subscription';
import { viewDone, type DoneView } from './done.view';

Page({
  data: {
    look: FIRST_LOOK,
    words: DONE_WORDS,
    thanks: '',
    view: null as DoneView | null,
    isLost: false,
    /** '' until asked; then what the person answered, in words. */
    messages: '',
  },

  opId: '',
  newest: undefined as OutboxEntry | undefined,
  stop: undefined as (() => void) | undefined,

  async onLoad({ op = '' }: { op?: string }) {
    this.opId = op;
    // Listens before it reads: without network the entry comes to rest while the page still opens.
    this.stop = onOutboxChange((changed) => {
      this.onChanged(changed);
    });
    const [found, session, look] = await Promise.all([findInOutbox(op), knownSession(), currentLook()]);
    const entry = this.newest ?? found;
    const office = session.campaign?.officeName ?? '';
    this.setData({
      look,
      thanks: office === '' ? '' : DONE_WORDS.thanks(office),
      ...(entry === undefined ? { isLost: true } : { view: viewDone(entry) }),
    });
  },

  async onShow() {
    await refreshLook(this);
  },

  onUnload() {
    this.stop?.();
  },

  onChanged(entry: OutboxEntry) {
    if (entry.opId !== this.opId) return;
    this.newest = entry;
    if (this.data.view === null) return;
    const view = viewDone(entry);
    if (view.face === this.data.view.face && view.sentence === this.data.view.sentence) return;
    this.setData({ view });
    if (view.face === 'receipt') wx.vibrateShort({ type: 'light', fail: () => undefined });
  },

  onAgain() {
    void flushOutbox('now');
  },

  /** A refused form becomes a draft again, with everything in it; the next sending is another operation. */
  async onMend() {
    const entry = await findInOutbox(this.opId);
    if (entry?.origin === undefined) return;
    const draft = { ...(entry.origin as Draft), opId: undefined };
    await saveDraft(draft);
    await removeFromOutbox(entry.opId);
    void wx.redirectTo({ url: pageOfDraft(draft, trueNow()) });
  },

  async onMessages() {
    const grant = await askForMessages(['reviewResult']);
    this.setData({ messages: grant === 'accepted' ? DONE_WORDS.subscribed : DONE_WORDS.notSubscribed });
  },

  onCode() {
    const id = this.data.view?.invitationId ?? '';
    void wx.redirectTo({ url: `/packages/family/pages/invitation/invitation?id=${id}` });
  },

  onHome() {
    void wx.switchTab({ url: '/pages/home/home' });
  },
});
