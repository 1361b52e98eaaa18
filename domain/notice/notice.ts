/** A text to everybody in an area. */
export const GROUND_KINDS = ['building', 'compound', 'grid', 'community', 'street'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

export const NOTICE_TITLE_MAX = 40;
export const NOTICE_BODY_MAX = 3000;
/** A notice that would stand longer is a guide. */
export const NOTICE_DAYS_MAX = 90;

/** What is missing before it may be handed in: which field, and a sentence. */
export function noticeFault({
  title,
  body,
}: {
  readonly title: string;
  readonly body: string;
}): { readonly field: 'title' | 'body'; readonly sentence: string } | undefined {
  if (title.trim() === '' || /\n/.test(title)) {
    return { field: 'title', sentence: '标题写一行，说清楚是什么事' };
  }
  return body.trim() === '' ? { field: 'body', sentence: '正文还没有写' } : undefined;
}

/** Title and body as one text: the first line is the title. */
export function noticeText({ title, body }: { readonly title: string; readonly body: string }): string {
  return `${title}\n${body}`;
}

export function splitNotice(text: string): { title: string; body: string } {
  const at = text.indexOf('\n');
  return at < 0 ? { title: text, body: '' } : { title: text.slice(0, at), body: text.slice(at + 1) };
}
