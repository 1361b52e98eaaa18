/** What everybody reads beside the words of a text, and what has to be there before it may be let out. */
import { wordsOfText } from '@domain/activity/activity-words';
import type { ReadContent } from '@domain/contract/content';
import type { ContentKind } from '@domain/content/content';
import type { Reader } from '../../kernel/store';
import { findActivity } from '../../repositories/activities';
import type { ContentDocument, WishDocument } from '../../repositories/documents';
import { findNotice } from '../../repositories/notices';
import { findPublication } from '../../repositories/publications';
import { findWish } from '../../repositories/wishes';

type Beside = Pick<ReadContent, 'activity' | 'notice' | 'officePhone' | 'consent'>;

/** The place is one of the words: until they are released the activity has none. */
async function activityBeside(reader: Reader, id: string, text: string): Promise<Beside> {
  const activity = await findActivity(reader, id);
  if (activity === undefined) return {};
  const { startAt, endAt, capacity } = activity;
  return { activity: { startAt, endAt, place: wordsOfText(text).place, capacity } };
}

async function noticeBeside(reader: Reader, id: string): Promise<Beside> {
  const notice = await findNotice(reader, id);
  if (notice === undefined) return {};
  const { groundName: ground, isImportant, endsOn } = notice;
  return { notice: { ground, isImportant, endsOn } };
}

/** Of what waits, the draft's; of what is shown, the shown one's. */
function phoneBeside(shelf: 'guides' | 'directory') {
  return async (reader: Reader, id: string): Promise<Beside> => {
    const stored = await findPublication(reader, shelf, id);
    const text = stored?.draft ?? stored?.shown;
    return text === undefined ? {} : { officePhone: text.phone };
  };
}

/** Whoever has an account says yes there; a paper stands for a helper's tap alone. */
function consentTo({ story, isHelped }: WishDocument): Beside {
  if (story === undefined) return {};
  if (story.allowedOn !== '') return { consent: 'given' };
  return { consent: isHelped ? 'paper' : 'tap' };
}

async function storyBeside(reader: Reader, id: string): Promise<Beside> {
  const wish = await findWish(reader, id);
  return wish === undefined ? {} : consentTo(wish);
}

const BESIDE: Readonly<
  Partial<Record<ContentKind, (reader: Reader, id: string, text: string) => Promise<Beside>>>
> = {
  activity: activityBeside,
  notice: noticeBeside,
  guide: phoneBeside('guides'),
  office: phoneBeside('directory'),
  story: storyBeside,
};

/** `text` is the row's, opened. */
export async function besideText(reader: Reader, row: ContentDocument, text: string): Promise<Beside> {
  return (await BESIDE[row.kind]?.(reader, row.subjectId, text)) ?? {};
}
