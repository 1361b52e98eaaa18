/** A wish that is being written: one for the own home, and one for each door at which somebody writes for another. */
import { draftStore } from './kept-draft';

export interface WishDraft {
  text: string;
  from: 'registration' | 'typed';
  name: string;
  phone: string;
  note: string;
  /** What is true of the home: alone, agrees. */
  about: readonly string[];
}

export const NO_WISH: WishDraft = {
  text: '',
  from: 'registration',
  name: '',
  phone: '',
  note: '',
  about: [],
};

export function wishDrafts(doorId: string) {
  return draftStore(doorId === '' ? 'wishDraft' : `wishDraft.${doorId}`, NO_WISH);
}
