import { cardPicture, posterPicture } from '../../miniprogram/packages/building/services/share-layout';
import { hindranceWords, viewHeadDoor } from '../../miniprogram/packages/building/pages/door/door.view';
import { refusedWords, viewRemind } from '../../miniprogram/packages/building/pages/remind/remind.view';
import { viewUnfilled } from '../../miniprogram/packages/building/pages/unfilled/unfilled.view';
import { viewJoin, type JoinAnswer } from '../../miniprogram/packages/home/pages/join/join.view';
import type { BuildingCard } from '@domain/contract/building';
import { viewHeadWall, type HeadWallAnswer } from '../../miniprogram/packages/building/pages/wall/wall.view';
import { problemOf, unitOf } from './samples';

const plate = { compound: '苹果花园', line: '3号楼' };
const card = (change: Partial<BuildingCard> = {}): BuildingCard => ({
  buildingId: 'b',
  plate,
  state: 'open',
  counts: { handedIn: 12, due: 36 },
  asOf: 0,
  ...change,
});
const kept = <Data>(data: Data) => ({ data, at: 0, problem: undefined });
const door = (slot: number, state: HeadWallAnswer['units'][number]['doors'][number]['state']) => ({
  slot,
  room: `${slot}01`,
  floor: String(slot),
  state,
  waiting: 0,
  flagged: false,
});
const wall: HeadWallAnswer = {
  plate,
  units: [{ id: 'u1', label: '1单元', doors: [door(2, 'missing'), door(1, 'filled')] }],
  moreUnits: [],
  counts: { due: 2, done: 1, waiting: 0, vacant: 0, left: 1 },
  asOf: 0,
};
const wordsOn = ({ shapes }: ReturnType<typeof cardPicture>): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.words] : []));
const lampsOn = ({ shapes }: ReturnType<typeof cardPicture>): number =>
  shapes.filter((shape) => shape.kind === 'box' && shape.color === '#f6b70a').length;

describe('the picture of a card', () => {
  it('is five to four, has a lit window for each door that answered, and two figures', () => {
    const picture = cardPicture(card(), '金河街道');

    expect([picture.width, picture.height]).toEqual([1000, 800]);
    expect(lampsOn(picture)).toBe(12);
    expect(wordsOn(picture)).toEqual(expect.arrayContaining(['金河街道', '苹果花园', '3号楼', '12/36']));
  });

  it('leaves no gap for a street whose name the phone does not know', () => {
    expect(wordsOn(cardPicture(card(), ''))).not.toContain('');
  });

  it('lights every window and says no number of the last doors', () => {
    const picture = cardPicture({ plate, state: 'almost' }, '金河街道');

    expect(wordsOn(picture)).toContain('快齐了');
    expect(wordsOn(picture).join('').replace('3号楼', '').replace('1 分钟', '')).not.toMatch(/\d/);
    expect(picture.shapes.some((shape) => shape.color === '#0f141b')).toBe(false);
  });

  it('stays inside its frame', () => {
    for (const { width, height, shapes } of [
      cardPicture(card(), '金河街道'),
      posterPicture(card(), '3 月 10 日'),
    ]) {
      for (const shape of shapes) {
        expect(shape.x).toBeGreaterThanOrEqual(0);
        expect(shape.y).toBeGreaterThanOrEqual(0);
        if (shape.kind === 'box') expect(shape.x + shape.width).toBeLessThanOrEqual(width);
        if (shape.kind === 'box') expect(shape.y + shape.height).toBeLessThanOrEqual(height);
      }
    }
  });
});

