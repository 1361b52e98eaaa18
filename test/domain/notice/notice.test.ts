import { noticeText, splitNotice } from '@domain/notice/notice';
import { NOTICE_EVENTS, NOTICE_STATES, nextNoticeState } from '@domain/notice/notice-state';

/** From, event, to; everything else is refused. */
const MOVES = `
none save review
review save review
review release published
review return returned
review hide hidden
review end ended
returned save review
returned hide hidden
returned end ended
published save published
published release published
published return published
published hide hidden
published end ended`;

describe('a notice', () => {
  it('has the moves of the table, and no other', () => {
    const moves = (['none', ...NOTICE_STATES] as const).flatMap((state) =>
      NOTICE_EVENTS.flatMap((event) => {
        const next = nextNoticeState(state, event);
        return next === undefined ? [] : [`${state} ${event} ${next}`];
      }),
    );
    expect(moves.sort()).toEqual(MOVES.trim().split('\n').sort());
  });

  it('is one text whose first line is the title', () => {
    const notice = { title: '周六停水', body: '九点开始\n请接水' };
    expect(splitNotice(noticeText(notice))).toEqual(notice);
    expect(splitNotice('周六停水')).toEqual({ title: '周六停水', body: '' });
  });
});
