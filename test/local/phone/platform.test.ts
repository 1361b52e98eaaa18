import type { PhoneDriver } from '../../browser/phone';
import { startFixturePhone, type FixturePhone } from './fixture-phone';

let fixture: FixturePhone | undefined;

beforeAll(async () => {
  fixture = await startFixturePhone();
}, 30_000);

afterAll(async () => {
  await fixture?.close();
});

type Options = Parameters<FixturePhone['open']>[0];

function onPhone(
  title: string,
  options: Options,
  run: (phone: PhoneDriver, at: FixturePhone) => Promise<void>,
): void {
  it(title, async () => {
    if (fixture === undefined) return;
    const phone = await fixture.open(options);
    try {
      await run(phone, fixture);
    } finally {
      await phone.close();
    }
  });
}

const log = (phone: PhoneDriver): Promise<string> => phone.text('.log');

describe('the page stack', () => {
  onPhone('opens, hides, shows again and hands events back', {}, async (phone) => {
    await phone.tap('去第二页');
    expect(await phone.text('.query')).toBe('{"id":"7","name":"%E5%BC%A0"}');
    expect(await phone.title()).toBe('第二页');
    await phone.tap('保存');

    expect(await log(phone)).toBe('load {};show;ready;hide;saved 好;show;');
  });

  onPhone(
    'fetches another package when a script wants it, once, and not without network',
    {},
    async (phone) => {
      for (const mode of ['offline', 'online', 'offline'] as const) {
        await phone.network(mode);
        await phone.tap('取远的');
      }

      expect(await log(phone)).toBe('load {};show;ready;loadSubpackage:fail packages/more;远;远;');
    },
  );

  onPhone('ends at ten pages', { page: 'pages/second/second' }, async (phone) => {
    for (let depth = 1; depth <= 10; depth += 1) await phone.tap('再深一层');

    expect(await phone.text('.depth')).toBe('10');
    expect(await phone.text('.query')).toBe('navigateTo:fail webview count limit exceed');
  });

  onPhone('keeps tab pages alive, and fills properties of a page from its query', {}, async (phone) => {
    await phone.tap({ role: 'tab', name: '邻里' });
    await phone.tap({ role: 'tab', name: '首页' });
    await phone.tap({ role: 'tab', name: '邻里' });
    expect(await phone.text('.shown')).toContain('来过 2 次');

    await phone.open('pages/tab/tab?scene=d%3D1');
    expect(await phone.text('.shown')).toContain('d%3D1');
  });

  onPhone('enters a subpackage, whose rules lie with it', {}, async (phone) => {
    await phone.tap('第三页');

    expect(await phone.text('.third')).toBe('第 3 户！请填写姓名');
  });

  onPhone('is hidden and shown when the person leaves for another app', {}, async (phone) => {
    await phone.leaveAndComeBack();

    expect(await log(phone)).toBe('load {};show;ready;hide;show;');
  });

  onPhone('asks before a page with unsaved words is left', {}, async (phone) => {
    await phone.tap('去第二页');
    await phone.tap('离开前问');
    await phone.back();
    await phone.tap(phone.page.locator('.wxp-popup button', { hasText: '取消' }));
    expect(await phone.route()).toBe('pages/second/second');

    await phone.back();
    await phone.tap(phone.page.locator('.wxp-popup button', { hasText: '确定' }));
    expect(await phone.route()).toBe('pages/first/first');
  });

  onPhone('keeps the open page over a reload, and opens the first for an unknown one', {}, async (phone) => {
    await phone.tap('去第二页');
    await phone.page.reload();
    await phone.ready();
    expect(await phone.route()).toBe('pages/second/second');

    await phone.open('pages/nowhere/nowhere');
    expect(await phone.route()).toBe('pages/first/first');
  });
});

describe('the cloud', () => {
  onPhone(
    'is called under the identity of the phone, and the meter counts it',
    { as: 'second' },
    async (phone, at) => {
      at.server.calls.length = 0;
      await phone.resetMeter();
      await phone.tap('问云');

      expect(JSON.parse(await phone.text('.answer'))).toEqual({
        ok: true,
        data: { procedure: 'say', input: { text: '你好' } },
      });
      expect(at.server.calls).toEqual([
        { name: 'echo', openid: 'second', body: { procedure: 'say', input: { text: '你好' } } },
      ]);
      const { taps, calls } = await phone.meter();
      expect(calls).toHaveLength(1);
      expect(taps).toEqual([expect.objectContaining({ calls: 1, setData: 1, bytesSent: 45 })]);
      expect(phone.interactions).toBe(1);
    },
  );

  onPhone('is out of reach offline; a lost answer was still a call', {}, async (phone, at) => {
    at.server.calls.length = 0;
    await phone.network('offline');
    await phone.tap('问云');
    expect(await phone.text('.answer')).toBe('cloud.callFunction:fail request:fail no network');
    expect(at.server.calls).toHaveLength(0);

    await phone.network('answer-lost');
    await phone.tap('问云');
    expect(await phone.text('.answer')).toBe('cloud.callFunction:fail request:fail timeout');
    expect(at.server.calls).toHaveLength(1);
  });
});

