/** The only place where practice lies: nothing that counts, lists or exports reads this collection. */
import type { Reader } from '../kernel/store';
import { digestId } from '../vault/random-id';
import type { PracticeDocument } from './documents';

export const PRACTICES = 'practices';

/** One a person, whatever seats the person holds. */
export function practiceId(userId: string): string {
  return digestId('practice', userId);
}

export function findPractice(reader: Reader, userId: string): Promise<PracticeDocument | undefined> {
  return reader.find<PracticeDocument>(PRACTICES, practiceId(userId));
}
