import type { PhoneDriver } from '../../browser/phone';
import { eventually, startFixturePhone, type FixturePhone } from './fixture-phone';

let fixture: FixturePhone | undefined;
let phone: PhoneDriver;

beforeAll(async () => {
  fixture = await startFixturePhone();
}, 30_000);

afterAll(async () => {
  await fixture?.close();
});

/** A test on a fresh phone; it must leave no error behind. */
function onPhone(title: string, run: () => Promise<void>): void {
  it(title, async () => {
    if (fixture === undefined) return;
    phone = await fixture.open();
    try {
      await run();
      expect((await phone.meter()).errors).toEqual([]);
    } finally {
      await phone.close();
    }
  });
}

const log = (): Promise<string> => phone.text('.log');

describe('a form', () => {
  onPhone('hands over every named field, also of built-ins inside labels', async () => {
    await phone.type('姓名', '王小明');
    await phone.type('想说的话', '一楼有坡道');
    await phone.tap({ role: 'switch', name: '住这儿' });
    await phone.tap(phone.shown.locator('wx-label', { hasText: '女' }));
    await phone.tap(phone.shown.locator('wx-label', { hasText: '老人' }));
    await phone.tap(phone.shown.locator('.kind'));
    await phone.choose('出租');
    await phone.tap(phone.shown.locator('.born'));
    await phone.choose('1950年', '03月');
    await phone.tap(phone.shown.locator('.building'));
    await phone.choose('2号楼', '2单元');
    await phone.tap('提交');

    expect(JSON.parse(await phone.text('.submitted'))).toEqual({
      name: '王小明',
      words: '一楼有坡道',
      here: true,
      gender: 'f',
      care: ['elder', 'child'],
      kind: 1,
      born: '1950-03',
      building: [1, 1],
    });
    expect(await log()).toContain('column 0=1;column 1=1;');
    expect((await phone.meter()).keyboardOpenings).toBe(2);
  });

  onPhone('says what the shared rule says, and a label puts the cursor into its field', async () => {
    await phone.tap('提交');
    expect(await phone.text('.problem')).toBe('请填写姓名');

    await phone.tap(phone.shown.locator('wx-label', { hasText: '姓名' }));
    await phone.page.keyboard.type('一二三四五六七八九十百');

    expect(await phone.text('.echo')).toBe('一二三四五六七八九十');
  });

  onPhone('is emptied by its reset button', async () => {
    await phone.type('姓名', '王小明');
    await phone.tap(phone.shown.locator('wx-label', { hasText: '女' }));
    await phone.tap('清空');
    await phone.tap('提交');

    expect(await phone.text('.problem')).toBe('请填写姓名');
    expect(await log()).toContain('reset;');
  });
});

describe('gestures', () => {
  onPhone('colour what is pressed, only while it is pressed', async () => {
    const card = phone.shown.locator('[class*="card--card"]').first();
    const colour = (): Promise<string> => card.evaluate((node) => getComputedStyle(node).backgroundColor);

    await card.hover();
    await phone.page.mouse.down();
    await eventually(colour, 'rgb(230, 240, 250)');
    await phone.page.mouse.up();
    await eventually(colour, 'rgba(0, 0, 0, 0)');

    expect(await log()).toContain('card 1;');
  });

  onPhone('know a long press, and the tap that ends it does not count', async () => {
    await phone.longPress('按住我');
    await phone.tap('按住我');

    expect(await log()).toContain('long;short;');
  });
});

describe('what is drawn', () => {
  onPhone('measures rpx on the frame and rem on page-meta', async () => {
    const size = (): Promise<string> =>
      phone.shown.locator('.rem').evaluate((node) => getComputedStyle(node).fontSize);

    await phone.tap('量一量');
    expect(await log()).toMatch(/width 187\.5\d*;canvas true;/);
    expect(await size()).toBe('16px');
    await phone.tap('大字');
    expect(await size()).toBe('22px');
  });

  onPhone('keeps the sheet of a page out of components', async () => {
    const colour = (selector: string): Promise<string> =>
      phone.shown
        .locator(selector)
        .first()
        .evaluate((node) => getComputedStyle(node).color);

    expect(await colour('.log')).toBe('rgb(0, 0, 255)');
    expect(await colour('wx-card [class*="leak"]')).not.toBe('rgb(0, 0, 255)');
  });

  onPhone('shows pictures of the package, progress and roles', async () => {
    const picture = phone.shown.locator('.picture img');
    await eventually(() => picture.evaluate((node: HTMLImageElement) => node.naturalWidth > 0), true);

    expect(await phone.shown.getByRole('progressbar').locator('.wxp-bar').getAttribute('style')).toContain(
      '40%',
    );
    expect(await phone.shown.getByRole('button', { name: '卡片' }).count()).toBe(1);
    expect(await phone.shown.getByRole('radio').count()).toBe(2);
    expect(await phone.shown.getByRole('checkbox').nth(1).getAttribute('aria-checked')).toBe('true');
  });
});

describe('weui', () => {
  onPhone('asks by its dialog, half screen and tips', async () => {
    await phone.tap('对话');
    await phone.tap(phone.shown.locator('.weui-dialog__btn', { hasText: '好' }));
    expect(await log()).toContain('dialog 1;');

    await phone.tap('提示');
    await phone.see('这里要填');
    await phone.tap('打开半屏');
    await phone.see('说明文字');
  });

  onPhone('leads on by a cell that is a link', async () => {
    await phone.tap('去第二页');

    expect(await phone.route()).toBe('pages/second/second');
  });
});
