/** Guides, offices and courses on their way: a newer text waits beside what is shown until it is released, and takes its place then. */
import { wordsOfCourse, type CourseText } from '@domain/course/course';
import { wordsOfOffice, type DirectoryText } from '@domain/guide/directory';
import { wordsOfGuide, type GuideText } from '@domain/guide/guide';
import type { ContentKind } from '@domain/content/content';
import { allowed, Problem } from '@domain/kernel/problem';
import { nextPublicationState, type PublicationState } from '@domain/publication/publication-state';
import type { ChangeContext } from '../kernel/context';
import type { CourseDocument, DirectoryDocument, GuideDocument } from '../repositories/documents';
import { findArea } from '../repositories/frame';
import { findPublication } from '../repositories/publications';
import type { ContentEffects } from './content-decision';
import { findContent, hideContent, submitContent } from './contents';
import { initialsOfGuide } from './initials';

interface Texts {
  readonly guides: GuideText;
  readonly directory: DirectoryText;
  readonly courses: CourseText;
}

type Shelf = keyof Texts;

const CONTENT_KINDS: Readonly<Record<Shelf, ContentKind>> = {
  guides: 'guide',
  directory: 'office',
  courses: 'course',
};

const WORDS: { readonly [Name in Shelf]: (text: Texts[Name]) => string } = {
  guides: wordsOfGuide,
  directory: wordsOfOffice,
  courses: wordsOfCourse,
};

/** What a new document has beside its text. */
const BEGINNINGS: Readonly<Record<Shelf, object>> = {
  guides: { initials: [], stars: {} },
  directory: {},
  courses: { taken: 0, passed: 0 },
};

/** Why its words leave the desk's queue. */
const WITHDRAWN = '编写的人收回了';

type Stored = GuideDocument | DirectoryDocument | CourseDocument;

function stateAfter({ state }: Pick<Stored, 'state'>, event: 'save' | 'withdraw'): PublicationState {
  return allowed(nextPublicationState(state, event), state);
}

/** The stored document within the caller's reach. Throws NOT_FOUND, STALE_VERSION. */
async function editable(
  context: ChangeContext,
  shelf: Shelf,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Stored> {
  const found: Stored | undefined = await findPublication(context.store, shelf, id);
  if (found === undefined) throw new Problem('NOT_FOUND');
  context.permit({ communityId: found.communityId, streetId: found.streetId });
  if (found.version !== version) throw new Problem('STALE_VERSION', { version: found.version });
  return found;
}

export interface Draft<Name extends Shelf> {
  readonly shelf: Name;
  /** Absent for a new one. */
  readonly id: string | undefined;
  readonly version: number;
  readonly text: Texts[Name];
}

/** Where a new text belongs: to the community of the seat that writes it, or to the whole street. */
async function newPlace(
  context: ChangeContext,
): Promise<Pick<Stored, 'streetId' | 'communityId' | 'community'>> {
  const { streetId } = await context.campaign();
  const communityId = context.caller.seat?.scope.communityIds?.[0] ?? '';
  context.permit({ streetId, communityId });
  const community = communityId === '' ? '' : ((await findArea(context.store, communityId))?.name ?? '');
  return { streetId, communityId, community };
}

/** Keeps the text as a draft and hands its words in. Throws CONTENT_REJECTED where they show what is a person's own. */
export async function saveDraft<Name extends Shelf>(
  context: ChangeContext,
  { shelf, id, version, text }: Draft<Name>,
): Promise<{ readonly id: string; readonly version: number }> {
  const stored = id === undefined ? undefined : await editable(context, shelf, { id, version });
  const place = stored ?? (await newPlace(context));
  const subjectId = stored?._id ?? context.idFor(shelf);
  const next = (stored?.version ?? 0) + 1;
  const { communityId } = place;
  const content = { kind: CONTENT_KINDS[shelf], subjectId, communityId, text: WORDS[shelf](text) };
  await submitContent(context, content, { isFirst: stored === undefined });
  if (stored === undefined) {
    const { streetId, community } = place;
    const fresh = { _id: subjectId, version: next, state: 'draft', streetId, communityId, community };
    context.write.insert(shelf, { ...fresh, order: context.now, draft: text, ...BEGINNINGS[shelf] });
  } else {
    const state = stateAfter(stored, 'save');
    context.write.patch(shelf, subjectId, { version: next, state, draft: text });
  }
  context.record({ objects: [subjectId], subjects: [], fields: ['draft'], place: { communityId } });
  return { id: subjectId, version: next };
}

/** Takes it from everybody's sight, and its words from the desk's queue. */
export async function withdraw(
  context: ChangeContext,
  shelf: Shelf,
  wish: { readonly id: string; readonly version: number },
): Promise<number> {
  const stored = await editable(context, shelf, wish);
  const state = stateAfter(stored, 'withdraw');
  const version = stored.version + 1;
  context.write.patch(shelf, wish.id, { version, state });
  const content = await findContent(context.store, CONTENT_KINDS[shelf], wish.id);
  if (content !== undefined && content.state !== 'hidden') hideContent(context, content, WITHDRAWN);
  const { communityId } = stored;
  context.record({ objects: [wish.id], subjects: [], fields: ['state'], place: { communityId } });
  return version;
}

/** The desk let it out: the draft is what everybody reads from now on. */
async function showDraft(context: ChangeContext, shelf: Shelf, id: string): Promise<void> {
  const stored: Stored | undefined = await findPublication(context.store, shelf, id);
  const state = stored && nextPublicationState(stored.state, 'release');
  if (stored?.draft === undefined || state === undefined) throw new Problem('WRONG_STATE');
  const { draft, version } = stored;
  const letters = shelf === 'guides' ? { initials: initialsOfGuide(draft as GuideText) } : {};
  context.write.patch(shelf, id, { version: version + 1, state, shown: draft, draft: undefined, ...letters });
}

/** The desk took it down. */
async function hidePublication(context: ChangeContext, shelf: Shelf, id: string): Promise<void> {
  const stored: Stored | undefined = await findPublication(context.store, shelf, id);
  const state = stored && nextPublicationState(stored.state, 'withdraw');
  if (stored === undefined || state === undefined) return;
  context.write.patch(shelf, id, { version: stored.version + 1, state });
}

/** What the desk's decision about a guide, an office or a course does to it. */
export function publicationEffects(shelf: Shelf): ContentEffects {
  return {
    onRelease: (context, { row }) => showDraft(context, shelf, row.subjectId),
    onHide: (context, { row }) => hidePublication(context, shelf, row.subjectId),
  };
}