describe('what a head sends and asks', () => {
  it('shows figures, the text of them, and where reach is asked for its groups', () => {
    const groups = [{ id: 'g', boundOn: '2026-03-10', reach: 3 }];

    const view = viewRemind({ kept: kept(card()), said: '', groups, notice: '' });

    expect(view).toMatchObject({ face: 'content', title: '', done: 12, due: 36 });
    expect(view.groups.map(({ reach }) => reach)).toEqual(['3 人点开过']);
    expect(viewRemind({ kept: kept(card()), said: '', groups: [], notice: '' }).noGroups).not.toBe('');
  });

  it('says plainly why no text is given', () => {
    const refused = (hindrance: string) => ({ ...problemOf('WRONG_STATE'), details: { hindrance } });

    expect(refusedWords(refused('tooSoon'))).toBe('提醒过了，满一天再说一次就好');
    expect(refusedWords(refused('night'))).toContain('8 点');
    expect(hindranceWords(refused('enough'))).toContain('三次');
    expect(hindranceWords(problemOf('WRONG_STATE'))).toBe('这一户刚刚填了');
  });

  it('lists the doors that have not answered, by number alone', () => {
    const said = { 'u1-2': { word: 'unsure', state: '还没填', at: 0 } } as const;
    const view = viewUnfilled({
      kept: kept(wall),
      unitId: '',
      pages: 1,
      memory: { reminded: ['u1-2'], said },
    });

    expect(view.rows).toEqual([
      { key: 'u1-2', label: '', value: '201 室', note: '您说拿不准，提醒过了', editable: true },
    ]);
  });

  it('opens one door by its id, and none that the wall does not have', () => {
    const memory = {
      reminded: [],
      said: { 'u1-2': { word: 'unsure', state: '还没填', at: 0 } },
    } as const;
    const state = {
      kept: kept(wall),
      reminded: '',
      notReminded: '',
      livesHere: '',
      said: '',
      phone: '',
      memory,
    } as const;

    expect(viewHeadDoor({ ...state, doorId: 'u1-2' })).toMatchObject({
      line: '3-1-201',
      isOpen: true,
      ask: '这套房住着人吗？',
      livesHere: 'unsure',
      said: '记下了，网格员会去看看',
    });
    const taken = viewHeadDoor({ ...state, doorId: 'u1-1' });
    expect(taken).toMatchObject({ isOpen: false, isTaken: true, ask: '这户还是原来那家人吗？' });
    expect(taken.tiles.map(({ label }) => label)).toEqual(['还是', '搬走了、换人了', '拿不准']);
    expect(viewHeadDoor({ ...state, doorId: 'u1-9' }).face).toBe('denied');
  });
});

describe('a household asked about a sender', () => {
  const asked: JoinAnswer = { plate, name: '王*兰', sentOn: '2026-03-10', state: 'asked' };

  it('sees who it may be, and afterwards what comes of its word', () => {
    expect(viewJoin(asked, undefined)).toMatchObject({ face: 'ask', who: expect.stringContaining('王*兰') });
    expect(viewJoin({ ...asked, state: 'notOurs' }, undefined).sentence).toContain('网格员会去问清楚');
    expect(viewJoin({ ...asked, state: 'over', name: '' }, undefined).face).toBe('done');
  });

  it('keeps the question where the answer did not arrive, and says so where there is none', () => {
    expect(viewJoin(asked, problemOf('OFFLINE')).problem).not.toBe('');
    expect(viewJoin(undefined, problemOf('OFFLINE')).face).toBe('offline');
    expect(viewJoin(undefined, problemOf('NOT_FOUND')).face).toBe('problem');
  });
});

describe('the building head', () => {
  const answer = (left: number, waiting: number): HeadWallAnswer => ({
    plate: { compound: '苹果花园', line: '3号楼' },
    units: [unitOf(['missing', 'refused', 'pending'])],
    moreUnits: [],
    counts: { due: 36, done: 36 - left, waiting, vacant: 0, left },
    asOf: 0,
  });

  it('sees how many have handed in, confirmed or not', () => {
    const view = viewHeadWall({ kept: kept(answer(24, 4)), chosen: '' });

    expect(view).toMatchObject({ done: 16, due: 36, words: '还差 20 户', waiting: '4 户交了，等确认' });
  });

  it('hears no number of the last doors', () => {
    expect(viewHeadWall({ kept: kept(answer(3, 0)), chosen: '' }).words).toBe('快齐了，再等等最后几户');
    expect(viewHeadWall({ kept: kept(answer(2, 2)), chosen: '' }).words).toBe('都登记好了，谢谢你');
  });

  it('reads of a refusal that the door has not been filled', () => {
    expect(viewHeadWall({ kept: kept(answer(24, 0)), chosen: '0-1' }).door).toBe('1单元 102 室：还没填');
    expect(viewHeadWall({ kept: kept(answer(24, 0)), chosen: '0-2' }).door).toBe(
      '1单元 103 室：交了，等网格员确认',
    );
  });
});
