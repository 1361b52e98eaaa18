import { CHINESE } from '../../../messages/language';
import { currentLook, FIRST_LOOK, refreshLook } from '../../../services/appearance';
import { trueNow } from '../../../services/clock';
import { pageOfDraft, RESUME_PAGE, type Draft } from '../../../services/draft';
import { saveDraft } from '../../../services/drafts';
import { findInOutbox, flushOutbox, removeFromOutbox } from '../../../services/outbox';
import { isOwnForm, type OutboxEntry } from '../../../services/outbox-entry';
import { onOutboxChange } from '../../../services/outbox-news';
import { currentLanguage, otherTexts, pageTexts } from '../../../services/language';
import { readBackNow } from '../../../services/receipts';
import { knownSession, type Session } from '../../../services/session';
import { askForMessages, firstGrant } from '../../../services/subscription';
import { workspaceOf } from '../../../services/workspace';
import { viewDone, type DoneView } from './done.view';

const TEMPLATES = ['reviewResult'] as const;
const ENTRY = '/pages/census/entry/entry';

Page({
  data: {
    look: FIRST_LOOK,
    ...pageTexts(CHINESE, CHINESE.words.done),
    thanks: '',
    home: '',
    view: null as DoneView | null,
    isLost: false,
    grant: firstGrant(TEMPLATES),
  },

  opId: '',
  /** Whoever helps a building goes back to it; '' for the first page. */
  homeUrl: '',
  language: CHINESE,
  newest: undefined as OutboxEntry | undefined,
  stop: (): void => undefined,

  async onLoad({ op = '' }: { op?: string }) {
    this.opId = op;
    // Listens before it reads: without network the entry comes to rest while the page still opens.
    this.stop = onOutboxChange((changed) => {
      const mine = changed.find(({ opId }) => opId === this.opId);
      if (mine !== undefined) this.onChanged(mine);
    });
    const [found, session, look, language] = await Promise.all([
      findInOutbox(op),
      knownSession(),
      currentLook(),
      currentLanguage(),
    ]);
    this.language = language;
    const { done } = language.words;
    const entry = this.newest ?? found;
    const { home, homeUrl } = wayBack(session, entry, done.home);
    this.homeUrl = homeUrl;
    const office = session.campaign?.officeName ?? '';
    this.setData({
      look,
      ...otherTexts(language, done),
      home,
      thanks: office === '' ? '' : done.thanks(office),
      ...(entry === undefined ? { isLost: true } : { view: viewDone(entry, language) }),
    });
  },

  /** How a form that waits stands may have changed while nobody looked. */
  async onShow() {
    await refreshLook(this);
    await readBackNow(this.opId);
  },

  onUnload() {
    this.stop();
  },

  onChanged(entry: OutboxEntry) {
    this.newest = entry;
    if (this.data.view === null) return;
    const view = viewDone(entry, this.language);
    if (view.face === this.data.view.face && view.sentence === this.data.view.sentence) return;
    this.setData({ view });
    if (view.face === 'receipt') wx.vibrateShort({ type: 'light', fail: () => undefined });
  },

  /** A refused form becomes a draft again, with everything in it; the next sending is another operation. */
  async onAct() {
    if (this.data.view?.face === 'offline') {
      void flushOutbox('now');
      return;
    }
    const entry = await findInOutbox(this.opId);
    if (entry?.origin === undefined) {
      void wx.switchTab({ url: ENTRY });
      return;
    }
    const draft = { ...(entry.origin as Draft), opId: undefined };
    await saveDraft(draft);
    await removeFromOutbox(entry.opId);
    // With a code that opens nothing more the same form would be refused again: a door found anew goes on with it.
    if (entry.problem?.code === 'REVOKED_CODE') void wx.switchTab({ url: ENTRY });
    else void wx.redirectTo({ url: pageOfDraft(draft, trueNow()) });
  },

  async onMessages() {
    this.setData({ grant: await askForMessages(TEMPLATES) });
  },

  onCode() {
    const id = this.data.view?.invitationId ?? '';
    void wx.redirectTo({ url: `/packages/family/pages/invitation/invitation?id=${id}` });
  },

  onChange() {
    void wx.navigateTo({ url: `${RESUME_PAGE}?op=${this.opId}` });
  },

  onHome() {
    if (this.homeUrl === '') void wx.switchTab({ url: '/pages/home/home' });
    else void wx.redirectTo({ url: this.homeUrl });
  },
});

/** From a neighbour's form back to the work, from the own one to the first page. */
function wayBack(session: Session, entry: OutboxEntry | undefined, first: string) {
  const { workspace: home, workspaceUrl: homeUrl } = workspaceOf(session);
  const isOwn = homeUrl === '' || entry === undefined || isOwnForm(entry);
  return isOwn ? { home: first, homeUrl: '' } : { home, homeUrl };
}
