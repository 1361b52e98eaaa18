/** 我的: seats, the size of the type, light and dark, what waits to be sent. */
import { ROLE_WORDS, STAFF_ROLES } from '@domain/identity/role';
import { sentenceFor } from '@domain/kernel/problem';
import { dayWords } from '@domain/kernel/day';
import { INBOX_WORDS } from '../../messages/inbox';
import { MY_WORDS } from '../../messages/my';
import type { Look } from '../../services/appearance';
import { isWaiting, type OutboxEntry } from '../../services/outbox-entry';
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

export interface MyView {
  title: string;
  detail: string;
  hasHome: boolean;
  seats: readonly Tile[];
  seatId: string;
  workspace: string;
  workspaceUrl: string;
  /** Practice, for those who go to doors or sit at desks; its note says when the quiz was passed. */
  practice: string;
  practiceNote: string;
  size: string;
  theme: string;
  waiting: readonly { key: string; label: string; value: string; note: string; editable: boolean }[];
  messages: string;
  unread: string;
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
  const hasSent = entries.some(({ procedure }) => procedure === 'submitForm');
  const unsent = entries.filter((entry) => isWaiting(entry) || entry.state === 'parked');
  return {
    ...headOf(home ?? seat, hasSent),
    hasHome: home !== undefined || hasSent,
    seats: session.seats.length < 2 ? [] : session.seats.map(seatTile),
    seatId: session.seatId ?? '',
    ...workspaceOf(session),
    ...practiceOf(seat),
    size: look.large ? 'large' : 'normal',
    theme: themeOf(look),
    waiting: unsent.map(({ opId, label, problem }) => ({
      key: opId,
      label,
      value: problem === undefined ? DONE_WORDS.queued : sentenceFor(problem),
      note: '',
      editable: true,
    })),
    messages: INBOX_WORDS.title,
    unread: session.unread === 0 ? '' : INBOX_WORDS.unread(session.unread),
    phone: session.campaign?.publicPhone ?? '',
  };
}

function practiceOf(seat: Session['seats'][number] | undefined): Pick<MyView, 'practice' | 'practiceNote'> {
  if (seat === undefined || !STAFF_ROLES.includes(seat.role)) return { practice: '', practiceNote: '' };
  const { practicePassedOn: day } = seat;
  const practiceNote = day === undefined ? MY_WORDS.practiceOpen : MY_WORDS.practicePassed(dayWords(day));
  return { practice: MY_WORDS.practice, practiceNote };
}

function headOf(
  seat: Session['seats'][number] | undefined,
  hasSent: boolean,
): { title: string; detail: string } {
  if (seat !== undefined) return { title: seat.label, detail: ROLE_WORDS[seat.role] };
  if (hasSent) return { title: MY_WORDS.sender, detail: MY_WORDS.senderDetail };
  return { title: MY_WORDS.visitor, detail: MY_WORDS.visitorDetail };
}

function seatTile({ id, role, label, endsOn }: Session['seats'][number]): Tile {
  return { value: id, label: ROLE_WORDS[role], hint: `${label}，${MY_WORDS.until(dayWords(endsOn))}` };
}

function themeOf({ theme }: Look): Theme {
  return THEMES.find((one) => one === theme) ?? 'system';
}
