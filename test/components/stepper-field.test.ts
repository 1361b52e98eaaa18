import { mount } from './mounted';

const LESS = 0;
const MORE = 1;

describe('stepper field', () => {
  it('tells the next number up and down', async () => {
    const stepper = mount('stepper-field', { label: '平时有几口人住', value: 3, unit: '口' }, ['change']);

    await stepper.tap('.stepper-field__key', MORE);
    await stepper.tap('.stepper-field__key', LESS);

    expect(stepper.wordsOf('.stepper-field__value')).toEqual(['3口']);
    expect(stepper.labels('button')).toEqual(['平时有几口人住，少一', '平时有几口人住，多一']);
    expect(stepper.events.map((event) => event.detail)).toEqual([{ value: 4 }, { value: 2 }]);
  });

  it('does not leave its bounds', async () => {
    const none = mount('stepper-field', { value: 0 }, ['change']);
    const many = mount('stepper-field', { value: 20 }, ['change']);

    await none.tap('.stepper-field__key', LESS);
    await many.tap('.stepper-field__key', MORE);

    expect([...none.events, ...many.events]).toEqual([]);
  });
});
