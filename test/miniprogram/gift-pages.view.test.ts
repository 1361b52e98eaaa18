import type { OwnGift } from '@domain/contract/gift';
import { openedGift, type WholeGift } from '../../miniprogram/packages/ledger/pages/gift-desk/gift-desk.view';
import { lostGift, viewGift } from '../../miniprogram/packages/life/pages/gift-detail/gift-detail.view';
import { missingOf, viewNewGift } from '../../miniprogram/packages/life/pages/gift-new/gift-new.view';
import { viewMyGifts, type Side } from '../../miniprogram/packages/life/pages/my-gifts/my-gifts.view';
import { NO_DRAFT } from '../../miniprogram/packages/life/services/gift-draft';

const THING = {
  id: 'a',
  title: '浴凳',
  words: '',
  condition: 'good',
  community: '金果社区',
  pictures: 0,
} as const;
const OWN: OwnGift = { ...THING, state: 'shown', version: 1, madeOn: '2026-03-10', isStored: false };
/** Of who has handed in a form that waits. */
const WAY = { sentence: '登记已经交了', detail: '', action: '看回执', opId: 'op' };
const held = { state: 'reserved', until: '2026-03-17' } as const;

describe('the own things', () => {
  it.each<[Side, Partial<OwnGift>, RegExp | undefined, boolean]>([
    ['given', {}, undefined, true],
    ['given', held, /前送到社区服务台/, true],
    ['given', { ...held, isStored: true }, /等人来领/, true],
    ['given', { state: 'expired', isStored: true }, /有空取回/, false],
    ['given', { state: 'handed' }, undefined, false],
    ['taken', held, /没到就放回架上/, true],
    ['taken', { ...held, isStored: true }, /前来领/, true],
    ['taken', { state: 'handed' }, undefined, false],
  ])('on the side of the %s say what comes next: %j', (side, changes, way, mayEnd) => {
    const [card] = viewMyGifts({ side, gifts: [{ ...OWN, ...changes }], next: undefined }).cards;

    if (way === undefined) expect(card?.notes).toEqual([]);
    else expect(card?.notes[0]).toMatch(way);
    expect(card?.mayEnd).toBe(mayEnd);
  });
});

describe('one thing', () => {
  it('that is gone says so to a neighbour, and what else there is', () => {
    expect(lostGift({ code: 'NOT_FOUND', details: {} })).toMatchObject({
      face: 'empty',
      sentence: '这件不在架上了',
      action: '看看架上别的',
    });
    expect(lostGift({ code: 'OFFLINE', details: {} }).face).toBe('offline');
  });

  it('is asked for from a home while nobody has it, and shows the way to a home', () => {
    const shown = { ...THING, shownOn: '2026-03-10', addresses: [] as string[], mine: 'no' } as const;
    const steps = (state: 'shown' | 'reserved', from: typeof WAY | null) => {
      const { mayRequest, way, mayReport, note } = viewGift({ ...shown, state }, from);
      return [mayRequest, way, mayReport, note];
    };

    expect(steps('shown', null).slice(0, 3)).toEqual([true, null, true]);
    expect(steps('shown', WAY)).toEqual([false, WAY, false, '登记已经交了']);
    expect(steps('reserved', null).slice(0, 3)).toEqual([false, null, true]);
  });

  it('is theirs to who has reserved it, with what comes next, and to who gave it', () => {
    const thing = { ...THING, state: 'reserved', shownOn: '2026-03-10', addresses: [] as string[] } as const;
    const until = '2026-03-17';
    const taken = (isStored: boolean) =>
      viewGift({ ...thing, mine: 'held', held: { isStored, until } }, null);

    expect(taken(false)).toMatchObject({ state: '归您了', side: 'taken', mayRequest: false });
    expect(taken(false).note).toBe('等东西送到服务台，3月17日前没到就放回架上');
    expect(taken(true).note).toBe('在社区服务台了，3月17日前来领');
    expect(viewGift({ ...thing, mine: 'given' }, null)).toMatchObject({ state: '有人要了', side: 'given' });
    expect(viewGift({ ...thing, state: 'shown', mine: 'given' }, null).mayRequest).toBe(false);
  });

  it('is offered once it has a name and a condition; its pictures may follow', () => {
    expect(missingOf(NO_DRAFT)).toMatch(/送什么/);
    expect(missingOf({ ...NO_DRAFT, title: '浴凳' })).toMatch(/新旧/);
    const left = { ...NO_DRAFT, title: '浴凳', condition: 'good', sentId: 'a', pictures: ['p'] } as const;
    expect([missingOf(left), viewNewGift(left).action]).toEqual(['', '再传照片']);
    expect(viewNewGift(NO_DRAFT, WAY)).toMatchObject({ step: 'waiting', action: '看回执' });
    expect(viewNewGift(NO_DRAFT, { ...WAY, opId: '' }).step).toBe('denied');
  });

  it.each([
    ['review', true, '', true],
    ['awaited', false, '东西收到了', true],
    ['ready', false, '对过口令，交给他了', true],
    ['stored', false, '', true],
    ['back', false, '主人取回了', false],
  ] as const)('that is %s at the desk has one next act', (desk, mayReview, actLabel, mayEnd) => {
    const whole: WholeGift = {
      ...{ ...THING, state: 'shown', version: 1, desk, on: '2026-03-10', isOwn: false },
      ...{ check: 'passed', addresses: ['x'], code: '1234' },
    };
    const opened = openedGift(whole);

    expect(opened).toMatchObject({ mayReview, actLabel, mayEnd });
    expect(opened.lines.join().includes('1234')).toBe(desk === 'ready');
    expect(openedGift({ ...whole, isOwn: true }).mayReview).toBe(false);
  });
});
