import { mount, type Mounted } from './mounted';

const EVENTS = ['type', 'leave', 'owner', 'nophone'];
const ONE_TAP = '.stack >>> .button--primary';
const INPUT = '.stack >>> .text-field__input';
const given = {
  label: '户主手机号',
  owners: [
    { value: 'own', label: '是我自己的' },
    { value: '2', label: '子女' },
  ],
  words: {
    noPhone: '没有手机？留家人的',
    phoneOwner: '这是谁的手机',
    privacyTitle: '用微信里的手机号吗？',
    privacyLines: ['街道办事处用它登记您家的电话'],
  },
  parts: {
    memberRow: { columns: 4 },
    phoneField: { one: '用微信里的手机号', type: '自己输入', typeSpoken: '自己输入手机号' },
    privacySheet: { read: '看全文', agree: '同意，接着填', refuse: '不同意', call: '打社区电话' },
  },
};

function card(changes: object = {}): Mounted {
  return mount('pages/census/form/phone-card', { ...given, ...changes }, EVENTS);
}

/** The cloud that answers the exchange of a code. */
function cloudAnswers(result: object): jest.Mock {
  const callFunction = jest.fn(async () => Promise.resolve({ result }));
  Object.assign(wx, { cloud: { callFunction } });
  return callFunction;
}

describe('phone card', () => {
  it('offers WeChat’s number, typing, and a way without a phone', async () => {
    const phone = card();

    await phone.tap('.button');

    expect(phone.words).toContain('户主手机号');
    expect(phone.labels('button').filter((label) => label !== '')).toEqual([
      '用微信里的手机号',
      '自己输入手机号',
    ]);
    expect(phone.wordsOf('.button')).toEqual(['没有手机？留家人的']);
    expect(phone.events).toEqual([{ name: 'nophone', detail: {} }]);
  });

  it('exchanges WeChat’s code for the number as nobody’s seat, and says that it is known', async () => {
    const called = cloudAnswers({ ok: true, data: { phone: '10000000001' } });
    const phone = card();

    await phone.send(ONE_TAP, 'getphonenumber', { detail: { code: 'c0de' } });

    expect(called).toHaveBeenCalledWith({
      name: 'phone',
      data: { procedure: 'exchangeCode', input: { code: 'c0de' } },
    });
    expect(phone.events).toEqual([{ name: 'type', detail: { value: '10000000001', isKnown: true } }]);
  });

  it('opens the typed field when the exchange fails, and tells what is typed', async () => {
    cloudAnswers({ ok: false, problem: { code: 'RATE_LIMITED' } });
    const phone = card();
    expect(phone.typed).toEqual([]);

    await phone.send(ONE_TAP, 'getphonenumber', { detail: { code: 'c0de' } });
    await phone.send(INPUT, 'input', { detail: { value: '1' } });
    await phone.send(INPUT, 'blur', { detail: { value: '1' } });

    expect(phone.wordsOf(ONE_TAP)).toEqual([]);
    expect(phone.events).toEqual([
      { name: 'type', detail: { value: '1', isKnown: false } },
      { name: 'leave', detail: {} },
    ]);
  });

  it('asks whose phone it is in place of the way without one', async () => {
    const phone = card({ asksOwner: true, owner: '2', value: '10000000001' });

    await phone.pick('是我自己的');

    expect(phone.wordsOf('.button')).toEqual([]);
    expect(phone.labels('radiogroup')).toEqual(['这是谁的手机']);
    expect(phone.checked).toEqual(['子女']);
    expect(phone.typed).toEqual(['10000000001']);
    expect(phone.events).toEqual([
      { name: 'owner', detail: { value: 'own', values: ['own'], chosen: true } },
    ]);
  });

  it('only types where WeChat’s number is not the household’s, and says what is wrong', () => {
    const phone = card({ oneTap: false, error: '手机号是 11 位' });

    expect(phone.wordsOf(ONE_TAP)).toEqual([]);
    expect(phone.typed).toEqual(['']);
    expect(phone.words).toContain('手机号是11位');
  });

  it('says who asks and why when WeChat asks for agreement, and leaves a number to those who refuse', () => {
    const phone = card({ publicPhone: '100-0000-0000' });

    phone.change({ isAsking: true, guide: '《示例指引》' });

    expect(phone.labels('dialog')).toContain('用微信里的手机号吗？');
    expect(phone.words).toContain('街道办事处用它登记您家的电话');
    expect(phone.labels('link')).toEqual(['看全文《示例指引》']);
    expect(phone.labels('button')).toEqual(
      expect.arrayContaining(['同意，接着填', '不同意', '打社区电话 100-0000-0000']),
    );
  });
});
