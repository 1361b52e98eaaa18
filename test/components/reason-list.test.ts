import { mount } from './mounted';

const reasons = [
  {
    code: 'manyPeople',
    sentence: '住的人有点多，是这样吗？',
    tiles: [
      { value: '是合租', label: '是合租' },
      { value: 'own', label: '别的原因' },
    ],
    value: '是合租',
    isOwn: false,
    text: '',
  },
  {
    code: 'liveCount',
    sentence: '人数和名单对不上，是这样吗？',
    tiles: [
      { value: '孩子上学住校', label: '住校' },
      { value: 'own', label: '说别的' },
    ],
    value: 'own',
    isOwn: true,
    text: '出差',
  },
];
const given = { reasons, words: { reasonsTitle: '有一处想问问您', ownReasonHint: '写几个字就行' } };

describe('reason list', () => {
  it('asks each question with its ready answers, and leaves room where one’s own was chosen', () => {
    const list = mount('pages/census/form/reason-list', given);

    expect(list.wordsOf('.section-title')).toEqual(['有一处想问问您']);
    expect(list.labels('radiogroup')).toEqual(['住的人有点多，是这样吗？', '人数和名单对不上，是这样吗？']);
    expect(list.labels('radio')).toEqual(['是合租', '别的原因', '住校', '说别的']);
    expect(list.checked).toEqual(['是合租', '说别的']);
    expect(list.typed).toEqual(['出差']);
  });

  it('tells the words of a ready answer, and none for one’s own', async () => {
    const list = mount('pages/census/form/reason-list', given, ['choose', 'write']);

    await list.pick('住校');
    await list.pick('别的原因');
    await list.send('.stack >>> .text-field__input', 'input', { detail: { value: '老人住院' } });

    expect(list.events).toEqual([
      { name: 'choose', detail: { code: 'liveCount', reason: '孩子上学住校' } },
      { name: 'choose', detail: { code: 'manyPeople', reason: '' } },
      { name: 'write', detail: { code: 'liveCount', reason: '老人住院' } },
    ]);
  });
});
