import type { Reader } from '../kernel/store';
import type { TacticDocument } from './documents';

export const TACTICS = 'tactics';
const COMPOUNDS_MAX = 200;

export function findTactic(reader: Reader, compoundId: string): Promise<TacticDocument | undefined> {
  return reader.find<TacticDocument>(TACTICS, compoundId);
}

/** What the committees of a community chose. Index community. */
export function tacticsOf(reader: Reader, communityId: string): Promise<TacticDocument[]> {
  return reader.search<TacticDocument>(TACTICS, { where: { communityId }, limit: COMPOUNDS_MAX });
}
