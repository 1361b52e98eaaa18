/** A page on which the office writes: what was written, and the one that is at hand. */
import type { PublicationState } from '@domain/publication/publication-state';
import type { Field } from '../../../components/written-form/written-form';
import type { WrittenRow } from '../../../components/written-list/written-list';
import { PUBLICATION_WORDS, WRITING_WORDS } from '../../../messages/writing';
import { CONTENT, type FaceView } from '../../../services/staff-page';
import { NOTHING_SEEN, type Seen } from './seen';
import { fieldsOf, type Part, type Shape, type Typed } from './shape';

/** One text of the list. */
export interface Written {
  readonly id: string;
  readonly version: number;
  readonly state: PublicationState;
  readonly title: string;
  readonly detail: string;
  readonly hasDraft: boolean;
}

export interface ListWords {
  readonly write: string;
  readonly heading: string;
  readonly none: string;
  readonly fresh: string;
  readonly figures: string;
}

export interface WritingState {
  readonly rows: readonly Written[];
  readonly next: string | undefined;
  /** Undefined: none is at hand; '' is a new one. */
  readonly chosenId: string | undefined;
  readonly typed: Typed;
  /** The first of the list, shown while none is at hand; undefined where there is no room or none yet. */
  readonly first: { readonly id: string; readonly typed: Typed } | undefined;
  readonly part: string;
  readonly isTried: boolean;
  /** It was left unfinished the last time. */
  readonly isKept: boolean;
  readonly figures: string;
}

export const NOTHING_AT_HAND: WritingState = {
  rows: [],
  next: undefined,
  chosenId: undefined,
  typed: {},
  first: undefined,
  part: '',
  isTried: false,
  isKept: false,
  figures: '',
};

interface FormView {
  heading: string;
  notes: readonly string[];
  parts: readonly Part[];
  part: string;
  fields: readonly Field[];
  figures: string;
  mayWithdraw: boolean;
}

export interface WritingView extends FaceView {
  write: string;
  heading: string;
  rows: readonly WrittenRow[];
  chosenId: string;
  isWriting: boolean;
  more: string;
  isOpen: boolean;
  form: FormView;
  /** As residents see it: what stands in the form, or the first of the list. */
  seen: Seen;
  hasFirst: boolean;
}

const NO_FORM: FormView = {
  heading: '',
  notes: [],
  parts: [],
  part: '',
  fields: [],
  figures: '',
  mayWithdraw: false,
};

function rowOf({ id, title, detail, state, hasDraft }: Written): WrittenRow {
  const stand = state === 'shown' && hasDraft ? 'changed' : state;
  return { id, title, detail, state: PUBLICATION_WORDS[stand] };
}

function notesOf({ isKept, figures }: WritingState, chosen: Written | undefined): string[] {
  const waits = chosen?.state === 'shown' && chosen.hasDraft;
  return [
    ...(isKept ? [WRITING_WORDS.kept] : []),
    ...(waits ? [WRITING_WORDS.waiting] : []),
    ...(figures === '' ? [] : [figures]),
  ];
}

function formOf<Text>(state: WritingState, shape: Shape<Text>, words: ListWords): FormView {
  const { chosenId, typed, part, isTried, rows, figures } = state;
  if (chosenId === undefined) return NO_FORM;
  const chosen = rows.find(({ id }) => id === chosenId);
  return {
    heading: chosen?.title ?? words.fresh,
    notes: notesOf(state, chosen),
    parts: shape.parts(typed),
    part,
    fields: fieldsOf(shape.blanks(typed, part), { typed, isTried }),
    figures: chosen === undefined || chosen.state !== 'shown' || figures !== '' ? '' : words.figures,
    mayWithdraw: chosen !== undefined && chosen.state !== 'withdrawn',
  };
}

export function seenOf<Text>({ chosenId, typed, part, first }: WritingState, shape: Shape<Text>): Seen {
  if (chosenId !== undefined) return shape.seenOf(typed, part);
  return first === undefined
    ? NOTHING_SEEN
    : shape.seenOf(first.typed, shape.parts(first.typed)[0]?.value ?? '');
}

export function viewWriting<Text>(
  state: WritingState,
  { shape, words }: { readonly shape: Shape<Text>; readonly words: ListWords },
): WritingView {
  const { rows, next, chosenId } = state;
  return {
    ...CONTENT,
    write: words.write,
    heading: rows.length > 0 ? words.heading : words.none,
    rows: rows.map(rowOf),
    chosenId: chosenId ?? '',
    isWriting: chosenId !== undefined,
    more: next === undefined ? '' : WRITING_WORDS.more,
    isOpen: chosenId !== undefined,
    form: formOf(state, shape, words),
    seen: seenOf(state, shape),
    hasFirst: state.first !== undefined,
  };
}
