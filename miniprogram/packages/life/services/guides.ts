import type { DirectoryEntry, ShownGuide } from '@domain/contract/guide';
import { NOBODY } from '../../../services/client';
import { guide } from '../../../services/guide';
import { keptShelf, openShelf, type Shelf } from './shelf';

const GUIDES = 'guides';
const DIRECTORY = 'directory';
/** What is public is asked by nobody: it opens without a seat. */
const AS_NOBODY = { actAs: NOBODY };

const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export function openGuides(onFirst: (shelf: Shelf<ShownGuide>) => void): Promise<Shelf<ShownGuide>> {
  return openShelf<ShownGuide>({
    kind: GUIDES,
    onFirst,
    ask: async (cursor) => {
      const reply = await guide.list(from(cursor), AS_NOBODY);
      return reply.ok ? { ok: true, rows: reply.data.guides, next: reply.data.next } : reply;
    },
  });
}

export function keptGuides(): Promise<Shelf<ShownGuide>> {
  return keptShelf<ShownGuide>(GUIDES);
}

export function openDirectory(): Promise<Shelf<DirectoryEntry>> {
  return openShelf<DirectoryEntry>({
    kind: DIRECTORY,
    ask: async (cursor) => {
      const reply = await guide.listDirectory(from(cursor), AS_NOBODY);
      return reply.ok ? { ok: true, rows: reply.data.entries, next: reply.data.next } : reply;
    },
  });
}

export function keptDirectory(): Promise<Shelf<DirectoryEntry>> {
  return keptShelf<DirectoryEntry>(DIRECTORY);
}
