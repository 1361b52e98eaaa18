/** Notices as they are written: those of the territory, the one that is being written, or how far one came. */
import type { ManagedNotice } from '@domain/contract/notice';
import type { PlateLines } from '@domain/area/plate';
import { plateWords } from '@domain/area/plate';
import { dayOf, dayWords } from '@domain/kernel/day';
import type { GroundKind } from '@domain/notice/notice';
import type { NoticeState } from '@domain/notice/notice-state';
import { NOTICE_EDIT_WORDS, NOTICE_STATE_WORDS, NOTICE_WORDS } from '../../../../messages/notice';
import type { WrittenRow } from '../../../../components/written-list/written-list';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { NOTHING_SEEN, type Seen } from '../../services/seen';

/** A level of the tree, with what lies below it. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: GroundKind;
  readonly below: readonly { readonly id: string; readonly name: string }[];
}

export interface Reach {
  readonly buildings: readonly {
    readonly buildingId: string;
    readonly name: string;
    readonly reached: number;
    readonly read: number;
  }[];
  readonly isDelivered: boolean;
  readonly next?: string | undefined;
}

/** What is written of one notice. */
export interface NoticeForm {
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  readonly day: string;
}

export interface EditState {
  notices: readonly ManagedNotice[];
  next: string | undefined;
  /** Places come from boards; else from the own buildings. */
  hasBoards: boolean;
  /** Whether somebody may ask for doors; the street may not. */
  mayAsk: boolean;
  path: readonly Place[];
  /** The notice that is changed; undefined for a new one. */
  former: { readonly noticeId: string; readonly version: number } | undefined;
  isWriting: boolean;
  typed: NoticeForm;
  /** As the notice at hand, or the first of the list, was handed in last; asked for where it is seen. */
  words: { readonly id: string; readonly title: string; readonly body: string } | undefined;
  chosenId: string;
  reach: Reach | undefined;
  /** Unread doors by building, once they were asked for. */
  unread: Readonly<Record<string, readonly string[]>>;
}

interface Building {
  id: string;
  name: string;
  reach: string;
  mayAsk: boolean;
  ask: string;
  doors: readonly string[];
}

export interface EditView extends FaceView {
  write: string;
  heading: string;
  rows: readonly WrittenRow[];
  chosenId: string;
  isWriting: boolean;
  more: string;
  here: string;
  hasUp: boolean;
  deeper: string;
  places: readonly { value: string; label: string }[];
  chosen: string;
  mayEdit: boolean;
  reachNote: string;
  buildings: readonly Building[];
  hasMoreReach: boolean;
  /** As residents see it: what is being written, what is at hand, or the first of the list. */
  seen: Seen;
  hasSeen: boolean;
}

export const EMPTY_STATE: EditState = {
  notices: [],
  next: undefined,
  hasBoards: false,
  mayAsk: false,
  path: [],
  former: undefined,
  isWriting: false,
  typed: { title: '', body: '', kind: 'plain', day: '' },
  words: undefined,
  chosenId: '',
  reach: undefined,
  unread: {},
};

const EDITABLE: readonly NoticeState[] = ['review', 'returned', 'published'];

/** Buildings of a grid worker, from which one is chosen: by itself no place that a notice goes to. */
export function placeOfBuildings(
  buildings: readonly { readonly id: string; readonly plate: PlateLines }[],
): Place {
  return {
    id: '',
    name: '',
    kind: 'grid',
    below: buildings.map(({ id, plate }) => ({ id, name: plateWords(plate) })),
  };
}

function hereWords({ id, name }: Place): string {
  return id === '' ? NOTICE_EDIT_WORDS.whichBuilding : NOTICE_EDIT_WORDS.here(name);
}

const titleOf = ({ title }: ManagedNotice): string => (title === '' ? NOTICE_EDIT_WORDS.untitled : title);

