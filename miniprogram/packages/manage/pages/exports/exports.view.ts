/** Files that were asked for: where each one stands, and the one thing this person can do with it. */
import type { ExportRow } from '@domain/contract/export';
import { momentWords } from '@domain/kernel/day';
import { EXPORT_WORDS } from '../../../../messages/manage';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, faceOf, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';

export interface ExportsAnswer {
  exports: ExportRow[];
  next?: string | undefined;
}

export interface ExportsState {
  kept: Kept<ExportsAnswer>;
  /** The row that a call is under way for. */
  busyId: string;
  /** Rows whose file this phone has opened. */
  openedIds: readonly string[];
  notice: { id: string; words: string };
  mayAsk: boolean;
}

/**
 * decide: another person's wish · open: the own file · acknowledge: the own file was opened · again: it could not be made, and the
 * wish is laid out anew · none: nothing to do.
 */
type Way = 'decide' | 'open' | 'acknowledge' | 'again' | 'none';

interface ExportCard {
  key: string;
  title: string;
  /** How much of names and phones it holds. */
  mark: string;
  state: string;
  tone: 'plain' | 'ok' | 'warn';
  facts: string;
  reason: string;
  done: number;
  parts: number;
  isMaking: boolean;
  way: Way;
  isBusy: boolean;
  notice: string;
}

export interface ExportsView extends FaceView {
  stale: string;
  cards: readonly ExportCard[];
  hasMore: boolean;
  /** Somebody waits for a word about a file, or the own one is there: that goes before asking for another. */
  isAsked: boolean;
}

export function viewExports(state: ExportsState): ExportsView {
  const { data, problem, at } = state.kept;
  const base = { ...CONTENT, stale: '', cards: [], hasMore: false, isAsked: false };
  if (data === undefined) return { ...base, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  if (data.exports.length === 0) {
    // None was asked for then: that is no answer to which there are now.
    return { ...base, ...(problem === undefined ? emptyFace(state.mayAsk) : faceOf(problem)) };
  }
  return {
    ...base,
    stale: staleWords(problem, at),
    cards: data.exports.map((row) => cardOf(row, state)),
    hasMore: data.next !== undefined,
    isAsked: data.exports.some(({ mayDecide, isMine, state: at }) => mayDecide || (isMine && at === 'ready')),
  };
}

/** Worth asking again soon: a file is being made, or its job has not begun. */
export function isMaking({ kept }: Pick<ExportsState, 'kept'>): boolean {
  return kept.data?.exports.some(({ state }) => state === 'approved') === true;
}

/** The newest rows, and behind them those that were read before and are not among them. */
export function withNewest(known: ExportsAnswer | undefined, newest: ExportsAnswer): ExportsAnswer {
  const ids = new Set(newest.exports.map(({ id }) => id));
  const older = (known?.exports ?? []).filter(({ id }) => !ids.has(id));
  const isLonger = (known?.exports.length ?? 0) > newest.exports.length;
  if (!isLonger) return newest;
  return { exports: [...newest.exports, ...older], next: known?.next };
}

function cardOf(row: ExportRow, state: ExportsState): ExportCard {
  const { busyId, notice } = state;
  const making = row.state === 'approved';
  return {
    key: row.id,
    title: `${row.scopeName} · ${EXPORT_WORDS.kinds[row.kind]}`,
    mark: row.clear ? EXPORT_WORDS.clearMark : '',
    state: stateOf(row),
    tone: toneOf(row),
    facts: factsOf(row).join('，'),
    reason: row.refusal ?? row.reason,
    done: row.partsDone,
    parts: row.parts,
    isMaking: making && row.parts > 0,
    way: wayOf(row, state),
    isBusy: busyId === row.id,
    notice: notice.id === row.id ? notice.words : '',
  };
}

function stateOf({ state, isMine, partsDone, parts }: ExportRow): string {
  if (state === 'approved') return EXPORT_WORDS.progress(partsDone, parts);
  if (isMine) return EXPORT_WORDS.states[state];
  if (state === 'failed') return EXPORT_WORDS.failedForOther;
  return state === 'ready' ? EXPORT_WORDS.readyForOther : EXPORT_WORDS.states[state];
}

function wayOf({ id, isMine, mayDecide, state }: ExportRow, { openedIds, mayAsk }: ExportsState): Way {
  if (mayDecide) return 'decide';
  if (isMine && mayAsk && state === 'failed') return 'again';
  if (!isMine || state !== 'ready') return 'none';
  return openedIds.includes(id) ? 'acknowledge' : 'open';
}

function toneOf({ state }: ExportRow): ExportCard['tone'] {
  if (state === 'ready') return 'ok';
  return state === 'failed' || state === 'refused' ? 'warn' : 'plain';
}

function factsOf({
  clear,
  isMine,
  requester,
  requestedAt,
  rows,
  asOf,
  expiresAt,
  state,
}: ExportRow): string[] {
  return [
    ...(clear ? [] : [EXPORT_WORDS.maskedMark]),
    EXPORT_WORDS.asked(isMine ? EXPORT_WORDS.me : requester, momentWords(requestedAt)),
    ...(rows > 0 ? [EXPORT_WORDS.rows(rows)] : []),
    ...(asOf === undefined ? [] : [EXPORT_WORDS.asOf(momentWords(asOf))]),
    ...(expiresAt === undefined || state !== 'ready' ? [] : [EXPORT_WORDS.expires(momentWords(expiresAt))]),
  ];
}

function emptyFace(mayAsk: boolean): FaceView {
  const { empty, emptyDetail, ask } = EXPORT_WORDS;
  return { face: 'empty', sentence: empty, detail: mayAsk ? emptyDetail : '', action: mayAsk ? ask : '' };
}
