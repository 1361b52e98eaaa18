import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StartProblem } from '../../local/cloud/start';
import { ensureBuilt, type Dist } from '../../scripts/ensure-built';

const EARLY = new Date('2026-03-10T01:00:00Z');
const LATE = new Date('2026-03-10T02:00:00Z');

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-dist-'));
  put('domain/area.ts', EARLY);
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

function put(name: string, changedAt: Date): void {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '');
  fs.utimesSync(file, changedAt, changedAt);
}

/** How often dist was built. */
async function builds(isBuilt = false): Promise<number> {
  const build = jest.fn(() => Promise.resolve());
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const outputs = ['dist/phone', 'dist/cloudfunctions'].map((name) => path.join(root, name));
  const dist: Dist = { root, sources: ['domain'], outputs, build };
  await ensureBuilt(dist, isBuilt);
  return build.mock.calls.length;
}

describe('what npm start asks of dist', () => {
  it('is there after a build, made because a part was missing', async () => {
    put('dist/phone/app.js', LATE);

    expect(await builds()).toBe(1);
  });

  it('is newer than its sources, or is built again', async () => {
    put('dist/phone/app.js', LATE);
    put('dist/cloudfunctions/area/index.js', LATE);
    expect(await builds()).toBe(0);

    put('domain/area.ts', new Date('2026-03-10T03:00:00Z'));
    expect(await builds()).toBe(1);
    expect(await builds(true)).toBe(0);
  });

  it('is said to be missing, in one sentence, where nothing may be built', async () => {
    put('dist/phone/app.js', LATE);

    const started = builds(true);

    await expect(started).rejects.toThrow(StartProblem);
    await expect(started).rejects.toThrow('还没有构建：缺少 dist/cloudfunctions，请先运行 npm run build。');
  });
});
