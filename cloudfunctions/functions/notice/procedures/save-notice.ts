import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { noticeContract } from '@domain/contract/notice';
import { addDays } from '@domain/kernel/calendar';
import { isDay } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import { NOTICE_DAYS_MAX, noticeFault, noticeText } from '@domain/notice/notice';
import type { ChangeContext } from '../../../kernel/context';
import { submitContent } from '../../../records/contents';
import { groundOf, noticeAfter, placeOfNotice } from '../../../records/notices';
import type { NoticeDocument } from '../../../repositories/documents';
import { findNotice } from '../../../repositories/notices';

type Input = ProcedureParsed<(typeof noticeContract)['saveNotice']>;
type Output = ProcedureOutput<(typeof noticeContract)['saveNotice']>;

/** The notice as it stands; undefined for a new one. Throws NOT_FOUND, WRONG_STATE, STALE_VERSION. */
async function formerOf(context: ChangeContext, { former }: Input): Promise<NoticeDocument | undefined> {
  if (former === undefined) return undefined;
  const notice = await findNotice(context.store, former.noticeId);
  if (notice === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfNotice(notice));
  noticeAfter(notice.state, 'save');
  if (notice.version !== former.version) throw new Problem('STALE_VERSION', { version: notice.version });
  return notice;
}

/** Throws VALIDATION: what others read begins with words, and ends on a day. */
function checkInput({ title, body, endsOn }: Input, today: string): void {
  const refuse = (field: string, sentence: string): never => {
    throw new Problem('VALIDATION', { field, sentence });
  };
  const fault = noticeFault({ title, body });
  if (fault !== undefined) refuse(fault.field, fault.sentence);
  if (!isDay(endsOn) || endsOn < today) refuse('endsOn', '截止日子要从今天往后');
  if (endsOn > addDays(today, NOTICE_DAYS_MAX)) refuse('endsOn', '通知最多挂 90 天，长期的请写成办事指南');
}

type Facts = Omit<NoticeDocument, '_id' | 'version' | 'title' | 'body' | 'publishedAt' | 'at'>;

function newNotice(_id: string, facts: Facts, at: number): NoticeDocument {
  return { _id, version: 1, ...facts, title: '', body: '', publishedAt: 0, at };
}

export async function saveNotice(context: ChangeContext, input: Input): Promise<Output> {
  const ground = await groundOf(context.store, input, await context.campaign());
  context.permit(placeOfNotice(ground));
  const former = await formerOf(context, input);
  checkInput(input, context.today);
  // Whom it came to is settled once it has come: a changed text goes to the same place.
  if (former !== undefined && former.publishedAt > 0 && former.groundId !== ground.groundId) {
    throw new Problem('VALIDATION', { field: 'groundId', sentence: '已经发出去的通知，不能换地方' });
  }
  const noticeId = former?._id ?? context.idFor('notice');
  const { title, body, isImportant, endsOn } = input;
  const state = noticeAfter(former?.state ?? 'none', 'save');
  const text = noticeText({ title: title.trim(), body: body.trim() });
  const { communityId, compoundId, gridId, buildingId } = ground;
  const content = { kind: 'notice', subjectId: noticeId, communityId, text } as const;
  await submitContent(context, content, { isFirst: former === undefined });
  const facts = { ...ground, isImportant, endsOn, state };
  if (former === undefined) context.write.insert('notices', newNotice(noticeId, facts, context.now));
  else context.write.patch('notices', noticeId, { ...facts, version: former.version + 1 });
  context.record({
    objects: [noticeId],
    subjects: [],
    fields: ['notice'],
    place: { communityId, compoundId, gridId, buildingId },
  });
  return { noticeId, state };
}
