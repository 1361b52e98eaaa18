/** Notices as they are written: those of the territory, the one that is being written, or how far one came. */
import type { ManagedNotice } from '@domain/contract/notice';
import type { GroundKind } from '@domain/notice/notice';
import { NOTICE_EDIT_WORDS, NOTICE_STATE_WORDS } from '../../../../messages/notice';
import type { WrittenRow } from '../../../../components/written-list/written-list';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

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

export interface EditState {
  notices: readonly ManagedNotice[];
  next: string | undefined;
  mayWrite: boolean;
  /** Whether somebody may ask for doors; the street may not. */
  mayAsk: boolean;
  path: readonly Place[];
  isWriting: boolean;
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
  doors: string;
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
  places: readonly { value: string; label: string }[];
  chosen: string;
  reachNote: string;
  buildings: readonly Building[];
  hasMoreReach: boolean;
}

export const EMPTY_STATE: EditState = {
  notices: [],
  next: undefined,
  mayWrite: false,
  mayAsk: false,
  path: [],
  isWriting: false,
  chosenId: '',
  reach: undefined,
  unread: {},
};

const titleOf = ({ title }: ManagedNotice): string => (title === '' ? NOTICE_EDIT_WORDS.untitled : title);

function rowOf(notice: ManagedNotice): WrittenRow {
  const { id, ground, state } = notice;
  return { id, title: titleOf(notice), detail: ground, state: NOTICE_STATE_WORDS[state] };
}

function buildingsOf({ reach, unread, mayAsk }: EditState, chosen: ManagedNotice): Building[] {
  const isOpen = mayAsk && chosen.isImportant && chosen.state === 'published';
  return (reach?.buildings ?? []).map(({ buildingId: id, name, reached, read }) => {
    const doors = unread[id];
    const words = doors?.length === 0 ? NOTICE_EDIT_WORDS.unreadNone : (doors?.join('、') ?? '');
    return {
      id,
      name,
      reach: NOTICE_EDIT_WORDS.reached(reached, read),
      mayAsk: isOpen && doors === undefined,
      ask: NOTICE_EDIT_WORDS.unread(name),
      doors: words,
    };
  });
}

function reachNoteOf({ reach }: EditState, { state }: ManagedNotice): string {
  if (state !== 'published' && state !== 'ended') return NOTICE_STATE_WORDS[state];
  if (reach === undefined || reach.buildings.length === 0) return NOTICE_EDIT_WORDS.reachNone;
  return reach.isDelivered ? NOTICE_EDIT_WORDS.reach : NOTICE_EDIT_WORDS.reachOn;
}

function listOf({ notices, next, mayWrite, chosenId }: EditState) {
  return {
    write: mayWrite ? NOTICE_EDIT_WORDS.write : '',
    heading: notices.length > 0 ? NOTICE_EDIT_WORDS.sent : NOTICE_EDIT_WORDS.none,
    rows: notices.map(rowOf),
    chosenId,
    more: next === undefined ? '' : NOTICE_EDIT_WORDS.more,
  };
}

export function viewEdit(state: EditState): EditView {
  const { notices, path, isWriting, chosenId, reach } = state;
  const chosen = notices.find(({ id }) => id === chosenId);
  const here = path[path.length - 1];
  return {
    ...CONTENT,
    ...listOf(state),
    isWriting,
    here: here === undefined ? '' : NOTICE_EDIT_WORDS.here(here.name),
    hasUp: path.length > 1,
    places: (here?.below ?? []).map(({ id, name }) => ({ value: id, label: name })),
    chosen: chosen === undefined ? '' : titleOf(chosen),
    reachNote: chosen === undefined ? '' : reachNoteOf(state, chosen),
    buildings: chosen === undefined ? [] : buildingsOf(state, chosen),
    hasMoreReach: reach?.next !== undefined,
  };
}
