import { initialsOf } from '../../../cloudfunctions/records/initials';
import type { GuideDocument } from '../../../cloudfunctions/repositories/documents';
import { change, guideOf, GUIDE } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const BYTES_MAX = 8_000;

async function everyPage(): Promise<{ titles: string[]; bytes: number[] }> {
  const titles: string[] = [];
  const bytes: number[] = [];
  let cursor: string | undefined;
  do {
    const reply = await street.as('outsider X').guide.list(cursor === undefined ? {} : { cursor });
    const { guides, next } = dataOf(reply);
    titles.push(...guides.map(({ title }) => title));
    bytes.push(Buffer.byteLength(JSON.stringify(reply)));
    cursor = next;
  } while (cursor !== undefined);
  return { titles, bytes };
}

describe('list guides', () => {
  it('is refused for a cursor that is none', async () => {
    expect(await street.as('outsider X').guide.list({ cursor: 'x' })).toEqual(refused('VALIDATION'));
  });

  it('shows every guide once, in small pages, to somebody who is bound to nothing', async () => {
    const stored = await street.all<GuideDocument>('guides');

    const { titles, bytes } = await everyPage();

    expect(titles.sort()).toEqual(stored.map(({ shown }) => shown?.title ?? '').sort());
    expect(Math.max(...bytes)).toBeLessThanOrEqual(BYTES_MAX);
  });

  it('says who, papers, where, hours and phone, and by what letters it is found', async () => {
    const { guides } = dataOf(await street.as('outsider X').guide.list({}));

    const guide = guides.find(({ title }) => title === GUIDE);
    expect(guide).toMatchObject({ community: '金果社区', phone: '10000000003', kind: 'proof' });
    expect(guide?.initials[0]).toBe('JZZM');
    expect(guide?.papers).toHaveLength(3);
  });

  it('shows neither a draft nor what was taken down', async () => {
    const guide = await guideOf(street);
    await change(street, 'guides', { _id: guide._id, state: 'withdrawn' });

    expect((await everyPage()).titles).not.toContain(GUIDE);
  });

  it.each([
    ['居住证明', 'JZZM'],
    ['来了', 'LL'],
    ['妈妈', 'MM'],
    ['暖气', 'NQ'],
    ['4050 补贴', '4050BT'],
    ['，', ''],
  ])('%s sounds %s', (words, letters) => {
    expect(initialsOf(words)).toBe(letters);
  });
});
