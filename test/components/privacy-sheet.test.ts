import { mount } from './mounted';

const shown = { show: true, lines: ['谁要：街道办事处'], phone: '100-0000-0000' };

describe('privacy sheet', () => {
  it('is not there until it is asked for', () => {
    expect(mount('privacy-sheet', { ...shown, show: false }).wordsOf('.privacy-sheet__line')).toEqual([]);
  });

  it('says who asks, and leaves a phone number to those who refuse', () => {
    const sheet = mount('privacy-sheet', shown);

    expect(sheet.wordsOf('.privacy-sheet__line')).toEqual(['谁要：街道办事处']);
    expect(sheet.wordsOf('.caption')).toEqual(['不同意也没关系，可以打社区电话登记']);
    expect(sheet.labels('button')).toEqual(['同意，接着填', '不同意', '打社区电话 100-0000-0000', '关闭']);
  });

  it('tells agreement only after the platform has it', async () => {
    const sheet = mount('privacy-sheet', shown, ['agree', 'refuse']);

    await sheet.tap('.button--primary');
    expect(sheet.events).toEqual([]);
    await sheet.send('.button--primary', 'agreeprivacyauthorization');

    expect(sheet.events).toEqual([{ name: 'agree', detail: { buttonId: 'privacy-agree' } }]);
  });

  it('tells reading, refusing and calling, and a touch beside it as refusing', async () => {
    const sheet = mount('privacy-sheet', shown, ['refuse', 'read', 'call']);

    for (const nth of [0, 2, 3]) await sheet.tap('.button', nth);
    await sheet.send('#sheet', 'close');

    expect(sheet.events).toEqual([
      { name: 'read', detail: {} },
      { name: 'refuse', detail: {} },
      { name: 'call', detail: { phone: '100-0000-0000' } },
      { name: 'refuse', detail: {} },
    ]);
  });
});
