import { mount } from './mounted';

describe('text field', () => {
  it('tells each change and the end of typing', async () => {
    const field = mount('text-field', { label: '姓名' }, ['change', 'done']);

    await field.send('.text-field__input', 'input', { detail: { value: '王' } });
    await field.send('.text-field__input', 'blur', { detail: { value: '王明' } });

    expect(field.events).toEqual([
      { name: 'change', detail: { value: '王' } },
      { name: 'done', detail: { value: '王明' } },
    ]);
  });

  it('shows label, hint and error', () => {
    const field = mount('text-field', {
      label: '姓名',
      hint: '户口本上的',
      error: '写中文名字就行',
      optional: true,
    });

    expect(field.words).toBe('姓名（可以不填）户口本上的写中文名字就行');
  });

  it('of several lines counts what is typed', async () => {
    const field = mount('text-field', { multiline: true, value: '路灯', lengthMax: 300 });
    expect(field.wordsOf('.text-field__foot .caption')).toEqual(['2/300']);

    await field.send('.text-field__box', 'input', { detail: { value: '路灯不亮' } });

    expect(field.wordsOf('.text-field__foot .caption')).toEqual(['4/300']);
  });
});
