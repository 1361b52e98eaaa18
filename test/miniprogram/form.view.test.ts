import fs from 'node:fs';
import path from 'node:path';
import type { FormRules } from '@domain/census/form-draft';
import { unsettledFindings } from '@domain/census/form-rules';
import { firstState, type FormState } from '../../miniprogram/pages/census/form/form-state';
import { viewForm, withoutMended } from '../../miniprogram/pages/census/form/form.view';
import { atQuestion, wayBack, wayOn } from '../../miniprogram/pages/census/form/going';
import { questionsOf } from '../../miniprogram/pages/census/form/questions';
import {
  withChoice,
  withMemberEvent,
  withoutEmptyVehicles,
  withText,
} from '../../miniprogram/pages/census/form/answering';
import { recordingOf } from '../../miniprogram/pages/census/form/voice';
import { linesOf } from '../../miniprogram/pages/census/review/review.view';
import {
  formOf,
  membersOf,
  newAnswers,
  withHukouOnlyCount,
  withLiveCount,
  withMember,
  withNewMember,
  withoutMember,
  type Answers,
} from '../../miniprogram/services/household-answers';
import { ENGLISH } from '../../miniprogram/packages/home/languages/english';
import { changedPaths } from '../../miniprogram/services/changed-paths';

const RULES: FormRules = { today: '2026-11-24', allowTestNumbers: true, idNumberMode: 'off' };

function keys(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `key0000${next}`;
  };
}

const choose = (answers: Answers, field: string, value: string): Answers =>
  withChoice(answers, field, { value, values: [value], chosen: true });

const fact = (answers: Answers, key: string, ...[field, value]: [string, string | boolean]): Answers =>
  withMemberEvent(answers, { key, field, value }, RULES);

function stateOf(answers: Answers, change: Partial<FormState> = {}): FormState {
  return { ...firstState(answers, { rules: RULES, large: false, question: '' }), ...change };
}

/** 自家住, head with name and phone, three people counted; the head answered. */
function begunFamily(newKey: () => string): Answers {
  let answers = choose(choose(newAnswers(), 'useState', '1'), 'fillRole', '1');
  answers = withText(withText(answers, 'headName', '王建国'), 'phone', '100 1234 5678');
  answers = withLiveCount(answers, 3, newKey);
  answers = fact(fact(answers, 'key00001', 'gender', '1'), 'key00001', 'ageBand', '18-59');
  return fact(answers, 'key00001', 'hukouHere', true);
}

function wholeFamily(): Answers {
  const newKey = keys();
  let answers = withNewMember(begunFamily(newKey), newKey);
  answers = fact(fact(answers, 'key00002', 'relation', '1'), 'key00002', 'name', '李秀英');
  answers = withNewMember(answers, newKey);
  answers = fact(fact(answers, 'key00003', 'relation', '2'), 'key00003', 'gender', '2');
  answers = fact(answers, 'key00003', 'ageBand', '6-13');
  return withChoice(answers, 'guardian', { value: 'yes', values: ['yes'], chosen: true });
}

