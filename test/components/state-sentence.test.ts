import { mount } from './mounted';

describe('state sentence', () => {
  it('shows one sentence and one button, and tells when it is touched', async () => {
    const state = mount('state-sentence', { face: 'problem', sentence: '刚才没打开', action: '再试一次' }, [
      'act',
    ]);

    await state.tap('.button');

    expect(state.words).toBe('刚才没打开再试一次');
    expect(state.labels('button')).toEqual(['再试一次']);
    expect(state.events).toEqual([{ name: 'act', detail: {} }]);
  });

  it('draws the street where nothing is yet, and a sign elsewhere', () => {
    expect(mount('state-sentence', { face: 'empty' }).classesOf('.state-sentence__street')).toHaveLength(1);
    expect(mount('state-sentence', { face: 'done' }).classesOf('.state-sentence__sign')).toEqual([
      expect.stringContaining('sign--ok'),
    ]);
  });

  it('makes room where more on the page wants to be seen', () => {
    const bare = (face: string): string[] =>
      ['.state-sentence__street', '.state-sentence__sign'].flatMap((part) =>
        mount('state-sentence', { face, bare: true }).classesOf(part),
      );

    expect([...bare('empty'), ...bare('done')]).toEqual([]);
  });

  it('shows no button without words for it', () => {
    expect(mount('state-sentence', { sentence: '没有消息' }).labels('button')).toEqual([]);
  });
});
