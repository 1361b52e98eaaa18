import { formPathOf, type FormRules } from '@domain/census/form-draft';
import { checkForm, needsGuardian, raisesQuestion, unsettledFindings } from '@domain/census/form-rules';
import type { HouseholdForm } from '@domain/census/household-form';
import type { MemberDraft } from '@domain/census/member';

const rules: FormRules = { today: '2025-11-24', allowTestNumbers: true, idNumberMode: 'off' };

const head: MemberDraft = {
  key: 'aaaaaaa1',
  relation: 0,
  gender: 1,
  ageBand: '18-59',
  livesHere: true,
  hukouHere: true,
  name: '王小明',
};
const spouse: MemberDraft = { ...head, key: 'aaaaaaa2', relation: 1, gender: 2, name: '李芳' };
const child: MemberDraft = {
  key: 'aaaaaaa3',
  relation: 2,
  gender: 1,
  ageBand: '6-13',
  livesHere: true,
  hukouHere: true,
};

const family: HouseholdForm = {
  useState: 1,
  fillRole: 1,
  headName: '王小明',
  phone: { number: '10012345678' },
  liveCount: 3,
  hukouOnlyCount: 0,
  members: [head, spouse, child],
  vehicles: [],
  care: [],
  contactOk: false,
  guardianConsent: true,
  reasons: {},
};

function sentences(change: Partial<HouseholdForm>, more: Partial<FormRules> = {}): Record<string, string> {
  const findings = checkForm({ ...family, ...change }, { ...rules, ...more });
  return Object.fromEntries(
    findings.map((finding) => [`${finding.level} ${finding.field}`, finding.sentence]),
  );
}

const withChild = (change: Partial<MemberDraft>) => ({ members: [head, spouse, { ...child, ...change }] });

