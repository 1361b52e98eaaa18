import {
  EMPTY_ENTRY,
  readScanned,
  sentenceOfRefusedCode,
  sentPlate,
  viewEntry,
  type EntryState,
} from '../../miniprogram/pages/census/entry/entry.view';
import { viewReview } from '../../miniprogram/pages/census/review/review.view';
import { viewDone } from '../../miniprogram/pages/census/done/done.view';
import {
  EMPTY_PICK,
  floorGroups,
  viewPick,
  type DoorName,
} from '../../miniprogram/packages/home/pages/pick-door/pick-door.view';
import { newAnswers } from '../../miniprogram/services/household-answers';
import { CAMPAIGN, entryOf, problemOf } from './samples';

const RULES = { today: '2026-11-24', allowTestNumbers: true, idNumberMode: 'off' } as const;
const PLATE = { compound: '苹果花园', line: '3-2-502' };
const STATE: EntryState = {
  ...EMPTY_ENTRY,
  campaign: CAMPAIGN,
  target: {
    doorId: 'unit-3',
    place: { by: 'scene', scene: 'H.7F3K9Q2PX4.d1' },
    plate: PLATE,
    channel: undefined,
    isUnknown: false,
  },
};

describe('the first screen of a registration', () => {
  it('says who asks, why, who sees, how long and what never, before it asks for anything', () => {
    const view = viewEntry(STATE);

    expect(view).toMatchObject({
      face: 'confirm',
      ask: '您家是不是这一户？',
      isAgreed: false,
      needsTick: true,
    });
    expect(view.notice.map(({ key }) => key)).toEqual([
      'who',
      'why',
      'whoSees',
      'howLong',
      'never',
      'idNumber',
    ]);
    expect(view.notice[0]?.value).toBe(CAMPAIGN.officeName);
  });

  it.each([
    ['off', '不要身份证号'],
    ['last4', '后四位'],
    ['full', '加密'],
  ] as const)('says in the mode %s what becomes of numbers', (idNumberMode, words) => {
    const view = viewEntry({ ...STATE, campaign: { ...CAMPAIGN, idNumberMode } });

    expect(view.notice[5]?.value).toContain(words);
  });

  it('offers phone and paper to who refuses', () => {
    const view = viewEntry({ ...STATE, isRefused: true });

    expect(view.face).toBe('refused');
    expect(view.detail).toContain(CAMPAIGN.publicPhone);
    expect(view.detail).toContain('纸表');
  });

  it('thanks when the campaign is closed', () => {
    expect(viewEntry({ ...STATE, campaign: { ...CAMPAIGN, isOpen: false } }).face).toBe('closed');
  });

  it('says at a building that the own form was handed in, until that is a home', () => {
    const plate = { compound: '苹果花园', line: '3号楼' };
    const counts = { handedIn: 12, due: 36 };
    const shown = { buildingId: 'b3', plate, state: 'open', counts, asOf: 1 } as const;
    const card = { ...shown, compoundId: 'c1', campaign: CAMPAIGN };
    const building = { card, untiedGroup: '', groupWords: '' };
    const at = { ...STATE, target: undefined, building };

    expect(viewEntry(at).building.home).toBe('');
    const entries = [entryOf({ state: 'saved', label: '苹果花园 3-2-502' })];
    const sent = { ...at, sent: sentPlate(entries) };
    expect(viewEntry(sent).building.home).toBe('我家 苹果花园 3-2-502\n已交，看回执');
    const bound = { ...sent, home: '苹果花园 3-2-502' };
    expect(viewEntry(bound).building.home).toBe('我家 苹果花园 3-2-502');
  });

  it('asks nobody again who has a draft', () => {
    expect(viewEntry({ ...STATE, hasDraft: true })).toMatchObject({
      needsTick: false,
      startLabel: '接着上次的填',
    });
  });

  it.each([
    ['H.7F3K9Q2PX4.d1', { isOk: true, scene: 'H.7F3K9Q2PX4.d1', carrier: 'd' }],
    ['H.7F3K9Q2PX4.d1'.replace(/\./g, '%2E'), { isOk: true, scene: 'H.7F3K9Q2PX4.d1', carrier: 'd' }],
    ['7F3K9Q2PX4', { isOk: true, scene: '7F3K9Q2PX4', carrier: undefined }],
    ['https://shop.example/x', { isOk: false, sentence: '这不是本街道的码' }],
  ])('reads %s', (text, reading) => {
    expect(readScanned(text, [])).toEqual(reading);
  });

  it.each(['OFFLINE', 'DEPENDENCY_UNAVAILABLE', 'INTERNAL'] as const)(
    'that could not be asked for (%s) promises nothing and names no button that is not there',
    (code) => {
      expect(sentenceOfRefusedCode(problemOf(code))).toBe('刚才没打开，看看有没有网，再来一次');
    },
  );
});

