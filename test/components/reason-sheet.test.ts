import { mount } from './mounted';

const asked = {
  show: true,
  title: '为什么要看电话',
  choices: ['约上门时间', '有急事要找人'],
  confirm: '看电话',
};

describe('reason sheet', () => {
  it('offers the usual reasons and one of one’s own', () => {
    const sheet = mount('reason-sheet', asked);

    expect(sheet.labels('dialog')).toContain('为什么要看电话。');
    expect(sheet.labels('radio')).toEqual(['约上门时间', '有急事要找人', '别的原因']);
    expect(sheet.labels('button')).toEqual(['看电话', '先不', '关闭']);
  });

  it('tells nothing without a reason, and says so', async () => {
    const sheet = mount('reason-sheet', asked, ['confirm']);

    await sheet.tap('.button', 0);

    expect(sheet.events).toEqual([]);
    expect(sheet.wordsOf('.reason-sheet__error')).toEqual(['先点一个原因']);
  });

  it('tells the reason that was touched', async () => {
    const sheet = mount('reason-sheet', asked, ['confirm']);

    await sheet.send('#tiles', 'choose', { detail: { value: '约上门时间' } });
    await sheet.tap('.button', 0);

    expect(sheet.events).toEqual([{ name: 'confirm', detail: { reason: '约上门时间' } }]);
  });

  it('wants a few words when the reason is one’s own', async () => {
    const sheet = mount('reason-sheet', asked, ['confirm']);

    await sheet.send('#tiles', 'choose', { detail: { value: '别的原因' } });
    await sheet.tap('.button', 0);

    expect(sheet.events).toEqual([]);
    expect(sheet.wordsOf('.reason-sheet__error')).toEqual(['至少写 4 个字']);
  });

  it('tells no, and a touch beside it as no', async () => {
    const sheet = mount('reason-sheet', asked, ['cancel']);

    await sheet.tap('.button', 1);
    await sheet.send('#sheet', 'close');

    expect(sheet.events.map((event) => event.name)).toEqual(['cancel', 'cancel']);
  });
});
