import { mount } from './mounted';

const EVENTS = ['number', 'refuse', 'change', 'again'];

describe('phone field', () => {
  it('offers one tap and typing side by side', () => {
    expect(mount('phone-field', {}).labels('button')).toEqual(['用微信里的手机号', '自己输入手机号']);
  });

  it('hands over the code of the one-tap number', async () => {
    const field = mount('phone-field', {}, EVENTS);

    await field.send('.button--primary', 'getphonenumber', {
      detail: { code: 'c0de', errMsg: 'getPhoneNumber:ok' },
    });

    expect(field.events).toEqual([{ name: 'number', detail: { code: 'c0de' } }]);
  });

  it('opens the typed way after a refusal, and says when the quota is used up', async () => {
    const field = mount('phone-field', {}, EVENTS);

    await field.send('.button--primary', 'getphonenumber', { detail: { errno: 1400001 } });

    expect(field.events).toEqual([{ name: 'refuse', detail: { quota: true } }]);
    expect(field.labels('button')).toEqual([]);
    expect(field.classesOf('.phone-field__ways')).toEqual([]);
  });

  it('shows a number that is held by its mask only, and can take another', async () => {
    const field = mount('phone-field', { masked: '100****1234' }, EVENTS);

    await field.tap('.phone-field__again');

    expect(field.words).toContain('100****1234');
    expect(field.events).toEqual([{ name: 'again', detail: {} }]);
  });
});
