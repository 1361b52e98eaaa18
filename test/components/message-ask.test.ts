import { mount } from './mounted';

const asked = (grant: string) => mount('message-ask', { ask: '下次告诉您一声？', grant }, ['allow']);

describe('message ask', () => {
  it('says why, and lets one tap ask WeChat', async () => {
    const ask = asked('');

    await ask.tap('.button');

    expect(ask.words).toBe('下次告诉您一声？告诉我一声');
    expect(ask.labels('button')).toEqual(['告诉我一声']);
    expect(ask.events.map(({ name }) => name)).toEqual(['allow']);
  });

  it('says what comes of a yes, and asks no more', () => {
    const ask = asked('accepted');

    expect(ask.words).toBe('好，下一条在微信里也会有');
    expect(ask.labels('button')).toEqual([]);
  });

  it.each(['refused', 'none'])('is gone where the answer was %s', (grant) => {
    expect(asked(grant).words).toBe('');
  });
});
