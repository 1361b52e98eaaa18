import { mount } from './mounted';

describe('step windows', () => {
  it('say and show where one stands', () => {
    const steps = mount('step-windows', { step: 3, name: '家里人' });

    expect(steps.labels('text')).toEqual(['共 6 步，第 3 步，家里人']);
    expect(steps.classesOf('.step-windows__window').map((classes) => classes.split('--').pop())).toEqual([
      'done',
      'done',
      'now',
      'ahead',
      'ahead',
      'ahead',
    ]);
  });

  it('show the first of six before anything is set', () => {
    expect(mount('step-windows', {}).wordsOf('.step-windows__window')).toHaveLength(6);
  });
});
