/** The community's look at wishes, as a view. */
import type { WholeWish } from '@domain/contract/wish-views';
import type { ReadContent } from '@domain/contract/content';
import { figureLines } from '../../miniprogram/messages/wish-figures';
import { viewDesk } from '../../miniprogram/packages/manage/pages/content/content.view';
import {
  formOf,
  gapsOf,
  linesOf,
  sidesOf,
  stepsOf,
  viewReview,
} from '../../miniprogram/packages/manage/pages/wish-review/wish-review.view';

const WISH: WholeWish = {
  ...{ id: 'w1', version: 3, reason: 'notReceived', state: 'underway', text: '想要一把雨伞' },
  ...{
    compound: '苹果花园',
    on: '2026-03-10',
    isMoney: false,
    isCodeLocked: false,
    mayAgree: false,
    isOwn: false,
  },
  ...{ plate: { compound: '苹果花园', line: '3-2-201' }, isHelped: true, name: '孔秀英' },
  ...{ phone: '100****0303', note: '', isAlone: false, check: 'passed', claimant: '林*满', rounds: 1 },
};

describe('a wish at the desk', () => {
  it('names who has it, and offers the number of both sides', () => {
    expect(linesOf(WISH)).toContain('志愿者 林*满');
    expect(sidesOf(WISH).map(({ side }) => side)).toEqual(['wisher', 'claimant']);
  });

  it('says what is granted by closing it', () => {
    expect(linesOf({ ...WISH, state: 'done', minutes: 60 })).toContain(
      '志愿者说用了 60 分钟，结束了就记成服务时长',
    );
    expect(linesOf(WISH).join()).not.toContain('分钟');
  });

  it('is closed by two: the second reads why, and agrees; the first waits', () => {
    const done: WholeWish = { ...WISH, state: 'done' };
    const proposed: WholeWish = { ...done, closingReason: '本人住院' };
    const second: WholeWish = { ...proposed, mayAgree: true };

    expect([done, proposed, second].map((one) => stepsOf(one).close)).toEqual(['替本人结束', '', '同意结束']);
    expect(linesOf(proposed)).toContain('您提了替本人结束，等另一位同事同意。您说：本人住院');
    expect(linesOf(second)).toContain('同事提了替本人结束，说：本人住院');
  });

  it('offers one side while nobody has it, and none once the contact is gone or to the own home', () => {
    expect(sidesOf({ ...WISH, claimant: '' }).map(({ side }) => side)).toEqual(['wisher']);
    expect(sidesOf({ ...WISH, phone: '' })).toEqual([]);
    expect(sidesOf({ ...WISH, isOwn: true })).toEqual([]);
  });

  it('says how one stands that waits for nothing', () => {
    const one = { ...WISH, reason: '', dueOn: '2026-03-20', actOn: '2026-03-11' } as const;

    expect(viewReview([one], undefined, 'inHand').rows).toMatchObject([
      {
        detail: '进行中，苹果花园，希望 3月20日前，上次有动静 3月11日',
        facts: ['进行中', '苹果花园', '希望 3月20日前', '上次有动静 3月11日'],
      },
    ]);
    expect(viewReview([{ ...one, isCodeLocked: true }], undefined).rows).toMatchObject([
      { warning: '口令锁住了，问过本人，两位同事来结束' },
    ]);
    expect(viewReview([], undefined, 'open')).toMatchObject({ face: 'done', sentence: '墙上没有挂着的心愿' });
  });

  it('may be taken back while somebody works at it, put off once it hangs there, and ended until it was met', () => {
    expect(stepsOf({ ...WISH, state: 'published' })).toEqual({
      reason: '终止的原因',
      close: '',
      mayReturn: false,
      mayBack: false,
      mayExtend: true,
      mayEnd: true,
    });
    expect(stepsOf({ ...WISH, state: 'underway' })).toEqual({
      reason: '终止的原因',
      close: '',
      mayReturn: false,
      mayBack: true,
      mayExtend: true,
      mayEnd: true,
    });
    expect(stepsOf({ ...WISH, state: 'confirmed' })).toMatchObject({
      mayBack: false,
      mayExtend: false,
      mayEnd: false,
    });
  });
});