describe('the resident form', () => {
  it('of a family of three in order has no findings', () => {
    expect(checkForm(family, rules)).toEqual([]);
  });

  it.each<[string, Partial<HouseholdForm>, string, string]>([
    ['no name', { headName: ' ' }, 'error headName', '请写上户主的姓名'],
    ['no phone', { phone: { number: '' } }, 'error phone', '留一个手机号，没有手机就留家人的'],
    ['an emoji for a name', { headName: '😀😀' }, 'error headName', '写中文名字就行，不用加称呼'],
    [
      'ten digits of a phone',
      { phone: { number: '1001234567' } },
      'error phone',
      '手机号应该是 11 位，您看看是不是少了一位',
    ],
    ['nine people', { liveCount: 9 }, 'question liveCount', '人比较多，是合租吗？'],
    [
      'four said, three listed',
      { liveCount: 4 },
      'question members',
      '上面说住 4 口人，这里有 3 位，您看看哪个对',
    ],
    [
      'one registered and away, none listed',
      { hukouOnlyCount: 1 },
      'question members',
      '上面说户口在这儿但不住的有 1 位，这里有 0 位，您看看哪个对',
    ],
    ['no head', { members: [spouse], liveCount: 1 }, 'error members', '请点一位当户主'],
    [
      'two heads',
      { members: [head, { ...head, key: 'aaaaaaa4' }], liveCount: 2 },
      'error members',
      '请点一位当户主',
    ],
    ['nobody listed', { members: [], liveCount: 0 }, 'error members', '先在上面点几口人，这里再一位一位填'],
    [
      'one member twice',
      { members: [head, { ...spouse, key: head.key }], liveCount: 2 },
      'error members',
      '有一位家人填了两遍，删掉一位就行',
    ],
    [
      'neither living nor registered here',
      withChild({ livesHere: false, hukouHere: false }),
      'error members.aaaaaaa3.livesHere',
      '这位家人不住这儿、户口也不在这儿，可以不用登记',
    ],
    [
      'a child of 14 without name',
      withChild({ ageBand: '14-17' }),
      'error members.aaaaaaa3.name',
      '请写上这位家人的姓名',
    ],
    [
      'a child older than the head',
      withChild({ ageBand: '65-79', name: '王一' }),
      'question members.aaaaaaa3.ageBand',
      '子女和户主的年龄对不上，您看看点对了没有',
    ],
    [
      'a head of ten',
      { members: [{ ...head, ageBand: '6-13' }], liveCount: 1 },
      'question members.aaaaaaa1.ageBand',
      '户主年纪这么小，您看看点对了没有',
    ],
    [
      'a plate one character short',
      { vehicles: [{ plate: '鲁D1234', propertyMaySee: false }] },
      'error vehicles.0',
      '车牌好像少了一位',
    ],
    [
      'a child without a guardian',
      { guardianConsent: false },
      'error guardianConsent',
      '家里有 14 岁以下的孩子，请监护人再点一下同意',
    ],
    [
      'an ID number nobody asked for',
      withChild({ idNumber: '000000201509010035' }),
      'error members.aaaaaaa3.idNumber',
      '这次不收证件号码，删掉就行',
    ],
    [
      'a tail nobody asked for',
      withChild({ idLast4: '0035' }),
      'error members.aaaaaaa3.idLast4',
      '这次不收证件号码，删掉就行',
    ],
  ])('says what is wrong, at its field: %s', (_case, change, place, sentence) => {
    expect(sentences(change)[place]).toBe(sentence);
  });

  it('takes 40 members and no more', () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...spouse,
        relation: 9 as const,
        key: `m${1_000_000 + index}`,
      }));
    const of = (count: number) =>
      sentences({ members: [head, ...others(count - 1)], liveCount: count, guardianConsent: false });

    expect(of(40)).toEqual({ 'question liveCount': '人比较多，是合租吗？' });
    expect(of(41)['error members']).toBe('一户最多登记 40 人，多出来的请网格员帮您另开一户');
  });

  it('takes five plates and no more', () => {
    const plates = (count: number) =>
      Array.from({ length: count }, () => ({ plate: '鲁D12345', propertyMaySee: false }));

    expect(sentences({ vehicles: plates(5) })).toEqual({});
    expect(sentences({ vehicles: plates(6) })).toEqual({ 'error vehicles': '车牌最多填 5 个' });
  });

  it('asks no name of a child under 14, and checks one that was given', () => {
    expect(sentences(withChild({ ageBand: '6-13' }))).toEqual({});
    expect(sentences(withChild({ name: '1' }))).toHaveProperty('error members.aaaaaaa3.name'.split('\n'));
  });

  it.each([
    ['暂时没人住', { useState: 3 }, 'vacant'],
    ['没交房', { useState: 6 }, 'vacant'],
    ['房东', { fillRole: 4 }, 'landlord'],
    ['租户', { fillRole: 3 }, 'whole'],
    ['没人住，但有户口在', { useState: 3, members: [{ ...head, livesHere: false }] }, 'whole'],
  ] as const)('has a short path where it may: %s', (_case, change, path) => {
    expect(formPathOf({ ...family, members: [], ...change })).toBe(path);
  });

  it('on the short paths asks for a phone and no names', () => {
    const { headName, liveCount, ...rest } = family;
    const vacant = { ...rest, useState: 3 as const, members: [] };
    const landlord = { ...rest, fillRole: 4 as const, liveCount: 2, members: [] };

    expect([headName, liveCount]).toEqual(['王小明', 3]);
    expect(checkForm(vacant, rules)).toEqual([]);
    expect(checkForm(landlord, rules)).toEqual([]);
    expect(checkForm({ ...vacant, phone: { number: '' } }, rules).map(({ field }) => field)).toEqual([
      'phone',
    ]);
    expect(checkForm({ ...vacant, liveCount: 2 }, rules).map(({ code }) => code)).toEqual(['vacantLive']);
  });

  it('asks which is right where nobody is said to live and somebody is listed who does', () => {
    const codesOf = (useState: HouseholdForm['useState']) =>
      checkForm({ ...family, useState }, rules).map(({ code }) => code);

    expect([3, 6, 5, 1].map((useState) => codesOf(useState as HouseholdForm['useState']))).toEqual([
      ['vacantLive'],
      ['vacantLive'],
      [],
      [],
    ]);
  });

  it('while nothing is answered names every question of the first steps', () => {
    const fields = checkForm({}, rules).map(({ field }) => field);

    expect(fields).toEqual(['useState', 'fillRole', 'headName', 'phone', 'liveCount', 'members']);
  });

  it('names the taps a new row still needs', () => {
    const findings = checkForm(
      { ...family, members: [head, { key: 'bbbbbbb1', livesHere: true }], liveCount: 2 },
      rules,
    );

    expect(findings.map(({ field }) => field)).toEqual([
      'members.bbbbbbb1.relation',
      'members.bbbbbbb1.gender',
      'members.bbbbbbb1.ageBand',
    ]);
  });
});

