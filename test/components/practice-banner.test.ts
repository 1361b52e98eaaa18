import { mount } from './mounted';

describe('practice banner', () => {
  it('says that nothing below it counts, once to the eye and once to the ear', () => {
    const banner = mount('practice-banner', {});

    expect(banner.wordsOf('.practice-banner__words')).toEqual(['练习中 · 楼和人都是画的，不算数']);
    expect(banner.spoken).toEqual([
      { role: 'text', label: '练习中，楼和人都是画的，不算数', checked: '', hidden: '' },
    ]);
  });

  it('grows with the letters', () => {
    expect(mount('practice-banner', { large: true }).classesOf('.practice-banner')).toEqual([
      'practice-banner large',
    ]);
  });
});