function rowOf(notice: ManagedNotice): WrittenRow {
  const { id, ground, state } = notice;
  return { id, title: titleOf(notice), detail: ground, state: NOTICE_STATE_WORDS[state] };
}

function buildingsOf({ reach, unread, mayAsk }: EditState, chosen: ManagedNotice): Building[] {
  const isOpen = mayAsk && chosen.isImportant && chosen.state === 'published';
  return (reach?.buildings ?? []).map(({ buildingId: id, name, reached, read }) => {
    const doors = unread[id];
    return {
      id,
      name,
      reach: NOTICE_EDIT_WORDS.reached(reached, read),
      mayAsk: isOpen && doors === undefined,
      ask: NOTICE_EDIT_WORDS.unread(name),
      doors: doors?.length === 0 ? [NOTICE_EDIT_WORDS.unreadNone] : (doors ?? []),
    };
  });
}

function reachNoteOf({ reach }: EditState, { state }: ManagedNotice): string {
  if (state !== 'published' && state !== 'ended') return NOTICE_STATE_WORDS[state];
  if (reach === undefined || reach.buildings.length === 0) return NOTICE_EDIT_WORDS.reachNone;
  return reach.isDelivered ? NOTICE_EDIT_WORDS.reach : NOTICE_EDIT_WORDS.reachOn;
}

function listOf({ notices, next, chosenId }: EditState) {
  return {
    write: NOTICE_EDIT_WORDS.write,
    heading: notices.length > 0 ? NOTICE_EDIT_WORDS.sent : NOTICE_EDIT_WORDS.none,
    rows: notices.map(rowOf),
    chosenId,
    more: next === undefined ? '' : NOTICE_EDIT_WORDS.more,
  };
}

/** Where the notice that is written goes, and where it might go instead. */
function groundOf({ path }: EditState) {
  const here = path[path.length - 1];
  return {
    here: here === undefined ? '' : hereWords(here),
    hasUp: path.length > 1,
    deeper: here?.id === '' ? NOTICE_EDIT_WORDS.buildings : NOTICE_EDIT_WORDS.deeper,
    places: (here?.below ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}

function seenNotice({ title, body, kind, day }: NoticeForm, ground: string, from: string): Seen {
  return {
    ...NOTHING_SEEN,
    mark: kind === 'important' ? NOTICE_WORDS.important : '',
    title,
    from: NOTICE_WORDS.from(ground, dayWords(from)),
    body,
    foot: day === '' ? '' : NOTICE_WORDS.until(dayWords(day)),
  };
}

/** A notice that is being written comes out today at the earliest. */
function seenOf({ isWriting, typed, path, notices, chosenId, words }: EditState, today: string): Seen {
  if (isWriting) return seenNotice(typed, path[path.length - 1]?.name ?? '', today);
  const notice = notices.find(({ id }) => id === chosenId) ?? notices[0];
  if (notice === undefined || words?.id !== notice.id) return NOTHING_SEEN;
  const { ground, isImportant, endsOn: day, at } = notice;
  const kind = isImportant ? 'important' : 'plain';
  return seenNotice({ ...words, kind, day }, ground, dayOf(at));
}

export function viewEdit(state: EditState, today = ''): EditView {
  const { notices, isWriting, chosenId, reach } = state;
  const seen = seenOf(state, today);
  const chosen = notices.find(({ id }) => id === chosenId);
  return {
    ...CONTENT,
    ...listOf(state),
    isWriting,
    ...groundOf(state),
    chosen: chosen === undefined ? '' : titleOf(chosen),
    mayEdit: chosen !== undefined && EDITABLE.includes(chosen.state),
    reachNote: chosen === undefined ? '' : reachNoteOf(state, chosen),
    buildings: chosen === undefined ? [] : buildingsOf(state, chosen),
    hasMoreReach: reach?.next !== undefined,
    seen,
    hasSeen: seen !== NOTHING_SEEN,
  };
}
