/** Guides, offices and courses: the same lists over three collections. */
import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import type { CourseDocument, DirectoryDocument, GuideDocument } from './documents';
import { readPage } from './pages';

interface Publications {
  readonly guides: GuideDocument;
  readonly directory: DirectoryDocument;
  readonly courses: CourseDocument;
}

type Cursor = string | undefined;

export function findPublication<Name extends keyof Publications>(
  reader: Reader,
  name: Name,
  id: string,
): Promise<Publications[Name] | undefined> {
  return reader.find<Publications[Name]>(name, id);
}

/** One page of what is shown, in the office's order. Index state_order. */
export function shownPage<Name extends keyof Publications>(
  reader: Reader,
  name: Name,
  cursor: Cursor,
): Promise<Page<Publications[Name]>> {
  const where = { state: 'shown' };
  return readPage<Publications[Name]>(reader, name, { where, sort: 'order', direction: 'asc', cursor });
}

/** One page of everything within reach, newest first. Indexes community_order, street_order. */
export function publicationsPage<Name extends keyof Publications>(
  reader: Reader,
  name: Name,
  { field, values, cursor }: AreaFilter & { readonly cursor: Cursor },
): Promise<Page<Publications[Name]>> {
  const where = { [field]: { in: values } };
  return readPage<Publications[Name]>(reader, name, { where, sort: 'order', direction: 'desc', cursor });
}
