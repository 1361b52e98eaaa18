import { OUTBOX_WORDS } from '../../../../messages/visit';
import { sentenceFor } from '@domain/kernel/problem';
import { FIRST_LOOK, refreshLook } from '../../../../services/appearance';
import { today } from '../../../../services/clock';
import type { Draft } from '../../../../services/draft';
import { saveDraft } from '../../../../services/drafts';
import { isOffline } from '../../../../services/network';
import {
  findInOutbox,
  flushOutbox,
  outboxEntries,
  removeFromOutbox,
  requeueInOutbox,
} from '../../../../services/outbox';
import type { OutboxEntry } from '../../../../services/outbox-entry';
import { knownSession } from '../../../../services/session';
import { showView } from '../../../../services/show-view';
import { storedKeys } from '../../../../services/storage';
import { storageRoom } from '../../../../services/storage-room';
import { listenForNews } from '../../services/news';
import { exportRecord, handInRecord } from '../../services/sealed-export';
import { householdInConflict } from '../../services/told-conflicts';
import { ROWS_A_PAGE, viewOutbox, type OutboxView } from './outbox.view';

type Detail<Value extends object> = WechatMiniprogram.CustomEvent<Value>;
const EXPORT_WORDS = {
  exported: OUTBOX_WORDS.exported,
  noKey: OUTBOX_WORDS.noKey,
  failed: OUTBOX_WORDS.notExported,
} as const;
/** Names of what a door's issue is kept under. */
const SAID = 'sayDraft.';

Page({
  data: {
    look: FIRST_LOOK,
    words: OUTBOX_WORDS,
    waiting: false,
    notice: '',
    /** Key of the record that the sheet asks about. */
    asked: '',
    said: '',
    view: null as OutboxView | null,
  },

  shown: null as OutboxView | null,
  openKey: '',
  saidAt: '',
  rowsShown: ROWS_A_PAGE,
  stop: undefined as (() => void) | undefined,

  onLoad() {
    const draw = (): void => void this.draw();
    this.stop = listenForNews(draw, draw);
  },

  /** The seat says whose route packs may seal a record; this page may be the first one after a start. */
  async onShow() {
    await Promise.all([refreshLook(this), knownSession()]);
    const left = (await storedKeys()).filter((key) => key.startsWith(SAID));
    await this.draw({ said: left.length === 0 ? '' : OUTBOX_WORDS.said(left.length) });
    this.saidAt = left[0]?.slice(SAID.length) ?? '';
  },

  /** An issue that was written at a door without a network, and lies with that door. */
  onSaid() {
    void wx.navigateTo({ url: `/packages/life/pages/say/say?door=${this.saidAt}` });
  },

  onUnload() {
    this.stop?.();
  },

  async draw(more: Record<string, unknown> = {}) {
    const [entries, room, offline] = await Promise.all([outboxEntries(), storageRoom(), isOffline()]);
    const { openKey, rowsShown } = this;
    const state = { entries, room, openKey, rowsShown, today: today(), isOffline: offline };
    showView(this, viewOutbox(state), more);
  },

  async onRow({ detail }: Detail<{ key: string }>) {
    this.openKey = this.openKey === detail.key ? '' : detail.key;
    await this.draw({ notice: '' });
  },

  async onMore() {
    this.rowsShown += ROWS_A_PAGE;
    await this.draw();
  },

  async onSendAll() {
    await flushOutbox('now');
    await this.draw();
  },

  async onAct({ detail }: Detail<{ key: string; act: string }>) {
    const entry = await findInOutbox(detail.key);
    if (entry === undefined) await this.draw();
    else await this.act(entry, detail.act);
  },

  async act(entry: OutboxEntry, act: string) {
    switch (act) {
      case 'send':
        await requeueInOutbox(entry.opId);
        await this.draw();
        break;
      case 'mend':
        await this.mend(entry);
        break;
      case 'handIn':
        await this.handIn(entry);
        break;
      case 'export':
        await this.draw({ notice: EXPORT_WORDS[await exportRecord(entry)] });
        break;
      case 'conflicts':
        this.compare(entry);
        break;
      default:
        this.setData({ asked: entry.opId, notice: '' });
    }
  },

  /** A form becomes a draft again; a knock is noted anew at its door, and this one is taken out. */
  async mend(entry: OutboxEntry) {
    const doorId = entry.group.slice(entry.group.indexOf(':') + 1);
    const url = entry.origin === undefined ? '/packages/worker/pages/door/door' : '/pages/census/form/form';
    if (entry.origin !== undefined) await saveDraft({ ...(entry.origin as Draft), opId: undefined });
    await removeFromOutbox(entry.opId);
    void wx.navigateTo({ url: `${url}?door=${doorId}` });
  },

  async handIn(entry: OutboxEntry) {
    const reply = await handInRecord(entry);
    if (reply === 'noKey') await this.draw({ notice: OUTBOX_WORDS.noKey });
    else await this.draw({ notice: reply.ok ? OUTBOX_WORDS.handedIn : sentenceFor(reply.problem) });
  },

  compare(entry: OutboxEntry) {
    const household = householdInConflict(entry);
    if (household === undefined) return;
    void wx.navigateTo({ url: `/packages/worker/pages/questions/questions?household=${household.id}` });
  },

  onKeep() {
    this.setData({ asked: '' });
  },

  async onRemoveYes() {
    await removeFromOutbox(this.data.asked);
    await this.draw({ asked: '' });
  },
});
