import { mount } from './mounted';

const EVENTS = ['part', 'change', 'figures', 'preview', 'send', 'withdraw'];
const field = {
  key: 'title',
  label: '标题',
  hint: '一眼看懂',
  value: '周三停水',
  error: '',
  lengthMax: 20,
  isBox: false,
  isOptional: false,
  options: [],
};
const kind = {
  ...field,
  key: 'kind',
  label: '哪一种',
  hint: '',
  value: 'water',
  options: [
    { value: 'water', label: '停水' },
    { value: 'power', label: '停电' },
  ],
};
const form = {
  words: { parts: '写哪一段', preview: '看看样子', send: '交给人看', withdraw: '收回来' },
  heading: '写通知',
  notes: ['3号楼的人会收到'],
  parts: [
    { value: 'head', label: '开头' },
    { value: 'rest', label: '后面' },
  ],
  part: 'head',
  fields: [field, kind],
  figures: '填上数字',
  withdrawable: true,
};

describe('written form', () => {
  it('shows what it is, whom it reaches and the fields of the part at hand', () => {
    const written = mount('written-form', form);

    expect(written.wordsOf('.page-title')).toEqual(['写通知']);
    expect(written.wordsOf('.caption')).toEqual(['3号楼的人会收到']);
    expect(written.labels('radiogroup')).toEqual(['写哪一段', '哪一种']);
    expect(written.labels('radio')).toEqual(['开头', '后面', '停水', '停电']);
    expect(written.checked).toEqual(['开头', '停水']);
    expect(written.typed).toEqual(['周三停水']);
    expect(written.words).toContain('标题一眼看懂');
    expect(written.wordsOf('.button')).toEqual(['填上数字', '看看样子', '交给人看', '收回来']);
  });

  it('of one piece, with no figures and not yet handed in, offers looking and sending only', () => {
    const written = mount('written-form', { ...form, parts: [], figures: '', withdrawable: false });

    expect(written.labels('radiogroup')).toEqual(['哪一种']);
    expect(written.wordsOf('.button')).toEqual(['看看样子', '交给人看']);
  });

  it('tells each answer with the field that it belongs to', async () => {
    const written = mount('written-form', form, EVENTS);

    await written.pick('后面');
    await written.send('.stack >>> .text-field__input', 'input', { detail: { value: '周四停水' } });
    await written.pick('停电');

    expect(written.events).toEqual([
      { name: 'part', detail: { value: 'rest' } },
      { name: 'change', detail: { key: 'title', value: '周四停水' } },
      { name: 'change', detail: { key: 'kind', value: 'power' } },
    ]);
  });

  it('tells what is to be done with it', async () => {
    const written = mount('written-form', form, EVENTS);

    for (const nth of [0, 1, 2, 3]) await written.tap('.button', nth);

    expect(written.events).toEqual([
      { name: 'figures', detail: {} },
      { name: 'preview', detail: {} },
      { name: 'send', detail: {} },
      { name: 'withdraw', detail: {} },
    ]);
  });

  it('says at each field and under them all what is wrong', () => {
    const fields = [
      { ...field, error: '写几个字的标题' },
      { ...kind, error: '点一下是哪一种' },
    ];
    const written = mount('written-form', { ...form, fields, wrong: '还有两处没写好' });

    expect(written.wordsOf('.stack >>> .text-field__error')).toEqual(['写几个字的标题']);
    expect(written.wordsOf('.stack >>> .choice-tile__error')).toEqual(['点一下是哪一种']);
    expect(written.wordsOf('.problem')).toEqual(['还有两处没写好']);
  });
});
