import { mount, type Mounted } from './mounted';

function button(): Mounted {
  return mount('packages/home/own-number', {}, ['number', 'refuse']);
}

const answer = (own: Mounted, detail: object): Promise<void> =>
  own.send('.button--primary', 'getphonenumber', { detail });

describe('own number', () => {
  it('is asked of WeChat in one tap and cannot be typed', () => {
    const own = button();

    expect(own.words).toBe('用微信手机号对一下');
    expect(own.labels('button')).toEqual(['用微信手机号对一下']);
  });

  it('hands over the code to exchange', async () => {
    const own = button();

    await answer(own, { code: 'c0de', errMsg: 'getPhoneNumber:ok' });

    expect(own.events).toEqual([{ name: 'number', detail: { code: 'c0de' } }]);
  });

  it('tells a refusal, by the person or by WeChat', async () => {
    const own = button();

    await answer(own, { errMsg: 'getPhoneNumber:fail user deny' });
    await answer(own, { code: '', errno: 1400001 });

    expect(own.events).toEqual([
      { name: 'refuse', detail: {} },
      { name: 'refuse', detail: {} },
    ]);
  });

  it('says who asks and why when WeChat asks for agreement', () => {
    const own = button();

    own.change({ isAsking: true, guide: '《示例指引》' });

    expect(own.labels('dialog')).toContain('用微信里的手机号吗？');
    expect(own.words).toContain(
      '街道办事处用它认出您是租户写的那位房东只对一下，不另外存不对也行，网格员会来问',
    );
    expect(own.labels('link')).toEqual(['看全文《示例指引》']);
    expect(own.labels('button')).toEqual(['用微信手机号对一下', '同意，接着填', '不同意', '关闭']);
  });
});
