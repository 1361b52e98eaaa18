import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCloud, type TestCloud } from './cloud';

const folder = mkdtempSync(join(tmpdir(), 'wanjia-phone-'));
let cloud: TestCloud;

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<title>phone</title>');
  writeFileSync(join(folder, 'app.js'), 'first()');
  mkdirSync(join(folder, 'fonts'));
  writeFileSync(join(folder, 'fonts/one.woff2'), 'glyphs');
  cloud = await openCloud({ options: { phone: folder } });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, known?: string): Promise<Response> =>
  fetch(cloud.url + path, known === undefined ? {} : { headers: { 'if-none-match': known } });

describe('the built phone', () => {
  it('stands at the root, and what is not of it is not found', async () => {
    expect(await (await ask('/')).text()).toBe('<title>phone</title>');
    expect((await ask('/other.js')).status).toBe(404);
    expect((await ask('/%2e%2e/secret')).status).toBe(404);
  });

  it('is sent once, and again when it is another', async () => {
    const first = await ask('/app.js');
    const known = first.headers.get('etag') ?? '';

    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect((await ask('/app.js', known)).status).toBe(304);
    writeFileSync(join(folder, 'app.js'), 'other()');
    utimesSync(join(folder, 'app.js'), 1, 1);
    const second = await ask('/app.js', known);
    expect([second.status, await second.text()]).toEqual([200, 'other()']);
  });

  it('has fonts that are not asked for again', async () => {
    expect((await ask('/fonts/one.woff2')).headers.get('cache-control')).toContain('immutable');
  });
});