describe('a question about a form', () => {
  const odd = { ...family, liveCount: 4 };

  it('keeps the form until it has a reason, and a person looks all the same', () => {
    expect(unsettledFindings(odd, rules).map(({ code }) => code)).toEqual(['liveCount']);
    expect(unsettledFindings({ ...odd, reasons: { liveCount: ' ' } }, rules)).toHaveLength(1);
    expect(unsettledFindings({ ...odd, reasons: { liveCount: '保姆不填' } }, rules)).toEqual([]);
    expect(raisesQuestion({ ...odd, reasons: { liveCount: '保姆不填' } }, rules)).toBe(true);
  });

  it('about one member is answered under that member', () => {
    const form = { ...family, ...withChild({ ageBand: '65-79', name: '王一' }) };

    expect(unsettledFindings({ ...form, reasons: { 'age.aaaaaaa3': '继子女' } }, rules)).toEqual([]);
  });

  it('is not an error: a reason never excuses one', () => {
    const form = { ...family, headName: '', reasons: { headName: '不想写名字' } };

    expect(unsettledFindings(form, rules).map(({ code }) => code)).toEqual(['headName']);
  });
});

describe('a refusal', () => {
  it('is an answer of its own: what was refused is not missing', () => {
    const form = { ...family, phone: { number: '' } };

    expect(unsettledFindings(form, rules).map(({ field }) => field)).toEqual(['phone']);
    expect(unsettledFindings({ ...form, refused: ['phone'] }, rules)).toEqual([]);
  });

  it('stands alone: beside an answer it is a mistake', () => {
    const form = { ...family, refused: ['phone', 'care', 'suggestion'] as const, suggestion: '路灯不亮' };

    expect(unsettledFindings({ ...form, care: [] }, rules).map(({ field }) => field)).toEqual([
      'phone',
      'suggestion',
    ]);
  });
});

describe('whoever fills for others', () => {
  const asked = { ...rules, asksHelper: true };

  it('says name and relation, and nobody else is asked', () => {
    expect(unsettledFindings(family, rules)).toEqual([]);
    expect(unsettledFindings(family, asked).map(({ field }) => field)).toEqual(['helper']);
    expect(unsettledFindings({ ...family, helper: { name: '孟小远' } }, asked)).toHaveLength(1);
    expect(unsettledFindings({ ...family, helper: { name: '孟小远', relation: 2 } }, asked)).toEqual([]);
    expect(unsettledFindings({ ...family, helper: { name: '@', relation: 2 } }, rules)).toHaveLength(1);
  });
});

describe('a guardian', () => {
  it('is needed for a member under 14 only', () => {
    expect(needsGuardian(family)).toBe(true);
    expect(needsGuardian({ ...family, members: [head, { ...child, ageBand: '14-17' }] })).toBe(false);
  });
});

describe('identity numbers by the campaign', () => {
  const adult = (change: Partial<MemberDraft>) => ({ members: [{ ...head, ...change }, spouse, child] });

  it.each<[string, FormRules['idNumberMode'], Partial<MemberDraft>, string | undefined]>([
    ['a tail', 'last4', { idLast4: '002X' }, undefined],
    ['a wrong tail', 'last4', { idLast4: '00X2' }, 'error members.aaaaaaa1.idLast4'],
    [
      'a whole number where tails are asked',
      'last4',
      { idNumber: '000000198803050017' },
      'error members.aaaaaaa1.idNumber',
    ],
    ['a whole number', 'full', { idNumber: '000000195206170017', ageBand: '65-79' }, undefined],
    [
      'a wrong check character',
      'full',
      { idNumber: '000000195206170018', ageBand: '65-79' },
      'error members.aaaaaaa1.idNumber',
    ],
    [
      'a woman under the tile of a man',
      'full',
      { idNumber: '000000198803050025' },
      'question members.aaaaaaa1.idNumber',
    ],
    [
      'a number of another age',
      'full',
      { idNumber: '000000195206170017' },
      'question members.aaaaaaa1.idNumber',
    ],
  ])('accepts or refuses %s', (_case, idNumberMode, change, place) => {
    const found = sentences(adult(change), { idNumberMode });

    expect(Object.keys(found).filter((key) => key.includes('.id'))).toEqual(
      place === undefined ? [] : [place],
    );
  });

  it('asks no tail of a child', () => {
    expect(sentences(withChild({ idLast4: '0035' }), { idNumberMode: 'last4' })).toHaveProperty([
      'error members.aaaaaaa3.idLast4',
    ]);
  });
});