describe('picking a door', () => {
  const doors = (floors: number, perFloor: number): DoorName[] =>
    Array.from({ length: floors * perFloor }, (_, index) => {
      const floor = Math.floor(index / perFloor) + 1;
      return { id: `unit-${index}`, room: `${floor}0${(index % perFloor) + 1}`, floor: String(floor) };
    });

  it('cuts a tower into whole floors of at most 24 doors', () => {
    const groups = floorGroups(doors(34, 4));

    expect(groups.map((group) => group.length)).toEqual([24, 24, 24, 24, 24, 16]);
    const view = viewPick({ ...EMPTY_PICK, plate: PLATE, doors: doors(34, 4), group: 1 });
    expect(view.groups[1]?.label).toBe('7–12 楼');
    expect(view.doors).toHaveLength(24);
  });

  it('shows a small building at once', () => {
    const view = viewPick({ ...EMPTY_PICK, plate: PLATE, doors: doors(6, 2) });

    expect(view).toMatchObject({ face: 'doors', groups: [], empty: '' });
    expect(view.doors).toHaveLength(12);
    // Two doors a floor stand in two columns; the building of a card may be changed, too.
    expect([view.columns, viewPick({ ...EMPTY_PICK, doors: doors(6, 3), plate: PLATE }).columns]).toEqual([
      2, 0,
    ]);
    expect(view.chosen.map(({ editable }) => editable)).toEqual([true, true]);
  });

  it('chooses none of several units, and does not say that there are no doors', () => {
    const units = [
      { id: 'u1', label: '1单元' },
      { id: 'u2', label: '2单元' },
    ];
    const view = viewPick({ ...EMPTY_PICK, plate: PLATE, units });

    expect(view).toMatchObject({ unitId: '', doors: [], empty: '' });
    expect(view.units).toHaveLength(2);
    expect(viewPick({ ...EMPTY_PICK, plate: PLATE, units, unitId: 'u2' }).empty).toContain('还没有房号');
  });

  it('says what to do where nothing is found', () => {
    expect(viewPick(EMPTY_PICK).empty).toBe('没有这个名字的小区，换个字试试');
    expect(viewPick({ ...EMPTY_PICK, compound: { id: 'c', label: '苹果花园' } }).empty).toContain('打电话');
  });
});

describe('the review', () => {
  it('names what is left and does not let it be sent', () => {
    const view = viewReview(newAnswers(), RULES);

    expect(view.canSubmit).toBe(false);
    expect(view.missing[0]).toMatchObject({
      key: 'useState',
      value: '请点一下房子现在的情况',
      editable: true,
    });
  });

  it('shows answers as lines that lead back to their questions', () => {
    const answers = {
      ...newAnswers(),
      useState: 3,
      fillRole: 1,
      phone: { number: '10012345678', owner: 2 },
    } as const;
    const view = viewReview(answers, RULES);

    expect(view.canSubmit).toBe(true);
    expect(view.lines.map(({ key, value, note = '' }) => [key, value, note])).toEqual([
      ['useState', '暂时没人住', ''],
      ['fillRole', '本人（户主）', ''],
      ['phone', '10012345678', '是子女的手机'],
    ]);
  });
});

describe('the end of a registration', () => {
  const receipt = { code: '7F3K9-Q2PX4-C', day: '2026-11-24', plate: PLATE };

  it('is a receipt when the street has it, and no figure for somebody unbound', () => {
    const view = viewDone(entryOf({ state: 'saved', answer: { receipt, state: 'waiting' } }));

    expect(view).toMatchObject({
      face: 'receipt',
      sentence: '已交，等网格员确认',
      code: '7F3K9-Q2PX4-C',
      isLit: false,
    });
  });

  it('lights the window of a bound household', () => {
    const view = viewDone(entryOf({ state: 'saved', answer: { receipt, state: 'submitted' } }));

    expect(view).toMatchObject({ sentence: '登记好了！', isLit: true });
  });

  it('says what became of a form that nothing comes of, and where the next one is begun', () => {
    const viewOf = (answer: object) =>
      viewDone(entryOf({ state: 'confirmed', input: undefined, answer: { receipt, ...answer } }));

    expect(viewOf({ state: 'returned', reason: 'notOfDoor' })).toMatchObject({
      face: 'problem',
      sentence: '登记退回来了',
      detail: '网格员说不是这一户的。看看房号对不对，再填一次',
      action: '重新登记',
    });
    expect(viewOf({ state: 'returned', invitationId: 'invitation1' }).action).toBe('');
    expect(viewOf({ state: 'over' })).toMatchObject({ face: 'problem', action: '重新登记' });
    expect(viewOf({ state: 'closed', closedOn: '2026-11-30' })).toMatchObject({
      face: 'empty',
      sentence: '11月30日搬走了',
    });
    expect(viewOf({ state: 'closed', closedOn: '2026-11-30', isMerged: true })).toMatchObject({
      sentence: '和另一份登记合成一份了',
      action: '',
    });
    expect(viewOf({ state: 'waiting', isReplaced: true }).note).toBe('11月24日又改过，这是新的回执');
  });

  it.each([
    ['queued', undefined, 'waiting'],
    ['sending', undefined, 'waiting'],
    ['queued', 'OFFLINE', 'offline'],
    ['queued', 'DEPENDENCY_UNAVAILABLE', 'offline'],
    ['queued', 'VALIDATION', 'problem'],
    ['parked', 'REVOKED_CODE', 'problem'],
  ] as const)('of an entry %s with %s shows %s', (state, code, face) => {
    const problem = code === undefined ? undefined : problemOf(code);

    expect(viewDone(entryOf({ state, problem })).face).toBe(face);
  });
});
