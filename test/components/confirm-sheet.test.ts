import { mount } from './mounted';

const asked = { show: true, title: '这户真的搬走了吗？', sentence: '会从表上拿掉', confirm: '搬走了' };

describe('confirm sheet', () => {
  it('shows question, consequence and two buttons', () => {
    const sheet = mount('confirm-sheet', asked);

    expect(sheet.words).toMatch(/这户真的搬走了吗？.*会从表上拿掉.*搬走了.*先不/);
    expect(sheet.labels('alertdialog')).toEqual(['这户真的搬走了吗？。会从表上拿掉']);
  });

  it('tells yes, no, and a touch beside it as no', async () => {
    const sheet = mount('confirm-sheet', asked, ['confirm', 'cancel']);

    await sheet.tap('.button', 0);
    await sheet.tap('.button', 1);
    await sheet.send('#sheet', 'close');

    expect(sheet.events.map((event) => event.name)).toEqual(['confirm', 'cancel', 'cancel']);
  });

  it('rests while the answer is on its way', async () => {
    const sheet = mount('confirm-sheet', { ...asked, busy: true }, ['confirm', 'cancel']);

    await sheet.tap('.button', 0);
    await sheet.tap('.button', 1);

    expect(sheet.events).toEqual([]);
  });
});
