/** The only place where practice lies: nothing that counts, lists or exports reads this collection. */
import type { Reader, Store } from '../kernel/store';
import { digestId } from '../vault/random-id';
import type { PracticeDocument } from './documents';

export const PRACTICES = 'practices';
const BATCH = 200;

/** One a person, whatever seats the person holds. */
export function practiceId(userId: string): string {
  return digestId('practice', userId);
}

export function findPractice(reader: Reader, userId: string): Promise<PracticeDocument | undefined> {
  return reader.find<PracticeDocument>(PRACTICES, practiceId(userId));
}

/** Erases what has been kept to its last day; a run that dies goes on with the next one. Index purge. */
export async function purgePractices(store: Store, today: string, isTimeUp: () => boolean): Promise<void> {
  for (;;) {
    const old = await store.search<PracticeDocument>(PRACTICES, {
      where: { purgeOn: { lt: today } },
      limit: BATCH,
      fields: ['_id'],
    });
    for (const { _id } of old) {
      if (isTimeUp()) return;
      await store.remove(PRACTICES, _id);
    }
    if (old.length < BATCH) return;
  }
}
