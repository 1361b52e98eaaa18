/** What a decision about a waiting form came to. */
import { DOOR_WORDS } from '../../../../messages/worker';

export type Verdict = 'confirm' | 'sameHousehold' | 'secondHousehold' | 'bedHolder' | 'reject';

export function decidedWords(verdict: Verdict, conflicts: number): string {
  if (verdict === 'reject') return DOOR_WORDS.returned;
  if (verdict === 'confirm') return DOOR_WORDS.confirmed;
  if (verdict === 'bedHolder') return DOOR_WORDS.bedded;
  return verdict === 'sameHousehold' ? DOOR_WORDS.joined(conflicts) : DOOR_WORDS.seconded;
}
