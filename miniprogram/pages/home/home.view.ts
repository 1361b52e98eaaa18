/** The first page: who asks, how far this home is, and the one next step. */
import { plateWords } from '@domain/area/plate';
import { momentWords } from '@domain/kernel/day';
import { HOME_WORDS } from '../../messages/home';
import { INBOX_WORDS } from '../../messages/inbox';
import { STAFF_WORDS } from '../../messages/staff';
import type { DraftLine } from '../../services/drafts';
import { isOwnForm, isPassing, isWaiting, standingOf, type OutboxEntry } from '../../services/outbox-entry';
import { homeSeatOf, type Session } from '../../services/session';
import { workspaceOf } from '../../services/workspace';
import { viewDone } from '../census/done/done.view';

export interface HomeState {
  session: Session;
  isStale: boolean;
  drafts: readonly DraftLine[];
  entries: readonly OutboxEntry[];
  isLarge: boolean;
}

export type HomeStep = 'scan' | 'draft' | 'receipt' | 'mine' | 'invitation' | 'entry';

export interface HomeView {
  office: string;
  phone: string;
  /** The card: what is, and the one button. */
  face: 'empty' | 'done' | 'waiting' | 'offline' | 'problem';
  sentence: string;
  detail: string;
  action: string;
  step: HomeStep;
  /** Door, operation or invitation that the button leads to. */
  target: string;
  isOpen: boolean;
  stale: string;
  /** How many messages wait; '' where none does. */
  messages: string;
  workspace: string;
  workspaceUrl: string;
  sizeLabel: string;
}

export function viewHome(state: HomeState): HomeView {
  const { session, isStale, isLarge } = state;
  const { campaign, asOf } = session;
  return {
    ...officeOf(campaign),
    ...cardOf(state),
    isOpen: campaign?.isOpen !== false,
    stale: isStale ? staleWords(asOf) : '',
    messages: session.unread === 0 ? '' : INBOX_WORDS.waiting(session.unread),
    ...workspaceOf(session),
    sizeLabel: isLarge ? HOME_WORDS.small : HOME_WORDS.large,
  };
}

function officeOf(campaign: Session['campaign']): Pick<HomeView, 'office' | 'phone'> {
  return { office: campaign?.streetName ?? '', phone: campaign?.publicPhone ?? '' };
}

/** Nothing comes of such a form any more: the next one is to be filled. */
const AGAIN: readonly string[] = ['returned', 'over'];

type Card = Pick<HomeView, 'face' | 'sentence' | 'detail' | 'action' | 'step' | 'target'>;

/** The most urgent thing wins: what is refused, then what is begun, then what is known. */
function cardOf(state: HomeState): Card {
  const { session, entries, drafts } = state;
  const forms = entries.filter(({ procedure }) => procedure === 'submitForm');
  const refused = forms.find(isRefused);
  if (refused !== undefined) return cardOfEntry(refused, 'problem', HOME_WORDS.refused);
  const queued = forms.find(isWaiting);
  if (queued !== undefined) return cardOfEntry(queued, 'offline', HOME_WORDS.queued);
  const draft = drafts[0];
  if (draft !== undefined) return cardOfDraft(draft);
  const seat = homeSeatOf(session);
  if (seat !== undefined) {
    const words = { sentence: HOME_WORDS.bound, detail: seat.label, action: HOME_WORDS.openMine };
    return { face: 'done', step: 'mine', target: '', ...words };
  }
  return cardOfSent(forms, session) ?? cardOfNothing(state);
}

/** The own form, else what waits for a family far away. Who helps a building has pages for it. */
function cardOfSent(forms: readonly OutboxEntry[], session: Session): Card | undefined {
  const own = forms.filter(isOwnForm).pop();
  const card = own && cardOfOwn(own, session.campaign?.isOpen !== false);
  if (card !== undefined) return card;
  const helped = forms.filter((entry) => !isOwnForm(entry)).pop();
  if (helped === undefined || workspaceOf(session).workspace !== '') return undefined;
  const { invitationId: target, stands } = standingOf(helped);
  if (stands !== 'waiting') return undefined;
  const { helped: sentence, openHelped: action } = HOME_WORDS;
  return { face: 'waiting', sentence, detail: helped.label, action, step: 'invitation', target };
}

/** What became of the own form, as long as it says anything of the home; what came back only while another one is asked for. */
function cardOfOwn(entry: OutboxEntry, isOpen: boolean): Card | undefined {
  const { isMerged, stands } = standingOf(entry);
  if (isMerged) return cardOfMerged(entry);
  if (AGAIN.includes(stands)) return isOpen ? cardOfReturned(entry) : undefined;
  if (stands === 'closed') return undefined;
  return isSettled(entry) ? cardOfSettled(entry) : cardOfEntry(entry, 'waiting', HOME_WORDS.waiting);
}

/** Listed with another home: to register once more would be once too often. */
function cardOfMerged({ label: detail }: OutboxEntry): Card {
  const { merged: sentence, openMine: action } = HOME_WORDS;
  return { face: 'done', sentence, detail, action, step: 'mine', target: '' };
}

/** What came back, why, and the way to another one. */
function cardOfReturned(entry: OutboxEntry): Card {
  const { sentence, detail, action } = viewDone(entry);
  return {
    face: 'problem',
    sentence,
    detail: `${entry.label}：${detail}`,
    action,
    step: 'entry',
    target: '',
  };
}

/** What a seat hands in is the household's own at once; what waited was confirmed by somebody. */
function isSettled(entry: OutboxEntry): boolean {
  return entry.state === 'confirmed' && standingOf(entry).stands === 'submitted';
}

/** Confirmed, and no home on this phone yet: the page asks again, and says whose the home is. */
function cardOfSettled({ label: detail }: OutboxEntry): Card {
  const { settled: sentence, openMine: action } = HOME_WORDS;
  return { face: 'done', sentence, detail, action, step: 'mine', target: '' };
}

function cardOfEntry({ opId, label }: OutboxEntry, face: Card['face'], sentence: string): Card {
  // There is a receipt once the street has the form.
  const action = face === 'waiting' ? HOME_WORDS.openReceipt : HOME_WORDS.look;
  return { face, sentence, detail: label, action, step: 'receipt', target: opId };
}

function cardOfDraft({ doorId, plate }: DraftLine): Card {
  const detail = plateWords(plate);
  return {
    face: 'waiting',
    sentence: HOME_WORDS.draft,
    detail,
    action: HOME_WORDS.goOn,
    step: 'draft',
    target: doorId,
  };
}

function cardOfNothing({ session, isStale, isLarge }: HomeState): Card {
  const base = { step: 'scan', target: '' } as const;
  if (session.campaign?.isOpen === false) {
    return { ...base, face: 'empty', sentence: HOME_WORDS.closed, detail: '', action: '' };
  }
  const detail = isStale ? HOME_WORDS.offline : HOME_WORDS.emptyDetail;
  const action = isLarge ? HOME_WORDS.scanLarge : HOME_WORDS.scan;
  return { ...base, face: 'empty', sentence: HOME_WORDS.empty, detail, action };
}

function isRefused({ state, problem }: OutboxEntry): boolean {
  if (state === 'parked') return true;
  return state === 'queued' && problem !== undefined && !isPassing(problem.code);
}

function staleWords(asOf: number): string {
  return asOf === 0 ? STAFF_WORDS.problem : STAFF_WORDS.stale(momentWords(asOf));
}
