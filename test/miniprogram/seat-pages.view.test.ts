import type { GivenUnit } from '@domain/contract/user';
import { JOIN_WORDS } from '../../miniprogram/messages/join';
import { DEVICE_WORDS } from '../../miniprogram/messages/seat';
import {
  phoneLabel,
  typedProblem,
  verdictWords,
  viewDevice,
} from '../../miniprogram/packages/seat/pages/device/device.view';
import { viewOffer, viewRefusal } from '../../miniprogram/packages/seat/pages/join/join.view';
import { NO_UNITS, viewUnits } from '../../miniprogram/packages/manage/pages/units/units.view';
import { questionOf, viewPhones, type Phone } from '../../miniprogram/packages/seat/pages/phones/phones.view';
import { problemOf } from './samples';

const AGAIN = '再试一次';

describe('the page of an invitation to a seat', () => {
  it('says what one would be, where, and until which day of which year', () => {
    const offer = { role: 'GW', label: '金果01网格', endsOn: '2027-03-10', expiresAt: 1 } as const;

    expect(viewOffer(offer)).toMatchObject({
      face: 'content',
      role: '网格员',
      place: '金果01网格',
      until: '2027年3月10日',
    });
  });

  it('calls somebody in an office by a title, and says which part of a seat it is', () => {
    const offer = { label: '万家街道', endsOn: '2026-06-08', expiresAt: 1 } as const;

    expect(viewOffer({ ...offer, role: 'SA' }).role).toBe('街道管理员');
    expect(viewOffer({ ...offer, role: 'CA' }).role).toBe('社区管理员');
    expect(viewOffer({ ...offer, role: 'SA', duty: 'operate' }).role).toBe('街道管理员（信息中心）');
  });

  it.each([
    ['NOT_FOUND', JOIN_WORDS.lost],
    ['VALIDATION', JOIN_WORDS.lost],
    ['WRONG_STATE', JOIN_WORDS.gone],
    ['EXPIRED', JOIN_WORDS.late],
  ] as const)('ends for good with %s', (code, sentence) => {
    expect(viewRefusal(problemOf(code), AGAIN)).toMatchObject({
      face: 'denied',
      sentence,
      action: JOIN_WORDS.home,
    });
  });

  it.each([
    ['OFFLINE', 'offline'],
    ['DEPENDENCY_UNAVAILABLE', 'problem'],
  ] as const)('may be tried again after %s', (code, face) => {
    expect(viewRefusal(problemOf(code), AGAIN)).toMatchObject({ face, action: AGAIN });
  });
});

describe('the page of the phone of a seat', () => {
  it('asks for a new PIN twice, and for a known one once', () => {
    expect(viewDevice({ isPin: false, isNew: true })).toMatchObject({
      title: DEVICE_WORDS.bindTitle,
      isNew: true,
      action: DEVICE_WORDS.bind,
    });
    expect(viewDevice({ isPin: true, isNew: true })).toMatchObject({
      title: DEVICE_WORDS.pinTitle,
      isNew: false,
      action: DEVICE_WORDS.enter,
    });
  });

  it.each([
    ['13579', '13579', DEVICE_WORDS.short],
    ['135790', '135791', DEVICE_WORDS.different],
    ['135790', '135790', ''],
  ])('of %s and %s says "%s"', (pin, again, problem) => {
    expect(typedProblem({ pin, again, isNew: true })).toBe(problem);
  });

  it('does not ask twice for a PIN that is known', () => {
    expect(typedProblem({ pin: '135790', again: '', isNew: false })).toBe('');
  });

  it.each([
    ['iPhone 15 Pro<iPhone16,1>', '手机 iPhone'],
    ['V2049A', '手机 V2049A'],
    ['x'.repeat(40), `手机 ${'x'.repeat(20)}`],
    ['', '手机'],
  ])('calls a %s by one word', (model, label) => {
    expect(phoneLabel(model)).toBe(label);
  });

  it('says how many tries are left, and until when none is', () => {
    expect(verdictWords({ verdict: 'wrong', left: 2 })).toBe('口令不对，还能试 2 次');
    const until = Date.parse('2026-03-10T01:30:00Z');
    expect(verdictWords({ verdict: 'locked', until })).toBe('错得有点多，09:30 以后再试');
    expect(verdictWords({ verdict: 'right', ticket: 'ticket' })).toBe('');
  });
});

describe('the phones of a seat', () => {
  const phone = (changes: Partial<Phone> = {}): Phone => ({
    id: 'phone1',
    label: '手机',
    boundOn: '2026-03-01',
    usedOn: '2026-03-10',
    isThis: false,
    ...changes,
  });

  it('say since when and until when, the one in the hand first and marked', () => {
    const { cards } = viewPhones([phone(), phone({ id: 'phone2', isThis: true })]);

    expect(cards.map(({ key, own }) => [key, own])).toEqual([
      ['phone2', '就是这一台'],
      ['phone1', ''],
    ]);
    expect(cards[0]?.facts).toBe('3月1日绑的，3月10日用过');
    expect(cards[0]?.spoken).toBe('停用这台，手机，3月1日绑的');
  });

  it('are asked about before they are ended, the one in the hand with what it means', () => {
    expect(questionOf(phone())).toBe('停用以后，要输口令重新绑定才能用');
    expect(questionOf(phone({ isThis: true }))).toContain('马上进不去了');
    expect(questionOf(undefined)).toBe('');
  });

  it('are none in a seat that needs none', () => {
    expect(viewPhones([])).toMatchObject({ face: 'empty', action: '返回' });
  });
});

describe('the units of a building', () => {
  const unit = { id: 'u1', label: '1单元', doors: 12, left: 3 };
  const linesOf = (formers: GivenUnit['formers']) => {
    const answer = {
      plate: { compound: '苹果花园', line: '3号楼' },
      units: [{ ...unit, formers }],
      volunteers: [],
    };
    return viewUnits({ ...NO_UNITS, answer }).formers;
  };

  it('say who had them before, where somebody did', () => {
    expect(linesOf(undefined)).toEqual([]);
    expect(
      linesOf([
        { name: '王*', since: '2026-03-11', until: '2026-03-11' },
        { name: '', since: '2026-03-02', until: '2026-03-10' },
        { name: '李*明', until: '2026-03-01' },
      ]),
    ).toEqual([
      { key: 'u1 0', label: '1单元，3月11日', value: '王*' },
      { key: 'u1 1', label: '1单元，3月2日到3月10日', value: '没写名字' },
      { key: 'u1 2', label: '1单元，到3月1日', value: '李*明' },
    ]);
  });
});