describe('filling the form', () => {
  it('asks a family of three for two names, a phone and sixteen touches', () => {
    const form = formOf(wholeFamily());

    expect(unsettledFindings(wholeFamily(), RULES)).toEqual([]);
    expect(form).toMatchObject({ headName: '王建国', phone: { number: '10012345678' }, liveCount: 3 });
    expect(
      form?.members.map(({ relation, gender, ageBand, hukouHere, name }) => [
        relation,
        gender,
        ageBand,
        hukouHere,
        name,
      ]),
    ).toEqual([
      [0, 1, '18-59', true, '王建国'],
      [1, 2, '18-59', true, '李秀英'],
      [2, 2, '6-13', true, undefined],
    ]);
  });

  it('leaves out what the short ways do not ask', () => {
    const vacant = withText(
      choose(choose(newAnswers(), 'useState', '3'), 'fillRole', '1'),
      'phone',
      '10012345678',
    );

    expect(unsettledFindings(vacant, RULES)).toEqual([]);
    expect(formOf(vacant)).toMatchObject({ useState: 3, liveCount: 0, members: [] });
    expect(formOf(vacant)).not.toHaveProperty('headName');
  });

  it('drops the unanswered head of a home that turns out empty, and keeps people who were listed', () => {
    const counted = withLiveCount(choose(newAnswers(), 'useState', '1'), 2, keys());
    expect(membersOf(choose(counted, 'useState', '3'))).toEqual([]);

    expect(membersOf(choose(begunFamily(keys()), 'useState', '3'))).toHaveLength(1);
  });

  it('lists a person who is only registered here as not living here', () => {
    const newKey = keys();
    const answers = withNewMember(
      withHukouOnlyCount(withLiveCount(newAnswers(), 1, newKey), 1, newKey),
      newKey,
    );

    expect(membersOf(answers)[1]).toMatchObject({ livesHere: false, hukouHere: true });
  });

  it('guesses for a spouse and never overwrites an answer', () => {
    const newKey = keys();
    const answers = withNewMember(begunFamily(newKey), newKey);
    const answered = withMember(answers, 'key00002', { gender: 1, ageBand: '60-64' });

    expect(membersOf(fact(answered, 'key00002', 'relation', '1'))[1]).toMatchObject({
      gender: 1,
      ageBand: '60-64',
    });
  });

  it('never removes the head, and forgets an empty plate', () => {
    const answers = { ...wholeFamily(), vehicles: [{ plate: ' ', propertyMaySee: false }] };

    expect(membersOf(withoutMember(answers, 'key00001'))).toHaveLength(3);
    expect(withoutEmptyVehicles(answers).vehicles).toEqual([]);
  });
});

