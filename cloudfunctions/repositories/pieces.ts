/** Kept sheets, and the versions by which one sees whether they still hold. */
import { DuplicateKey, increase, type Reader, type Store } from '../kernel/store';
import type { BoardDocument, ExportDocument, ExportPiecesDocument } from './documents';

const NAME = 'exportPieces';
const COMPOUNDS_MAX = 1000;
const STALE_AT_ONCE_MAX = 50;
const VERSION_FIELDS = ['name', 'people', 'counts', 'newestEventId'] as const;

/** A compound's board as far as an export reads it. */
export type CompoundVersion = Pick<BoardDocument, '_id' | (typeof VERSION_FIELDS)[number]>;

/** The compounds of a scope in their order. Indexes street_kind_order, community_order of boards. */
export async function compoundsOfScope(
  reader: Reader,
  { scopeKind, scopeId }: Pick<ExportDocument, 'scopeKind' | 'scopeId'>,
): Promise<CompoundVersion[]> {
  if (scopeKind === 'compound') {
    const board = await reader.find<BoardDocument>('boards', scopeId);
    return board === undefined ? [] : [board];
  }
  return reader.search<CompoundVersion>('boards', {
    where: { [scopeKind === 'street' ? 'streetId' : 'communityId']: scopeId, kind: 'compound' },
    order: [['order', 'asc']],
    limit: COMPOUNDS_MAX,
    fields: VERSION_FIELDS,
  });
}

export function findPieces(reader: Reader, id: string): Promise<ExportPiecesDocument | undefined> {
  return reader.find<ExportPiecesDocument>(NAME, id);
}

/** Puts new pieces in the place of the former ones; false where another run was first. */
export async function keepPieces(
  store: Store,
  { _id, ...kept }: Pick<ExportPiecesDocument, '_id' | 'fileId' | 'pieces' | 'at'>,
  former: Pick<ExportPiecesDocument, 'version' | 'fileId'> | undefined,
): Promise<boolean> {
  if (former !== undefined) {
    const change = { ...kept, formerFileId: former.fileId, version: increase(1) };
    return (await store.patchWhere(NAME, { _id, version: former.version }, change)) === 1;
  }
  const first: ExportPiecesDocument = { _id, version: 1, ...kept };
  try {
    await store.insert(NAME, [first]);
    return true;
  } catch (error) {
    if (error instanceof DuplicateKey) return false;
    throw error;
  }
}

/** Pieces kept since before a moment. Index at. */
export function piecesBefore(reader: Reader, at: number): Promise<ExportPiecesDocument[]> {
  return reader.search<ExportPiecesDocument>(NAME, {
    where: { at: { lt: at } },
    order: [['at', 'asc']],
    limit: STALE_AT_ONCE_MAX,
  });
}

export function forgetPieces(store: Store, id: string): Promise<void> {
  return store.remove(NAME, id);
}