describe('before a wish is let out', () => {
  it('it is not sent back either while the machine reads', () => {
    const seen = ['due', 'passed'].map((check) => stepsOf({ ...WISH, state: 'review', check }));

    expect(seen).toMatchObject([
      { mayReturn: false, reason: '终止的原因' },
      { mayReturn: true, reason: '退回或终止的原因' },
    ]);
  });

  it('the person has been asked both, and it is said in how many days', () => {
    expect(gapsOf(['needSeen'], '10')).toEqual({ checks: '先问过本人，把这两条点上', days: '' });
    for (const days of ['', '0', '61']) {
      expect(gapsOf(['agreed', 'needSeen'], days)).toEqual({ checks: '', days: '写 1 到 60 天' });
    }
  });
});

describe('with whom the first delivery is made', () => {
  it('names who made it for somebody only where somebody did', () => {
    const labels = (isHelped: boolean) => formOf({ ...WISH, isHelped }).escorts.map(({ label }) => label);

    expect(labels(true)).toContain('第一次上门，请和替本人提的人一起去');
    expect(labels(false).join()).not.toContain('替本人提的人');
  });
});

describe('what has become of the wishes', () => {
  const figures = {
    collected: 12,
    published: 10,
    claimed: 9,
    met: 8,
    medianDays: 3,
    asOf: 1_773_100_800_000,
  };

  it('is said in words, and not at all before anything was counted', () => {
    const [counts, median] = figureLines(figures);

    expect(counts).toBe('提了 12 个，挂出来 10 个，有人认领 9 个，圆梦 8 个');
    expect(median).toBe('一半的心愿，挂出来 3 天内就圆了');
    expect(figureLines({ ...figures, medianDays: 0 })[1]).toBe('一半的心愿，挂出来当天就圆了');
    expect(figureLines({ ...figures, medianDays: undefined })).toHaveLength(2);
    expect(figureLines({ ...figures, asOf: 0 })).toEqual([]);
  });
});

describe('a text at the desk that is of a wish', () => {
  const content: ReadContent = {
    ...{ id: 'c1', version: 1, kind: 'wish', subjectId: 'w1', text: '想要一把雨伞', state: 'released' },
    ...{ check: 'passed', at: 0, isOwn: false, mayRelease: false, abuses: ['fraud'], reason: '' },
  };
  const chosen = (change: Partial<ReadContent>) =>
    viewDesk({ contents: [], next: undefined, chosen: { ...content, ...change }, isReported: true }).chosen;

  it('leads to the wish, whether it was reported or waits', () => {
    const page = '/packages/manage/pages/wish-review/wish-review?id=w1';

    expect(chosen({})).toMatchObject({ page, toPage: '看这个心愿' });
    expect(chosen({ kind: 'story' })).toMatchObject({ page, toPage: '看这个心愿' });
    expect(chosen({ state: 'waiting' })).toMatchObject({ page, toPage: '去那一页看' });
  });

  it('is given back to its author where they have a page to change it on', () => {
    const offered = (kind: ReadContent['kind']) =>
      chosen({ kind, state: 'waiting', abuses: [] }).acts.map(({ name }) => name);

    expect(offered('wish')).toEqual(['return', 'takedown']);
    expect(offered('issue')).toEqual(['takedown']);
  });

  it('waits for the yes of whom it is about: on the phone, or on paper for want of one', () => {
    const story: Partial<ReadContent> = { kind: 'story', state: 'waiting', mayRelease: true, abuses: [] };
    const offered = (consent: 'given' | 'tap' | 'paper') => {
      const { isSignedOnPaper, hint, acts } = chosen({ ...story, consent });
      return [isSignedOnPaper, hint, acts.map(({ name }) => name).includes('release')];
    };

    expect(offered('tap')).toEqual([false, '等本人在“我的心愿”里点同意，才能发布', false]);
    expect(offered('paper')).toEqual([true, '', false]);
    expect(offered('given')).toEqual([false, '', true]);
  });

  it('shows when an activity is and to whom a notice goes', () => {
    const activity = { startAt: 0, endAt: 3_600_000, place: '南门', capacity: 20 };
    const notice = { ground: '苹果花园', isImportant: true, endsOn: '2026-03-20' };

    const planned = chosen({ kind: 'activity', activity, text: '周六清洁日\n南门\n带手套' });

    expect([planned.title, planned.body]).toEqual(['周六清洁日', '带手套']);
    expect(planned.facts).toEqual([
      '什么时候：1月1日（周四）08:00–\u206009:00',
      '在哪儿：南门',
      '名额：20 个',
    ]);
    expect(chosen({ kind: 'guide', officePhone: '010-5550100' }).facts).toEqual(['办公电话：010-5550100']);
    expect(chosen({ kind: 'notice', notice }).facts).toEqual([
      '发给：苹果花园',
      '挂到：3月20日',
      '要紧，没看到的上门说',
    ]);
  });
});