describe('storage', () => {
  onPhone('outlives the app, and belongs to one person', {}, async (phone) => {
    await phone.tap('去第二页');
    await phone.tap('保存');
    await phone.relaunch({ hash: '/pages/second/second' });
    expect(await phone.text('.stored')).toBe('留下');

    await phone.relaunch({ as: 'second', hash: '/pages/second/second' });
    expect(await phone.text('.stored')).toBe('');
  });

  onPhone('holds 1 MB a key in UTF-8, and a sum', { page: 'pages/second/second' }, async (phone) => {
    await phone.tap('太大');
    expect(await phone.text('.query')).toBe('setStorageSync:fail exceed single key limit: 1MB');

    await phone.tap('存很多');
    expect(await phone.text('.query')).toContain('setStorage:fail exceed storage max size 10Mb');
  });
});

describe('what is not allowed', () => {
  onPhone('an interface that is not imitated fails, and is counted', {}, async (phone) => {
    await phone.tap('未知');

    const { notImitated, errors } = await phone.meter();
    expect(notImitated).toEqual(['shakeHands']);
    expect(errors.join()).toContain('wx.shakeHands is not imitated');
  });

  onPhone('data that text cannot carry fails, with its path', {}, async (phone) => {
    await phone.tap('坏数据');

    expect((await phone.meter()).errors.join()).toContain(
      'setData of pages/first/first: answer is undefined',
    );
  });
});

describe('the person', () => {
  onPhone('answers dialogs and sheets, with a finger', { touch: true }, async (phone) => {
    await phone.tap('模态');
    await phone.tap(phone.page.locator('.wxp-popup button', { hasText: '确定' }));
    await phone.tap('动作');
    await phone.tap(phone.page.locator('.wxp-popup button', { hasText: '乙' }));
    await phone.tap('订阅');
    await phone.tap(phone.page.locator('.wxp-popup button', { hasText: /^允许$/ }));
    await phone.tap('手机号');
    await phone.tap(phone.page.locator('.wxp-popup button', { hasText: '同意' }));
    await phone.tap(phone.page.locator('.wxp-popup button', { hasText: '不允许' }));
    await phone.tap('轻提示');
    await phone.see('已保存');

    expect(await log(phone)).toContain('modal true;sheet 1;subscribe accept;getPhoneNumber:fail user deny;');
    expect((await phone.meter()).errors).toEqual([]);
  });

  onPhone('scans a code held before the camera, or one of the street', {}, async (phone) => {
    await phone.scan('d=first');
    await phone.tap('扫码');
    expect(await log(phone)).toContain('scan d=first;');

    await phone.tap('扫码');
    await phone.tap(phone.page.locator('.wxp-scanner button', { hasText: '幸福里 1-1-101' }));
    expect(await log(phone)).toContain('scan d=demo101;');
  });

  onPhone('shares a card, which is shown instead of sent', {}, async (phone) => {
    await phone.tap('分享');
    await phone.see('请来登记');

    expect(await phone.shareCard()).toEqual({
      title: '请来登记',
      path: '/pages/second/second?id=shared',
      imageUrl: '',
      isPrivate: false,
    });
  });

  onPhone(
    'sees the frame around the phone, and scans a door from outside',
    { frame: true, width: 900 },
    async (phone) => {
      await phone.page.getByText('用微信扫码').click();
      const loaded = phone.page.waitForEvent('load');
      await phone.page.locator('.wxp-frame button', { hasText: '幸福里 1-1-101' }).click();
      await loaded;
      await phone.ready();
      expect(await phone.text('.query')).toBe('{"scene":"d%3Ddemo101"}');

      const again = phone.page.waitForEvent('load');
      await phone.page.getByLabel('谁的手机').and(phone.page.locator('select')).selectOption('second');
      await again;
      await phone.ready();
      expect(phone.page.url()).toContain('as=second');
    },
  );
});

describe('the look', () => {
  onPhone('is dark where the person wants it', { dark: true }, async (phone) => {
    const ground = await phone.shown
      .locator('> wx-page')
      .evaluate((node) => getComputedStyle(node).backgroundColor);

    expect(ground).toBe('rgb(15, 20, 27)');
  });

  onPhone('knows a computer by its width', { pc: true }, async (phone) => {
    expect(await phone.shown.getByText('宽屏').isVisible()).toBe(true);
    const border = await phone.shown
      .locator('.box')
      .evaluate((node) => getComputedStyle(node).borderTopColor);
    expect(border).toBe('rgb(255, 0, 0)');
  });
});
