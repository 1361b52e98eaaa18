/** Two tables of one shape: what a resident reads in Chinese is there in English, text for text. */
import fs from 'node:fs';
import path from 'node:path';
import { AGE_BANDS } from '@domain/census/codes';
import { FORM_FIELDS } from '@domain/census/form-fields';
import * as tables from '@domain/codes/tables';
import { PROBLEM_SENTENCES } from '@domain/kernel/problem';
import { REASON_CHOICES, REASON_CHOICES_OTHERS } from '../../miniprogram/messages/census';
import { CHINESE } from '../../miniprogram/messages/language';
import { PICK_WORDS } from '../../miniprogram/messages/pick';
import { ENGLISH } from '../../miniprogram/packages/home/languages/english';
import { linesOf } from '../../miniprogram/pages/census/review/review.view';
import { newAnswers, withNewMember, withMember } from '../../miniprogram/services/household-answers';
import type * as languages from '../../miniprogram/services/language';
import { FakePhone } from './fake-phone';

const HAN = /[一-鿿]/;
/** A number stands by itself in English; the tab bar is Chinese, so that what it says is named as it stands there. */
const WITHOUT_UNIT = 'words.form.peopleUnit';
const TAB = /我的/g;
const DOMAIN = path.join(__dirname, '../../domain');
/** Where the sentences are that a form may show. */
const SPEAKING = [
  'census/form-rules',
  'census/member-rules',
  'tenancy/tenancy',
  'register/phone',
  'register/person-name',
  'register/plate',
  'link/scene',
];

type Text = [place: string, text: string];

/** Every text of a table with its place; one with holes is filled with days and counts alike. */
function textsOf(table: unknown, place: string): Text[] {
  if (typeof table === 'number') return [];
  if (typeof table === 'string') return [[place, table]];
  if (typeof table === 'function') {
    const first = place.endsWith('buildingName') ? '3' : '2026-11-24';
    return [[place, (table as (...given: string[]) => string)(first, '2026-11-25', '2026-11-26')]];
  }
  return Object.entries(table as object).flatMap(([key, inner]) => textsOf(inner, `${place}.${key}`));
}

const chinese = [...textsOf(CHINESE.words, 'words'), ...textsOf(PICK_WORDS, 'pick')];
const english = [...textsOf(ENGLISH.words, 'words'), ...textsOf(ENGLISH.pick, 'pick')];

/** Chinese between quotes; a hole is a number, or a relation. */
function literalsOf(file: string): string[] {
  const source = fs
    .readFileSync(path.join(DOMAIN, `${file}.ts`), 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const literals = [...source.matchAll(/'([^'\n]+)'|`([^`]+)`/g)].map(
    ([, plain, holed]) => plain ?? holed ?? '',
  );
  const spouse = tables.relationTable.labelOf(1);
  return literals
    .filter((text) => HAN.test(text))
    .map((text) => text.replace(/\$\{relationTable[^}]+\}/, spouse).replace(/\$\{[^}]+\}/g, '7'));
}

describe('the two tables', () => {
  it('have the same keys', () => {
    expect(english.map(([place]) => place)).toEqual(chinese.map(([place]) => place));
  });

  it('have no empty text, no Chinese in the English one, and no text twice', () => {
    const twins = english.filter(([, text], index) => text === chinese[index]?.[1]);

    expect([...chinese, ...english].filter(([, text]) => text === '')).toEqual([[WITHOUT_UNIT, '']]);
    expect(english.filter(([, text]) => HAN.test(text.replace(TAB, '')))).toEqual([]);
    expect(twins).toEqual([]);
  });

  it('leave no word of a phone to a font that is not there: the curled apostrophe is as wide as a character', () => {
    expect(english.filter(([, text]) => text.includes('’'))).toEqual([]);
  });
});

describe('what the domain says', () => {
  const labels = [
    ...['useStateTable', 'fillRoleTable', 'genderTable', 'careKindTable', 'volunteerTable', 'relationTable'],
  ].flatMap((name) => tables[name as 'useStateTable'].rows.map(({ label }) => label));
  const asked = FORM_FIELDS.filter(({ step }) => step > 0).flatMap(({ label, help }) => [label, help]);

  it.each([
    ['fields', asked],
    ['code tables', [...labels, ...tables.relationTable.rows.map(({ code }) => tables.relationWords(code))]],
    ['age groups', AGE_BANDS.map((band) => tables.ageBandTable.labelOf(band))],
    ['ready reasons', [...Object.values(REASON_CHOICES).flat(), ...REASON_CHOICES_OTHERS]],
    ['refusals', Object.values(PROBLEM_SENTENCES)],
    ['findings', SPEAKING.flatMap(literalsOf)],
  ])('has its English: %s', (_, texts) => {
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((text) => HAN.test(ENGLISH.say(text)))).toEqual([]);
  });

  it('keeps numbers in their order, and stays Chinese where nobody translated it', () => {
    expect(ENGLISH.say('上面说住 3 口人，这里有 12 位，您看看哪个对')).toMatch(/\b3 live here.*are 12\b/);
    expect(ENGLISH.say('3单元')).toBe('Unit 3');
    expect(ENGLISH.say('这句话还没有译')).toBe('这句话还没有译');
  });

  it('reads the review in the language it is given, and in Chinese where it is given none', () => {
    const begun = withNewMember({ ...newAnswers(), useState: 2, fillRole: 3, hukouOnlyCount: 1 }, () => 'k1');
    const answers = {
      ...withMember(begun, 'k1', { relation: 0, gender: 1, ageBand: '18-59', livesHere: true }),
      tenancy: { landlordName: '赵', startOn: '2026-03-01', endOn: '', hasContract: true },
    };
    const said = (lines: ReturnType<typeof linesOf>): string =>
      lines.map(({ label, value, note = '' }) => [label, value, note].join('|')).join('\n');

    expect(said(linesOf(answers, ENGLISH)).replace('赵', '')).not.toMatch(HAN);
    expect(said(linesOf(answers, ENGLISH))).toContain('from 1 March 2026');
    expect(said(linesOf(answers))).toContain('2026年3月1日起');
  });
});

describe('the switch', () => {
  const TABLE = '../../miniprogram/packages/home/languages/english';
  const toasts: string[] = [];
  function start(phone: FakePhone): typeof languages {
    phone.restart();
    Object.assign(wx, { showToast: ({ title }: { title: string }) => toasts.push(title) });
    return jest.requireActual<typeof languages>('../../miniprogram/services/language');
  }

  it('is kept by the phone, and leads back', async () => {
    const phone = new FakePhone();
    const first = start(phone);
    expect([(await first.currentLanguage()).id, (await first.switchLanguage()).id]).toEqual(['zh', 'en']);

    const second = start(phone);
    expect([(await second.currentLanguage()).id, (await second.switchLanguage()).id]).toEqual(['en', 'zh']);
    expect((await start(phone).currentLanguage()).id).toBe('zh');
  });

  it('stays where it is, and says so, where the other language cannot be fetched', async () => {
    const phone = new FakePhone();
    await start(phone).switchLanguage();
    jest.doMock(TABLE, () => {
      throw new Error('loadSubpackage:fail');
    });
    const without = start(phone);

    expect((await without.currentLanguage()).id).toBe('zh');
    expect((await without.switchLanguage()).id).toBe('zh');
    expect(toasts).toEqual([expect.stringContaining('English')]);
    jest.unmock(TABLE);
    expect((await start(phone).currentLanguage()).id).toBe('en');
  });
});
