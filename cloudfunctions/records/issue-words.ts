/** What an issue says in its reporter's and its handlers' own words: sealed where it lies. */
import type { Keyring } from '../vault/keys';
import type { IssueDocument, IssueStepRecord } from '../repositories/documents';

export interface IssueWords {
  readonly text: string;
  /** Where exactly; '' where the place says enough. */
  readonly spot: string;
}

const placeOf = (id: string, field: string) => ({ collection: 'issues', id, field });

/** What the street alone sees has a key of its own, with everything that harms most. */
function familyOf({ isStreetOnly }: Pick<IssueDocument, 'isStreetOnly'>): 'sensitive' | 'content' {
  return isStreetOnly ? 'sensitive' : 'content';
}

export function sealWords(
  keyring: Keyring,
  issue: Pick<IssueDocument, '_id' | 'isStreetOnly'>,
  words: IssueWords,
): string {
  return keyring.seal(familyOf(issue), placeOf(issue._id, 'words'), JSON.stringify(words));
}

export function openWords(
  keyring: Keyring,
  { _id, sealedWords }: Pick<IssueDocument, '_id' | 'sealedWords'>,
): IssueWords {
  return JSON.parse(keyring.open(placeOf(_id, 'words'), sealedWords)) as IssueWords;
}

/** Spot and text in one, as they are checked and read. */
export function wholeText({ text, spot }: Pick<IssueWords, 'text' | 'spot'>): string {
  return spot === '' ? text : `${spot}：${text}`;
}

/** `at` is the note's place in the history. */
function sealNote(
  keyring: Keyring,
  issue: Pick<IssueDocument, '_id' | 'isStreetOnly'>,
  { at, note }: { readonly at: number; readonly note: string },
): string {
  return keyring.seal(familyOf(issue), placeOf(issue._id, `history.${at}`), note);
}

export function openNote(
  keyring: Keyring,
  { _id, history }: Pick<IssueDocument, '_id' | 'history'>,
  at: number,
): string {
  const sealed = history[at]?.sealedNote;
  return sealed === undefined ? '' : keyring.open(placeOf(_id, `history.${at}`), sealed);
}

export function sealPhone(keyring: Keyring, id: string, phone: string): string {
  return keyring.seal('person', placeOf(id, 'phone'), phone);
}

export function openPhone(
  keyring: Keyring,
  { _id, sealedPhone }: Pick<IssueDocument, '_id' | 'sealedPhone'>,
): string {
  return sealedPhone === undefined ? '' : keyring.open(placeOf(_id, 'phone'), sealedPhone);
}

/** The history with one more step. */
export function withStep(
  keyring: Keyring,
  issue: IssueDocument,
  { note = '', ...step }: Omit<IssueStepRecord, 'sealedNote'> & { readonly note?: string },
): readonly IssueStepRecord[] {
  const at = issue.history.length;
  const sealed = note === '' ? {} : { sealedNote: sealNote(keyring, issue, { at, note }) };
  return [...issue.history, { ...step, ...sealed }];
}
