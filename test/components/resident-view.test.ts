import { mount, type Mounted } from './mounted';

const seen = {
  mark: '还没发布',
  title: '周三停水',
  from: '示例街道办事处',
  parts: [{ key: 'when', label: '什么时候', lines: ['周三 9 点', '到 17 点'] }],
  body: '先接好水',
  foot: '看过 12 人',
};

function paper(given: object): Mounted {
  return mount('packages/manage/resident-view', given, ['change']);
}

describe('resident view', () => {
  it('shows what is written in the order in which residents read it', () => {
    const view = paper({ seen });

    expect(view.words).toBe('居民会看到还没发布周三停水示例街道办事处什么时候周三9点到17点先接好水看过12人');
    expect(view.wordsOf('.resident-view__line')).toEqual(['周三 9 点', '到 17 点']);
    expect(view.labels('heading')).toHaveLength(1);
  });

  it('says that a title is missing, and leaves out what is not written', () => {
    const view = paper({ seen: { title: '', parts: [] } });

    expect(view.words).toBe('居民会看到还没写标题');
    expect(view.labels('button')).toEqual([]);
  });

  it('opens what it shows where it is not open', async () => {
    const view = paper({ seen, change: '改一改' });

    await view.tap('.button');

    expect(view.wordsOf('.button')).toEqual(['改一改']);
    expect(view.events).toEqual([{ name: 'change', detail: {} }]);
  });
});
