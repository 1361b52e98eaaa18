import { mount, type Mounted } from './mounted';

async function opened(value: string, province = ''): Promise<Mounted> {
  const field = mount('plate-field', { value, province }, ['change', 'done']);
  await field.tap('.plate-field__value');
  return field;
}

describe('plate field', () => {
  it('shows no keys before it is touched', () => {
    expect(mount('plate-field', {}).wordsOf('.plate-field__key')).toEqual([]);
  });

  it('asks the province first, the own one at the front', async () => {
    const field = await opened('', '鲁');

    await field.tap('.plate-field__key', 0);

    expect(field.wordsOf('.plate-field__key')).toHaveLength(31);
    expect(field.events).toEqual([{ name: 'change', detail: { value: '鲁' } }]);
  });

  it('then letters only, without the two that look like digits', async () => {
    const keys = (await opened('鲁')).wordsOf('.plate-field__key');

    expect(keys).toHaveLength(24);
    expect(keys).not.toContain('I');
    expect(keys).not.toContain('O');
  });

  it('then digits and letters, at the end the words of special plates, and never a ninth place', async () => {
    expect((await opened('鲁D1')).wordsOf('.plate-field__key')).toHaveLength(34);
    expect((await opened('鲁D1234')).wordsOf('.plate-field__key')).toContain('学');
    expect((await opened('鲁D123456')).wordsOf('.plate-field__key')).toEqual([]);
  });

  it('takes back one place, and closes when it is done', async () => {
    const field = await opened('鲁D1');

    await field.tap('.button', 0);
    await field.tap('.button', 1);

    expect(field.events).toEqual([
      { name: 'change', detail: { value: '鲁D' } },
      { name: 'done', detail: { value: '鲁D1' } },
    ]);
    expect(field.wordsOf('.plate-field__key')).toEqual([]);
  });
});