describe('the form in one scroll', () => {
  it('shows no error before the person went on, and all of them afterwards', () => {
    expect(Object.values(viewForm(stateOf(newAnswers())).errors).join('')).toBe('');

    const way = wayOn(stateOf(newAnswers()), keys());
    expect(way).toMatchObject({ to: 'finding', anchor: '#q-useState' });
    const view = viewForm(stateOf(newAnswers(), { attempted: true }));
    expect(view.errors['useState']).toBe('请点一下房子现在的情况');
    expect(view.problem).toBe('还有 6 处要看一下');
  });

  it('forgets an error as soon as typing has mended it, and changes nothing else', () => {
    const wrong = stateOf(withText(begunFamily(keys()), 'phone', '1001234567'), { attempted: true });
    const shown = viewForm(wrong);
    const mended = { ...wrong, answers: withText(wrong.answers, 'phone', '10012345678') };

    expect(shown.errors['phone']).not.toBe('');
    expect(withoutMended(shown, wrong)).toEqual(shown);
    expect(withoutMended(shown, mended)).toEqual({ ...shown, errors: { ...shown.errors, phone: '' } });
  });

  it('leads to the first person with a gap and opens that row', () => {
    const newKey = keys();
    const answers = withNewMember(begunFamily(newKey), newKey);

    expect(wayOn(stateOf(answers, { openKey: '' }), newKey)).toMatchObject({
      to: 'finding',
      anchor: '#member-key00002',
      change: { openKey: 'key00002', attempted: true },
    });
  });

  it('asks back when the rows do not fit the count, and takes a reason for an answer', () => {
    const short = { ...withoutMember(wholeFamily(), 'key00003'), guardianConsent: undefined };
    const view = viewForm(stateOf(short));
    expect(view.reasons.map(({ code }) => code)).toEqual(['liveCount']);
    expect(wayOn(stateOf(short), keys())).toMatchObject({ to: 'finding', anchor: '#q-reasons' });

    expect(wayOn(stateOf({ ...short, reasons: { liveCount: '有人常在外面' } }), keys())).toEqual({
      to: 'review',
    });
  });

  it('calls a plate wrong that was begun, and none that is still empty', () => {
    const of = (plate: string) => ({ ...wholeFamily(), vehicles: [{ plate, propertyMaySee: false }] });
    const errorOf = (plate: string, change: Partial<FormState>) =>
      viewForm(stateOf(of(plate), change)).vehicles[0]?.error;

    expect(errorOf('', { attempted: true })).toBe('');
    expect(errorOf('', { touched: ['vehicles.0'] })).toBe('');
    expect(errorOf('鲁D1234', {})).toBe('');
    expect(errorOf('鲁D1234', { touched: ['vehicles.0'] })).toBe('车牌好像少了一位');
  });

  it('keeps optional questions closed until they are asked for or were answered', () => {
    expect(viewForm(stateOf(wholeFamily())).shows['vehicles']).toBe(false);
    expect(viewForm(stateOf(wholeFamily(), { showsExtras: true })).shows['vehicles']).toBe(true);
    expect(viewForm(stateOf({ ...wholeFamily(), suggestion: '灯坏了' })).shows['suggestion']).toBe(true);
  });

  it('takes 不愿说 for what is not answered, and an answer instead of it', () => {
    const refuse = (answers: Answers, value: string, chosen = true): Answers =>
      withChoice(answers, 'refused', { value, values: [value], chosen });
    const whole = choose(wholeFamily(), 'care', 'mobility');
    const state = stateOf(refuse(refuse(refuse(whole, 'volunteer'), 'suggestion'), 'care'), {
      showsExtras: true,
    });

    expect(viewForm(state).refusals.map(({ value }) => value)).toEqual([
      'vehicles',
      'suggestion',
      'volunteer',
    ]);
    expect(formOf(state.answers)?.refused).toEqual(['volunteer', 'suggestion']);
    expect(unsettledFindings(state.answers, RULES)).toEqual([]);
    expect(linesOf(state.answers).find(({ key }) => key === 'volunteer')?.value).toBe('不愿说');
    const after = refuse(withText(state.answers, 'suggestion', '多种树'), 'volunteer', false);
    expect(after.refused).toEqual([]);
    const large = stateOf(whole, { large: true, question: 'volunteer' });
    expect(viewForm(large).refusals).toEqual([{ value: 'volunteer', label: '不愿说' }]);
  });

  it('offers 不愿说 for the number to whoever hears the household, and to no resident', () => {
    const atTheDoor = { isOthersPhone: true };
    const refused = withChoice(wholeFamily(), 'refused', { value: 'phone', values: ['phone'], chosen: true });

    expect(viewForm(stateOf(refused)).phoneRefusal).toEqual([]);
    expect(viewForm(stateOf(refused, atTheDoor)).phoneRefusal).toEqual([{ value: 'phone', label: '不愿说' }]);
    expect(unsettledFindings(refused, RULES)).toEqual([]);
    expect(formOf(refused)).toMatchObject({ phone: { number: '' }, refused: ['phone'] });
    expect(withText(refused, 'phone', '100 1234 5678').refused).toEqual([]);
  });

  it('offers WeChat’s own number to those who live there alone', () => {
    expect(viewForm(stateOf(newAnswers())).offersOneTap).toBe(true);
    expect(viewForm(stateOf(newAnswers(), { isOthersPhone: true })).offersOneTap).toBe(false);
  });

  it('lights the windows up to the first step that wants an answer', () => {
    expect(viewForm(stateOf(newAnswers())).step).toBe(1);
    expect(viewForm(stateOf(begunFamily(keys()))).step).toBe(6);
  });

  it('offers a number only where the campaign asks for one, and only to adults', () => {
    const rules = { ...RULES, idNumberMode: 'last4' } as const;
    const rows = viewForm(stateOf(wholeFamily(), { rules })).rows;

    expect(rows.map(({ idKind }) => idKind)).toEqual(['last4', 'last4', '']);
    expect(viewForm(stateOf(wholeFamily())).rows.map(({ idKind }) => idKind)).toEqual(['', '', '']);
  });

  it('costs a touch less than a kilobyte', () => {
    const before = viewForm(stateOf(wholeFamily()));
    const after = viewForm(stateOf(fact(wholeFamily(), 'key00003', 'gender', '1')));

    expect(changedPaths('view', before, after)).toEqual({ 'view.rows[2].member.gender': '1' });
    expect(JSON.stringify(before).length).toBeLessThan(4000);
  });
});

