import { mount } from './mounted';

describe('source dots', () => {
  it('print the letter in each place and speak what each source says', () => {
    const dots = mount('source-dots', {
      dots: [
        { letter: '网', word: '网格', state: 'agrees' },
        { letter: '物', word: '物业', state: 'differs' },
        { letter: '卡', word: '门卡', state: 'silent' },
      ],
    });

    expect(dots.wordsOf('.source-dots__dot')).toEqual(['网', '物', '卡']);
    expect(dots.labels('text')).toEqual(['网格对得上，物业对不上，门卡没有']);
  });
});
