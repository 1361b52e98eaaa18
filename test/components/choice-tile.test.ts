import { mount } from './mounted';

const options = [
  { value: '1', label: '自家住', icon: 'home' },
  { value: '2', label: '租出去了', icon: 'key', hint: '有租客' },
  { value: '3', label: '暂时没人住' },
];

describe('choice tiles', () => {
  it('are radios, and only the chosen one is checked', () => {
    const group = mount('choice-tile', { label: '这套房子现在是', options, value: '2' });

    expect(group.labels('radiogroup')).toEqual(['这套房子现在是']);
    expect(group.labels('radio')).toEqual(['自家住', '租出去了，有租客', '暂时没人住']);
    expect(group.checked).toEqual(['租出去了，有租客']);
  });

  it('tell which tile was touched', async () => {
    const group = mount('choice-tile', { options, value: '2' }, ['choose']);

    await group.tap('.choice-tile__tile', 2);

    expect(group.events).toEqual([{ name: 'choose', detail: { value: '3', values: ['3'], chosen: true } }]);
  });

  it('with several answers are checkboxes that a second touch takes back', async () => {
    const group = mount('choice-tile', { options, value: ['1', '3'], multi: true }, ['choose']);

    await group.tap('.choice-tile__tile', 0);

    expect(group.checked).toEqual(['自家住', '暂时没人住']);
    expect(group.events).toEqual([{ name: 'choose', detail: { value: '1', values: ['3'], chosen: false } }]);
  });

  it('keep a code 0 apart from no answer', () => {
    expect(mount('choice-tile', { options: [{ value: 0, label: '户主' }], value: 0 }).checked).toEqual([
      '户主',
    ]);
    expect(mount('choice-tile', { options: [{ value: 0, label: '户主' }], value: '' }).checked).toEqual([]);
  });

  it('judge an answer in colour, sign and word, and no other tile', () => {
    const judged = [
      { value: '1', label: '不对：自家住', tone: 'wrong' },
      { value: '2', label: '租出去了' },
    ];
    const wrong = mount('choice-tile', { options: judged, value: '1' });
    expect(wrong.wordsOf('.choice-tile__tile--wrong.icon--plus')).toEqual(['不对：自家住']);
    const [, other] = judged;
    const right = mount('choice-tile', { options: [{ ...other, tone: 'right' }], value: '2' });
    expect(right.wordsOf('.choice-tile__tile--right.icon--check')).toEqual(['租出去了']);
    expect(right.wordsOf('.choice-tile__tile--wrong')).toEqual([]);
  });

  it('say what is wrong under the question', () => {
    const group = mount('choice-tile', { options, error: '请点一下房子现在的情况' });

    expect(group.wordsOf('.choice-tile__error')).toEqual(['请点一下房子现在的情况']);
  });
});
