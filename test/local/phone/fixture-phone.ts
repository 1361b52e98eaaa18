// Builds the fixture's mini-program as the product is built, and opens it in the browser of the tests.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildPhone } from '../../../local/phone/build/phone';
import { buildMiniprogram } from '../../../scripts/build-miniprogram';
import { openBrowser, openPhone, type PhoneDriver, type PhoneOptions } from '../../browser/phone';
import { serveFolder, type StaticServer } from '../../browser/static-server';

const FIXTURE = path.join(__dirname, 'fixture');
const MODULES = path.resolve(__dirname, '../../../node_modules');
const WEUI = path.join(MODULES, 'weui-miniprogram/miniprogram_dist');

const CODES = [{ label: '幸福里 1-1-101', scene: 'd=demo101', page: 'pages/second/second' }];
const PERSONAS = [
  { openid: 'first', name: '甲', personas: [{ role: 'RE' }] },
  { openid: 'second', name: '乙', personas: [{ role: 'GW' }] },
];

export interface FixturePhone {
  server: StaticServer;
  open: (options?: Partial<PhoneOptions>) => Promise<PhoneDriver>;
  close: () => Promise<void>;
}

/** A copy of the fixture in a folder of its own, so that a test may spoil it. */
export function copyFixture(): string {
  const above = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-fixture-'));
  const folder = path.join(above, 'fixture');
  fs.cpSync(FIXTURE, folder, { recursive: true });
  fs.symlinkSync(MODULES, path.join(above, 'node_modules'));
  return folder;
}

export function buildFixture(source: string, out: string): Promise<void> {
  return buildMiniprogram({ miniprogram: source, domain: path.join(source, 'domain'), weui: WEUI }, out);
}

/** Reads until the value is the expected one; after two seconds the difference is shown. */
export async function eventually<Value>(read: () => Promise<Value>, expected: Value): Promise<void> {
  for (const started = Date.now(); Date.now() - started < 2000;) {
    if ((await read()) === expected) return;
  }
  expect(await read()).toBe(expected);
}

/** Answers undefined where no browser exists: the caller's tests then have nothing to run in. */
export async function startFixturePhone(): Promise<FixturePhone | undefined> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-phone-'));
  const browser = await openBrowser();
  if (browser === undefined) return undefined;
  await buildFixture(FIXTURE, path.join(folder, 'miniprogram'));
  await buildPhone(path.join(folder, 'miniprogram'), path.join(folder, 'phone'));
  const server = await serveFolder(
    path.join(folder, 'phone'),
    (name, body) => (name === 'echo' ? { body: { ok: true, data: body } } : { status: 404, body: {} }),
    { '/codes': CODES, '/personas': PERSONAS, '/files/list.csv': '序号,房号' },
  );
  return {
    server,
    open: (options = {}) =>
      openPhone(browser, { url: server.url, as: 'first', page: 'pages/first/first', ...options }),
    async close() {
      await browser.close();
      await server.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
