/** The first page: who asks, how far this home is, and the one next step. */
import { plateWords } from '@domain/area/plate';
import { momentWords } from '@domain/kernel/day';
import { HOME_WORDS } from '../../messages/home';
import { INBOX_WORDS } from '../../messages/inbox';
import { STAFF_WORDS } from '../../messages/staff';
import type { DraftLine } from '../../services/drafts';
import {
  formInHand,
  isOwnForm,
  isPassing,
  isWaiting,
  standingOf,
  type OutboxEntry,
} from '../../services/outbox-entry';
import { homeSeatOf, type Session } from '../../services/session';
import { workspaceOf } from '../../services/workspace';

export interface HomeState {
  session: Session;
  isStale: boolean;
  drafts: readonly DraftLine[];
  entries: readonly OutboxEntry[];
  isLarge: boolean;
}

export type HomeStep = 'scan' | 'draft' | 'receipt' | 'mine' | 'invitation';

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

/** The own form as long as it may still become a home, else what waits for a family far away. Who helps a building has pages for it. */
function cardOfSent(forms: readonly OutboxEntry[], session: Session): Card | undefined {
  const own = formInHand(forms);
  if (own !== undefined) return cardOfEntry(own, 'waiting', HOME_WORDS.waiting);
  const helped = forms.filter((entry) => !isOwnForm(entry)).pop();
  if (helped === undefined || workspaceOf(session).workspace !== '') return undefined;
  const { invitationId: target, stands } = standingOf(helped);
  if (stands !== 'waiting') return undefined;
  const { helped: sentence, openHelped: action } = HOME_WORDS;
  return { face: 'waiting', sentence, detail: helped.label, action, step: 'invitation', target };
}

function cardOfEntry({ opId, label }: OutboxEntry, face: Card['face'], sentence: string): Card {
  const action = face === 'problem' ? HOME_WORDS.look : HOME_WORDS.openReceipt;
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
