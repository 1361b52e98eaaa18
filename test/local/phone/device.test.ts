import type { PhoneDriver } from '../../browser/phone';
import { startFixturePhone, type FixturePhone } from './fixture-phone';

let fixture: FixturePhone | undefined;

beforeAll(async () => {
  fixture = await startFixturePhone();
}, 30_000);

afterAll(async () => {
  await fixture?.close();
});

function onPhone(title: string, run: (phone: PhoneDriver) => Promise<void>, options: object = {}): void {
  it(title, async () => {
    if (fixture === undefined) return;
    const phone = await fixture.open({ page: 'packages/more/pages/third/third?id=3', ...options });
    try {
      await run(phone);
      const { errors, notImitated } = await phone.meter();
      expect([...errors, ...notImitated]).toEqual([]);
    } finally {
      await phone.close();
    }
  });
}

const log = (phone: PhoneDriver): Promise<string> => phone.text('.log');
const popup = (phone: PhoneDriver, words: string) =>
  phone.page.locator('.wxp-popup button', { hasText: new RegExp(`^${words}$`) });

describe('files', () => {
  onPhone('come down and are handed to the person, bytes and name', async (phone) => {
    await phone.tap('下载');

    expect(await log(phone)).toBe('opened;');
    const [document] = await phone.documents();
    expect([document?.name, document?.bytes.toString()]).toEqual(['list.csv', '"序号,房号"']);
  });

  onPhone('are written and read', async (phone) => {
    await phone.tap('写文件');

    expect(await log(phone)).toBe('read 门牌;');
  });
});

describe('what is private', () => {
  onPhone('waits until the person agrees, once', async (phone) => {
    await phone.tap('复制');
    await phone.tap(popup(phone, '拒绝'));
    expect(await log(phone)).toBe('setClipboardData:fail privacy permission is not authorized;');
    expect(await phone.clipboard()).toBe('');

    await phone.tap('复制');
    await phone.tap(popup(phone, '同意'));
    expect(await phone.clipboard()).toBe('回执');
    await phone.tap('复制');
    expect(await log(phone)).toContain('copied;copied;');
  });

  onPhone('fails when the package does not declare it', async (phone) => {
    await phone.tap('粘贴');

    expect(await log(phone)).toContain('getClipboardData is not in privacy-manifest.json');
  });
});

describe('the device', () => {
  onPhone('tells its size and what it can do', async (phone) => {
    await phone.tap('尺寸');

    expect(await log(phone)).toBe('375 android true false;');
  });

  onPhone(
    'is a computer in its own window, and passes keys while no field has the focus',
    async (phone) => {
      await phone.tap('尺寸');
      await phone.page.keyboard.press('3');

      expect(await log(phone)).toBe('1280 windows true false;key 3;');
    },
    { pc: true },
  );

  onPhone('calls after asking, and reports a lost network', async (phone) => {
    await phone.tap('拨打');
    await phone.tap(popup(phone, '呼叫'));
    await phone.network('offline');
    await phone.network('online');

    expect(await log(phone)).toBe('dialled;network none;network wifi;');
  });

  onPhone('reports a change of its theme', async (phone) => {
    await phone.setTheme('dark');

    expect(await log(phone)).toBe('theme dark;');
  });
});

describe('the clock', () => {
  const NOW = Date.parse('2026-03-10T01:00:00Z');
  const MINUTE = 60_000;
  const clockOf = (phone: PhoneDriver): Promise<number> => phone.page.evaluate(() => new Date().getTime());

  onPhone(
    'starts where the address says and goes on through a new start',
    async (phone) => {
      expect(Math.abs((await clockOf(phone)) - NOW)).toBeLessThan(MINUTE);

      await phone.passTime(10 * MINUTE);
      await phone.relaunch();

      expect(Math.abs((await clockOf(phone)) - NOW - 10 * MINUTE)).toBeLessThan(MINUTE);
    },
    { now: NOW },
  );

  onPhone('brings what falls due as time passes, in its order, and nothing else', async (phone) => {
    await phone.page.evaluate(() => {
      const came: string[] = [];
      setTimeout(() => came.push('third'), 90 * 60_000);
      setTimeout(() => came.push('second'), 20 * 60_000);
      setTimeout(() => came.push('first'), 10 * 60_000);
      clearTimeout(setTimeout(() => came.push('never'), 5 * 60_000));
      Object.assign(globalThis, { came });
    });
    const came = (): Promise<string[]> =>
      phone.page.evaluate(() => (globalThis as unknown as { came: string[] }).came);

    await phone.passTime(9 * MINUTE);
    expect(await came()).toEqual([]);
    await phone.passTime(12 * MINUTE);
    expect(await came()).toEqual(['first', 'second']);
    await phone.passTime(70 * MINUTE);
    expect(await came()).toEqual(['first', 'second', 'third']);
  });
});