describe('the form one question a screen', () => {
  it('asks the same questions in the same order and ends at the review', () => {
    const seen: string[] = [];
    let state = stateOf(wholeFamily(), { large: true });
    for (let step = 0; step < 40; step += 1) {
      const shown = Object.entries(viewForm(state).shows).filter(([, isShown]) => isShown);
      seen.push(viewForm(state).member?.field ?? shown.map(([name]) => name).join());
      const way = wayOn(state, keys());
      if (way.to === 'review') break;
      state = { ...state, ...way.change };
    }

    expect(seen.join(' ')).toBe(
      'useState fillRole headName phone liveCount hukouOnlyCount ' +
        'gender ageBand livesHere relation gender ageBand livesHere name relation gender ageBand livesHere ' +
        'vehicles care suggestion volunteer contactOk guardianConsent',
    );
  });

  it.each([5, 6] as const)('does not ask who fills where a seat has said so: %s', (fillRole) => {
    const asked = (answers: Answers): string[] => questionsOf(stateOf(answers, { large: true }));

    expect(asked(newAnswers())).toContain('fillRole');
    expect(asked({ ...newAnswers(), fillRole })).not.toContain('fillRole');
  });

  it('does not go on before the question is answered, and says why', () => {
    const state = stateOf(newAnswers(), { large: true });
    const way = wayOn(state, keys());

    expect(way).toMatchObject({ to: 'finding', change: { question: 'useState', touched: ['useState'] } });
    expect(viewForm({ ...state, touched: ['useState'] }).errors['useState']).toBe('请点一下房子现在的情况');
  });

  it('brings the next counted person by itself', () => {
    const newKey = keys();
    const state = stateOf(begunFamily(newKey), { large: true, question: 'members.key00001.livesHere' });
    const way = wayOn(state, newKey);

    expect(way).toMatchObject({ to: 'question', change: { question: 'members.key00002.relation' } });
    if (way.to !== 'question') throw new Error('a question follows');
    expect(viewForm({ ...state, ...way.change }).member).toMatchObject({
      title: '第 2 位，共 3 位',
      isRemovable: true,
    });
  });

  it('goes back without losing anything', () => {
    const state = stateOf(wholeFamily(), { large: true, question: 'fillRole' });

    expect(wayBack(state)).toEqual({ question: 'useState', touched: [] });
    expect(viewForm({ ...state, ...wayBack(state) })).toMatchObject({ useState: '1', hasBack: false });
  });

  it('finds the question that the review names', () => {
    const state = stateOf(wholeFamily(), { large: true });

    expect(atQuestion(state, 'members.key00002.gender')).toMatchObject({
      question: 'members.key00002.gender',
    });
    expect(questionsOf(state)).toContain('members.key00002.name');
  });
});

describe('the form read aloud', () => {
  const voices = { folder: 'cloud://street.files/voice', recorded: ['useState', 'gender'] };
  const ask = (question: string, change: Partial<FormState> = {}): string =>
    viewForm(stateOf(wholeFamily(), { large: true, question, voices, ...change })).voice;
  beforeAll(() => {
    Object.assign(globalThis, { wx: { canIUse: () => true } });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'wx');
  });

  it('has the recording of the one question on the screen, where the deployment made it', () => {
    expect(ask('useState')).toBe('cloud://street.files/voice/useState.mp3');
    expect(ask('members.key00002.gender')).toBe('cloud://street.files/voice/gender.mp3');
    expect(ask('headName')).toBe('');
    expect(ask('useState', { large: false })).toBe('');
    expect(ask('useState', { language: ENGLISH })).toBe('');
    expect(viewForm(stateOf(wholeFamily(), { large: true, question: 'useState' })).voice).toBe('');
  });

  it('may have those that the operations manual names, and no others', () => {
    const manual = fs.readFileSync(path.join(__dirname, '../../docs/operations.zh.md'), 'utf8');
    const named = [...manual.matchAll(/^\| `([\w-]+)\.mp3`/gm)].map(([, name]) => name);
    const landlord = choose(choose(newAnswers(), 'useState', '2'), 'fillRole', '4');
    const tenant = choose(choose(wholeFamily(), 'useState', '2'), 'fillRole', '3');
    const asked = (['last4', 'full'] as const).flatMap((idNumberMode) =>
      [wholeFamily(), landlord, tenant].flatMap((answers) => {
        const state = stateOf(answers, { large: true, rules: { ...RULES, idNumberMode } });
        return questionsOf(state).map((question) => recordingOf(question, state));
      }),
    );

    expect([...new Set(named)].sort()).toEqual([...new Set(asked)].filter(Boolean).sort());
    expect(named.length).toBe(new Set(named).size);
  });
});
