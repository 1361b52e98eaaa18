import { mount } from './mounted';

describe('street bar', () => {
  it('says who asks, where to call, and what is never asked for', async () => {
    const bar = mount('street-bar', { name: '示例街道办事处', phone: '100-0000-0000' }, ['call']);

    await bar.tap('.street-bar__phone');

    expect(bar.words).toBe('示例街道办事处公示电话100-0000-0000本登记不要：身份证照片、银行卡、验证码、钱');
    expect(bar.events).toEqual([{ name: 'call', detail: { phone: '100-0000-0000' } }]);
  });
});

describe('help bar', () => {
  it('says who will be called before it calls', async () => {
    const bar = mount('help-bar', { who: '楼长张阿姨', phone: '10000000001' }, ['call']);

    await bar.tap('.help-bar');

    expect(bar.labels('button')).toEqual(['找人帮我，打给楼长张阿姨']);
    expect(bar.events).toEqual([{ name: 'call', detail: { phone: '10000000001' } }]);
  });
});

describe('help here', () => {
  it('calls the community, whose number the phone keeps', async () => {
    const makePhoneCall = jest.fn();
    const data = { seats: [], asOf: 1, campaign: { publicPhone: '100-0000-0000' } };
    Object.assign(wx, { getStorage: async () => Promise.resolve({ data }), makePhoneCall });
    const here = mount('pages/help-here', {});

    await here.send('.help-here', 'call');
    await here.send('.help-here', 'call');

    expect(makePhoneCall).toHaveBeenLastCalledWith(expect.objectContaining({ phoneNumber: '100-0000-0000' }));
  });
});

describe('staff bar', () => {
  const items = [
    { key: 'today', label: '今日', icon: 'home', badge: '12' },
    { key: 'questions', label: '差异', icon: 'question' },
  ];

  it('speaks each place with what waits there', () => {
    const bar = mount('staff-bar', { items, current: 'today' });

    expect(bar.labels('tab')).toEqual(['今日，12', '差异']);
    expect(bar.wordsOf('.staff-bar__item--current')).toEqual(['今日12']);
  });

  it('goes to another place, and not to where one is', async () => {
    const bar = mount('staff-bar', { items, current: 'today' }, ['go']);

    await bar.tap('.staff-bar__item', 0);
    await bar.tap('.staff-bar__item', 1);

    expect(bar.events).toEqual([{ name: 'go', detail: { key: 'questions' } }]);
  });
});

describe('skeleton block', () => {
  it('keeps as many places as will come, and speaks once', () => {
    const skeleton = mount('skeleton-block', { kind: 'cards', count: 5 });

    expect(skeleton.wordsOf('.skeleton-block__part')).toHaveLength(5);
    expect(skeleton.labels('progressbar')).toEqual(['正在打开，网慢要等一会儿']);
  });
});
