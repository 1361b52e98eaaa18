import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openStore } from '../../../local/cloud/store/open-store';
import { openDataFolder, type FolderWish } from '../../../local/seed/data-folder';
import { StartProblem } from '../../../local/cloud/start';

const DATABASE = resolve(__dirname, '../../../cloudfunctions/database');
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'wanjia-folder-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function wish(changes: Partial<FolderWish> = {}): FolderWish {
  const today = '2026-03-10';
  return {
    home,
    database: DATABASE,
    kind: undefined,
    people: false,
    today,
    onProgress: () => undefined,
    ...changes,
  };
}

function householdsIn(folder: string): number {
  const store = openStore(folder, DATABASE);
  const size = store.collection('households').size();
  store.close();
  return size;
}

describe('a data folder', () => {
  it('is filled once, with a key that only its owner reads', async () => {
    const shares: number[] = [];

    const first = await openDataFolder(wish({ onProgress: (share) => shares.push(share) }));
    const second = await openDataFolder(wish({ today: '2026-04-01' }));

    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(second.rootKey).toBe(first.rootKey);
    expect(second.input).toEqual(first.input);
    expect(statSync(join(home, 'root.key')).mode & 0o777).toBe(0o600);
    expect(householdsIn(home)).toBeGreaterThan(100);
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  it('that was not finished is filled anew', async () => {
    await openDataFolder(wish());
    const filled = householdsIn(home);
    rmSync(join(home, 'street.json'));

    const again = await openDataFolder(wish());

    expect(again.isNew).toBe(true);
    expect(householdsIn(home)).toBe(filled);
  });

  it('of another street is left alone', async () => {
    await openDataFolder(wish());

    await expect(openDataFolder(wish({ kind: 'full' }))).rejects.toThrow(StartProblem);
    expect(JSON.parse(readFileSync(join(home, 'street.json'), 'utf8'))).toMatchObject({ kind: 'small' });
  });

  it.each([
    ['street.json is no JSON', () => writeFileSync(join(home, 'street.json'), '{')],
    ['street.json names no street', () => writeFileSync(join(home, 'street.json'), '{"kind":"big"}')],
    ['the data are gone', () => rmSync(join(home, 'data.sqlite'))],
    ['the data are empty', () => writeFileSync(join(home, 'data.sqlite'), '')],
    ['nobody may open it any more', () => rmSync(join(home, 'identities.json'))],
    ['the root key is gone', () => rmSync(join(home, 'root.key'))],
    ['the root key is cut', () => writeFileSync(join(home, 'root.key'), 'short')],
  ])('says that it is damaged when %s', async (_, damage) => {
    await openDataFolder(wish());
    damage();

    await expect(openDataFolder(wish())).rejects.toThrow('已损坏');
    expect(existsSync(home)).toBe(true);
  });

  it('says that it is damaged when nobody in it could open the mini-program', async () => {
    await openDataFolder(wish());

    for (const people of ['[]', '{}', '[{', '[null]', '[{"name":"王"}]']) {
      writeFileSync(join(home, 'identities.json'), people);
      await expect(openDataFolder(wish())).rejects.toThrow('没有能打开小程序的人');
    }
  });

  it('that cannot be made is said in one sentence', async () => {
    writeFileSync(join(home, 'file'), '');

    const opened = openDataFolder(wish({ home: join(home, 'file') }));

    await expect(opened).rejects.toThrow(StartProblem);
    await expect(opened).rejects.toThrow('建不了');
  });
});
