/** Where a role works. A role without an entry has the resident's tabs and nothing else. */
import { ROLE_WORDS, type Role } from '@domain/identity/role';
import { MY_WORDS } from '../messages/my';
import { seatOf, type Session } from './session';

const WORKSPACES: Readonly<Partial<Record<Role, string>>> = {
  BH: '/packages/building/pages/wall/wall',
  GW: '/packages/worker/pages/today/today',
  GV: '/packages/worker/pages/tasks/tasks',
  PR: '/packages/ledger/pages/ledger/ledger',
  VO: '/packages/life/pages/volunteer/volunteer',
  CA: '/packages/manage/pages/overview/overview',
  SA: '/packages/manage/pages/overview/overview',
  AU: '/packages/manage/pages/verify/verify',
};

/** What comes before work in a new seat. */
export const SEAT_PAGES = {
  pledge: '/packages/seat/pages/pledge/pledge',
  device: '/packages/seat/pages/device/device',
} as const;

/** The button that leads the acting seat to its workspace; empty words where it has none. */
export function workspaceOf(session: Session): { workspace: string; workspaceUrl: string } {
  const seat = seatOf(session);
  // Whoever only hands files over has no page here yet.
  const workspaceUrl = seat && seat.duty !== 'upload' && WORKSPACES[seat.role];
  if (!seat || !workspaceUrl) return { workspace: '', workspaceUrl: '' };
  if (seat.lacks !== undefined) {
    return { workspace: MY_WORDS.toDo[seat.lacks], workspaceUrl: SEAT_PAGES[seat.lacks] };
  }
  return { workspace: MY_WORDS.workspace(ROLE_WORDS[seat.role]), workspaceUrl };
}
