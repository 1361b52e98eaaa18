import { mount, type Mounted } from './mounted';

const EVENTS = ['type', 'leave', 'choose'];
const INPUTS = '.stack >>> .text-field__input';
const tenancy = {
  landlordName: '',
  landlordPhone: '',
  startOn: '2026-03-01',
  startLabel: '从哪天开始租：2026年3月1日',
  endOn: '',
  endLabel: '租到哪天（可以不选）',
  contract: 'yes',
  errors: {},
};
const given = {
  tenancy,
  label: '租谁的房',
  hint: '不知道的空着就行',
  tiles: [
    { value: 'yes', label: '签了' },
    { value: 'no', label: '没签' },
  ],
  words: { landlordName: '房东姓名', landlordPhone: '房东手机号', contract: '签合同了吗' },
  parts: { textField: { optional: '（可以不填）' } },
};

function card(changes: object = {}): Mounted {
  return mount('pages/census/form/tenancy-card', { ...given, tenancy: { ...tenancy, ...changes } }, EVENTS);
}

describe('tenancy card', () => {
  it('asks from whom, since when, until when and on what contract', () => {
    const rents = card({ landlordName: '王某', landlordPhone: '10000000001' });

    expect(rents.typed).toEqual(['王某', '10000000001']);
    expect(rents.words).toBe(
      '租谁的房不知道的空着就行房东姓名（可以不填）房东手机号（可以不填）' +
        '从哪天开始租：2026年3月1日租到哪天（可以不选）签合同了吗签了没签',
    );
    expect(rents.pickers).toEqual([
      { label: '从哪天开始租：2026年3月1日', value: '2026-03-01' },
      { label: '租到哪天（可以不选）', value: '' },
    ]);
    expect(rents.labels('radiogroup')).toEqual(['签合同了吗']);
    expect(rents.checked).toEqual(['签了']);
  });

  it('tells name and number at each key and when they are done', async () => {
    const rents = card();

    await rents.send(INPUTS, 'input', { nth: 0, detail: { value: '王某' } });
    await rents.send(INPUTS, 'blur', { nth: 0, detail: { value: '王某' } });
    await rents.send(INPUTS, 'input', { nth: 1, detail: { value: '10000000001' } });
    await rents.send(INPUTS, 'blur', { nth: 1, detail: { value: '10000000001' } });

    expect(rents.events).toEqual([
      { name: 'type', detail: { field: 'landlordName', value: '王某' } },
      { name: 'leave', detail: { field: 'landlordName' } },
      { name: 'type', detail: { field: 'landlordPhone', value: '10000000001' } },
      { name: 'leave', detail: { field: 'landlordPhone' } },
    ]);
  });

  it('tells the days of the pickers, and whether there is a contract', async () => {
    const rents = card();

    // What a picker says is sent from the button inside it and climbs.
    await rents.send('.button', 'change', { nth: 0, detail: { value: '2026-04-01' } });
    await rents.send('.button', 'change', { nth: 1, detail: { value: '2027-03-31' } });
    await rents.pick('没签');

    expect(rents.events).toEqual([
      { name: 'choose', detail: { field: 'startOn', value: '2026-04-01' } },
      { name: 'choose', detail: { field: 'endOn', value: '2027-03-31' } },
      { name: 'choose', detail: { field: 'hasContract', value: 'no' } },
    ]);
  });

  it('says under each answer what is wrong with it', () => {
    const errors = {
      landlordName: '写中文名字就行',
      landlordPhone: '手机号是 11 位',
      startOn: '点一下从哪天开始租',
      endOn: '租到的日子要在后面',
      hasContract: '点一下签没签',
    };
    const rents = card({ errors });

    expect(rents.wordsOf('.stack >>> .text-field__error')).toEqual(['写中文名字就行', '手机号是 11 位']);
    expect(rents.wordsOf('.problem')).toEqual(['点一下从哪天开始租', '租到的日子要在后面']);
    expect(rents.wordsOf('.stack >>> .choice-tile__error')).toEqual(['点一下签没签']);
  });
});
