/** A text on its way to other people: handed in, checked by a machine, released by a person. Nothing here shows it to anybody. */
import { CONTENT_LENGTH_MAX, type ContentKind } from '@domain/content/content';
import {
  mayRelease,
  nextContentState,
  type ContentEvent,
  type ContentState,
} from '@domain/content/content-state';
import { tracesIn, tracesSentence } from '@domain/content/traces';
import { addDays } from '@domain/kernel/calendar';
import { allowed, Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../kernel/context';
import type { Reader } from '../kernel/store';
import { contentsById } from '../repositories/contents';
import type { ContentDocument } from '../repositories/documents';
import type { Place } from '../vault/envelope';
import type { Keyring } from '../vault/keys';
import { digestId } from '../vault/random-id';

/** A text that nobody sees any more stays as long as somebody may ask why. */
const UNSEEN_DAYS = 30;

export interface NewContent {
  readonly kind: ContentKind;
  readonly subjectId: string;
  /** Empty for what belongs to the whole street. */
  readonly communityId: string;
  readonly text: string;
}

export function contentId(kind: ContentKind, subjectId: string): string {
  return digestId('content', kind, subjectId);
}

export function findContent(
  store: Pick<Reader, 'find'>,
  kind: ContentKind,
  subjectId: string,
): Promise<ContentDocument | undefined> {
  return store.find<ContentDocument>('contents', contentId(kind, subjectId));
}

function placeOf(id: string, field: 'text' | 'author' | 'reason'): Place {
  return { collection: 'contents', id, field };
}

export function openContentText(keyring: Keyring, { _id, sealedText }: ContentDocument): string {
  return keyring.open(placeOf(_id, 'text'), sealedText);
}

/** The platform's name of who wrote it; '' once the verdict is there. */
export function openContentAuthor(keyring: Keyring, { _id, sealedOpenid }: ContentDocument): string {
  return sealedOpenid === '' ? '' : keyring.open(placeOf(_id, 'author'), sealedOpenid);
}

export function openContentReason(keyring: Keyring, { _id, sealedReason }: ContentDocument): string {
  return sealedReason === undefined ? '' : keyring.open(placeOf(_id, 'reason'), sealedReason);
}

/** What was last handed in for a subject, and why it was sent back; undefined where nothing was. */
export async function writtenText(
  { keyring, store }: { readonly keyring: Keyring; readonly store: Pick<Reader, 'find'> },
  kind: ContentKind,
  subjectId: string,
): Promise<{ readonly text: string; readonly reason: string } | undefined> {
  const row = await findContent(store, kind, subjectId);
  return row && { text: openContentText(keyring, row), reason: openContentReason(keyring, row) };
}

/** What was last handed in for those that nothing is released of, so that they have no title yet; for a list of whoever may write it. */
export async function unreleasedTexts(
  { keyring, store }: { readonly keyring: Keyring; readonly store: Pick<Reader, 'search'> },
  kind: ContentKind,
  listed: readonly { readonly _id: string; readonly title: string }[],
): Promise<ReadonlyMap<string, string>> {
  const unreleased = listed.filter(({ title }) => title === '');
  if (unreleased.length === 0) return new Map();
  const rows = await contentsById(
    store,
    unreleased.map(({ _id }) => contentId(kind, _id)),
  );
  return new Map(rows.map((row) => [row.subjectId, openContentText(keyring, row)]));
}

/** Throws CONTENT_REJECTED where a text shows what is a person's own; its kinds stand in the details. */
export function refuseTraces(text: string): void {
  const kinds = tracesIn(text);
  if (kinds.length > 0) {
    throw new Problem('CONTENT_REJECTED', { kinds: kinds.join(' '), sentence: tracesSentence(kinds) });
  }
}

/** Throws WRONG_STATE. */
function stateAfter(row: Pick<ContentDocument, 'state'>, event: ContentEvent): ContentState {
  return allowed(nextContentState(row.state, event), row.state);
}

export interface ContentFacts extends NewContent {
  readonly streetId: string;
  readonly authorId: string;
  /** Of `sealAuthor`, for this kind and subject. */
  readonly sealedOpenid: string;
  readonly at: number;
}

/** The platform's name of the caller, where the check of a text will ask for it. */
export function sealAuthor({ sealOpenid }: Pick<ChangeContext, 'sealOpenid'>, id: string): string {
  return sealOpenid(placeOf(id, 'author'));
}

/** A text that has just been handed in: its check is due. */
export function newContentRow(keyring: Keyring, { text, ...facts }: ContentFacts): ContentDocument {
  const _id = contentId(facts.kind, facts.subjectId);
  return {
    _id,
    version: 1,
    ...facts,
    sealedText: keyring.seal('content', placeOf(_id, 'text'), text),
    check: 'due',
    tries: 0,
    nextCheckAt: facts.at,
    state: 'checking',
    reported: 'none',
    abuses: [],
    reporters: [],
    purgeOn: '',
  };
}

/**
 * Hands a text in, or in again: it is checked within a minute and waits for a person after that. Where a former one was public, its
 * domain decides whether that stays so meanwhile. `isFirst`: the subject is made by this very change, and has none. Throws
 * CONTENT_REJECTED.
 */
export async function submitContent(
  context: ChangeContext,
  content: NewContent,
  { isFirst }: { readonly isFirst: boolean },
): Promise<ContentDocument> {
  const { kind, subjectId, text } = content;
  if (text.length > CONTENT_LENGTH_MAX) throw new Problem('VALIDATION', { field: 'text' });
  refuseTraces(text);
  const former = isFirst ? undefined : await findContent(context.store, kind, subjectId);
  const { streetId } = await context.campaign();
  const fresh = newContentRow(context.keyring, {
    ...content,
    streetId,
    authorId: context.caller.userId,
    sealedOpenid: sealAuthor(context, contentId(kind, subjectId)),
    at: context.now,
  });
  const row: ContentDocument = { ...fresh, version: (former?.version ?? 0) + 1 };
  if (former === undefined) context.write.insert('contents', row);
  else context.write.replace('contents', row);
  return row;
}

function decided(
  { caller, keyring, now, today }: ChangeContext,
  row: ContentDocument,
  { state, reason }: { readonly state: ContentState; readonly reason?: string },
): Partial<ContentDocument> {
  const isSeen = state === 'released';
  return {
    version: row.version + 1,
    state,
    decidedBy: caller.userId,
    decidedAt: now,
    nextCheckAt: 0,
    check: row.check === 'due' ? 'unchecked' : row.check,
    sealedOpenid: '',
    reported: 'none',
    ...(reason === undefined
      ? {}
      : { sealedReason: keyring.seal('content', placeOf(row._id, 'reason'), reason) }),
    purgeOn: isSeen ? '' : addDays(today, UNSEEN_DAYS),
  };
}

/**
 * A person lets a checked text out. Throws WRONG_STATE where it does not wait for one, FORBIDDEN where it is the caller's own and
 * the machine did not pass it.
 */
export function releaseContent(context: ChangeContext, row: ContentDocument): void {
  letOut(context, row, 'release');
}

/** A text that rests or was sent back is let out after all; whoever asks knows that nobody took it down. Throws as releaseContent does. */
export function restoreContent(context: ChangeContext, row: ContentDocument): void {
  letOut(context, row, 'restore');
}

function letOut(context: ChangeContext, row: ContentDocument, event: 'release' | 'restore'): void {
  const state = stateAfter(row, event);
  if (!mayRelease(row.check, row.authorId === context.caller.userId)) throw new Problem('FORBIDDEN');
  context.write.patch('contents', row._id, decided(context, row, { state }));
}

/** A person asks the author to change it. Throws WRONG_STATE. */
export function returnContent(context: ChangeContext, row: ContentDocument, reason: string): void {
  const state = stateAfter(row, 'return');
  context.write.patch('contents', row._id, decided(context, row, { state, reason }));
}

/** Out of sight, whether it was seen already or not. Throws WRONG_STATE where it is hidden. */
export function hideContent(context: ChangeContext, row: ContentDocument, reason: string): void {
  const state = stateAfter(row, 'hide');
  context.write.patch('contents', row._id, decided(context, row, { state, reason }));
}

/** What a subject that is over said is shown nowhere any more. */
export async function hideWords(
  context: ChangeContext,
  { kind, subjectId }: Pick<NewContent, 'kind' | 'subjectId'>,
  reason: string,
): Promise<void> {
  const content = await findContent(context.store, kind, subjectId);
  if (content !== undefined && content.state !== 'hidden') hideContent(context, content, reason);
}

/** What keeps a text that waits from the desk: it may be restored as long as its subject stands. Undefined where it does not wait. */
export function atRest({ state, version }: ContentDocument): Partial<ContentDocument> | undefined {
  if (state !== 'checking' && state !== 'waiting') return undefined;
  return { version: version + 1, state: 'hidden', reported: 'none', purgeOn: '' };
}

/** Out of sight because its time is over: nobody decided about it. */
export async function outliveWords(
  {
    find,
    write,
    today,
  }: { readonly find: Reader['find']; readonly write: ChangeContext['write']; readonly today: string },
  { kind, subjectId }: Pick<NewContent, 'kind' | 'subjectId'>,
): Promise<void> {
  const row = await findContent({ find }, kind, subjectId);
  const state = row && nextContentState(row.state, 'hide');
  if (row === undefined || state === undefined) return;
  const purgeOn = addDays(today, UNSEEN_DAYS);
  write.patch('contents', row._id, { version: row.version + 1, state, reported: 'none', purgeOn });
}
