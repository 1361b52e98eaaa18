/** 我的: seats, the size of the type, light and dark, what waits to be sent. */
import { ROLE_WORDS, STAFF_ROLES } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { dayWords, fullDayWords } from '@domain/kernel/day';
import { INBOX_WORDS } from '../../messages/inbox';
import { MY_WORDS } from '../../messages/my';
import type { Look } from '../../services/appearance';
import { isOwnForm, isPassing, isWaiting, standingOf, type OutboxEntry } from '../../services/outbox-entry';
import { homeSeatOf, seatOf, type Session } from '../../services/session';
import { THEMES, type Theme } from '../../services/settings';
import { workspaceOf } from '../../services/workspace';
import { DONE_WORDS } from '../../messages/census';

interface Tile {
  value: string;
  label: string;
  icon?: string;
  hint?: string;
}

interface Way {
  page: 'own' | 'messages' | 'practice' | 'privacy' | 'help';
  title: string;
  footer: string;
}

export interface MyView {
  title: string;
  detail: string;
  seats: readonly Tile[];
  seatId: string;
  workspace: string;
  workspaceUrl: string;
  /** Ways on, one line each. */
  ways: readonly Way[];
  size: string;
  theme: string;
  waiting: readonly { key: string; label: string; value: string; note: string; editable: boolean }[];
  phone: string;
}

export const SIZE_TILES: readonly Tile[] = [
  { value: 'normal', label: MY_WORDS.normal },
  { value: 'large', label: MY_WORDS.large },
];
export const THEME_TILES: readonly Tile[] = THEMES.map((value) => ({ value, label: MY_WORDS.themes[value] }));

interface MyState {
  session: Session;
  look: Look;
  entries: readonly OutboxEntry[];
}

export function viewMy({ session, look, entries }: MyState): MyView {
  const home = homeSeatOf(session);
  const seat = seatOf(session);
  const sent = entries.filter(isOwnForm).pop();
  const unsent = entries.filter((entry) => isWaiting(entry) || entry.state === 'parked');
  return {
    ...headOf(home ?? seat, sent, session.asOf),
    seats: session.seats.length < 2 ? [] : session.seats.map(seatTile),
    seatId: session.seatId ?? '',
    ...workspaceOf(session),
    ways: waysOf(session),
    size: look.large ? 'large' : 'normal',
    theme: themeOf(look),
    waiting: unsent.map(({ opId, label, problem }) => ({
      key: opId,
      label,
      value: problem === undefined || isPassing(problem.code) ? DONE_WORDS.queued : sentenceFor(problem),
      note: '',
      editable: true,
    })),
    phone: session.campaign?.publicPhone ?? '',
  };
}

function waysOf(session: Session): Way[] {
  const { unread } = session;
  const way = (page: Way['page'], title: string, footer = ''): Way => ({ page, title, footer });
  return [
    way('own', MY_WORDS.own),
    way('messages', INBOX_WORDS.title, unread === 0 ? '' : INBOX_WORDS.unread(unread)),
    ...practiceOf(seatOf(session)).map((note) => way('practice', MY_WORDS.practice, note)),
    way('privacy', MY_WORDS.privacy),
    way('help', MY_WORDS.help),
  ];
}

/** When the quiz was passed, for those who go to doors or sit at desks; nothing for others. */
function practiceOf(seat: Session['seats'][number] | undefined): string[] {
  if (seat === undefined || !STAFF_ROLES.includes(seat.role)) return [];
  const { practicePassedOn: day } = seat;
  return [day === undefined ? MY_WORDS.practiceOpen : MY_WORDS.practicePassed(dayWords(day))];
}

function headOf(
  seat: Session['seats'][number] | undefined,
  sent: OutboxEntry | undefined,
  asOf: number,
): { title: string; detail: string } {
  if (seat !== undefined) return { title: seat.label, detail: ROLE_WORDS[seat.role] };
  if (sent !== undefined) {
    const { stands, isMerged } = standingOf(sent);
    if (isMerged) return { title: MY_WORDS.merged, detail: MY_WORDS.mergedDetail };
    const { moved, movedDetail, sender, senderDetail } = MY_WORDS;
    const hasMoved = stands === 'closed';
    return hasMoved ? { title: moved, detail: movedDetail } : { title: sender, detail: senderDetail };
  }
  return { title: asOf === 0 ? MY_WORDS.unknown : MY_WORDS.visitor, detail: MY_WORDS.visitorDetail };
}

function seatTile({ id, role, label, endsOn }: Session['seats'][number]): Tile {
  return { value: id, label: ROLE_WORDS[role], hint: `${label}，${MY_WORDS.until(fullDayWords(endsOn))}` };
}

function themeOf({ theme }: Look): Theme {
  return THEMES.find((one) => one === theme) ?? 'system';
}
