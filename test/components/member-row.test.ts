import { mount } from './mounted';

const choices = {
  relations: [
    { value: '0', label: '户主', figure: 'head' },
    { value: '1', label: '配偶' },
    { value: '2', label: '子女' },
  ],
  genders: [
    { value: '1', label: '男', figure: 'man' },
    { value: '2', label: '女', figure: 'woman' },
  ],
  ageBands: [
    { value: '6-13', label: '6–13岁', figure: 'child' },
    { value: '18-59', label: '18–59岁', figure: 'adult' },
    { value: '80+', label: '80岁以上', figure: 'elder' },
  ],
  places: [
    { value: 'livesHere', label: '住在这儿' },
    { value: 'hukouHere', label: '户口在这儿' },
  ],
};
const spouse = {
  key: 'm2',
  relation: '1',
  gender: '2',
  ageBand: '18-59',
  livesHere: true,
  hukouHere: false,
  name: '',
};

describe('member row', () => {
  it('closed says in one line who it is and where', () => {
    const row = mount('member-row', { member: spouse, choices, position: 2 });

    expect(row.labels('button')).toEqual(['第 2 位，配偶，女 · 18–59岁，住这儿，户口不在。']);
    expect(row.labels('radio')).toEqual([]);
    expect(row.classesOf('.member-row__figure')).toEqual([expect.stringContaining('adult-woman')]);
  });

  it('names what is still to be touched', () => {
    const row = mount('member-row', { member: { ...spouse, gender: '', ageBand: '' }, choices });

    expect(row.wordsOf('.member-row__missing')).toEqual(['还要点：性别、年龄']);
  });

  it('shows the name first when there is one', () => {
    const row = mount('member-row', { member: { ...spouse, name: '李某' }, choices });

    expect(row.wordsOf('.member-row__title')).toEqual(['李某']);
    expect(row.wordsOf('.member-row__facts')[0]).toBe('配偶 · 女 · 18–59岁');
  });

  it('open asks relation, gender, age and place, with what is known already checked', () => {
    const row = mount('member-row', { member: spouse, choices, open: true });

    expect(row.labels('radiogroup')).toEqual(['是户主的什么人', '性别', '年龄']);
    expect(row.checked).toEqual(['配偶', '女', '18–59岁', '住在这儿']);
  });

  it('does not ask the head who they are, nor a child for a name', () => {
    const row = mount('member-row', {
      member: spouse,
      choices,
      open: true,
      fixedRelation: true,
      asksName: false,
    });

    expect(row.labels('radiogroup')).toEqual(['性别', '年龄']);
    expect(row.words).not.toContain('姓名');
  });

  it('tells the field and the value of a touched tile', async () => {
    const row = mount('member-row', { member: spouse, choices, open: true }, ['change']);

    await row.send('.member-row__relation', 'choose', { detail: { value: '2' } });
    await row.send('.member-row__place', 'choose', { detail: { value: 'hukouHere', chosen: true } });
    await row.send('.member-row__name', 'change', { detail: { value: '李某' } });

    expect(row.events.map((event) => event.detail)).toEqual([
      { key: 'm2', field: 'relation', value: '2' },
      { key: 'm2', field: 'hukouHere', value: true },
      { key: 'm2', field: 'name', value: '李某' },
    ]);
  });

  it('opens, closes and goes by its key', async () => {
    const row = mount('member-row', { member: spouse, choices, open: true, removable: true }, [
      'toggle',
      'remove',
    ]);

    await row.tap('.member-row__head');
    await row.tap('.button');

    expect(row.events).toEqual([
      { name: 'toggle', detail: { key: 'm2' } },
      { name: 'remove', detail: { key: 'm2' } },
    ]);
  });
});
