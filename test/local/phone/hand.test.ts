import { openBrowser, type OpenedBrowser } from '../../browser/browser';
import type { Way } from '../../browser/hand/find';
import { handScript, Wire } from '../../browser/wire';

const PAGE = `<body style="margin: 0"><main class="wxp-page">
  <wx-button role="button" aria-label="加一">+</wx-button>
  <wx-button role="button"><wx-view style="display: block">502</wx-view><wx-view style="display: block">待确认</wx-view><i aria-hidden="true">›</i></wx-button>
  <wx-view id="title">住几口人</wx-view>
  <wx-view role="radiogroup" aria-labelledby="title"><wx-view role="radio">三口</wx-view></wx-view>
  <wx-view>写着 <wx-text>交上去</wx-text> 的地方</wx-view>
  <wx-view aria-label="姓名"><input></wx-view>
  <wx-view hidden><wx-view role="button">看不见</wx-view></wx-view>
  <wx-view aria-hidden="true"><wx-view role="button">听不见</wx-view></wx-view>
  <button disabled>不能按</button>
  <wx-view role="button" aria-disabled="true">还不能按</wx-view>
  <wx-view id="cover" style="position: fixed; inset: auto 0 0 0; height: 40px; background: #fff"></wx-view>
  <wx-view id="runner" role="button" style="position: absolute; top: 300px">走开</wx-view>
  <wx-view style="display: block; height: 2000px"></wx-view>
  <wx-view role="button">最后</wx-view>
  <wx-view style="display: block; height: 100px"></wx-view>
</main></body>`;
const PATIENCE_MS = 400;

describe('the hand of the tests', () => {
  let opened: OpenedBrowser | undefined;
  let wire: Wire;

  beforeAll(async () => {
    opened = await openBrowser();
    if (opened === undefined) return;
    const context = await opened.browser.newContext({ viewport: { width: 375, height: 600 } });
    const page = await context.newPage();
    await page.setContent(PAGE);
    wire = await Wire.open(page);
    await wire.evaluate(handScript());
  });
  afterAll(() => opened?.close());

  const onPage = (name: string, run: () => Promise<void>): void => {
    it(name, () => (opened === undefined ? Promise.resolve() : run()));
  };
  const reach = (way: Way) =>
    wire.hand((hand, { sought, patienceMs }) => hand.reach(sought, patienceMs), {
      sought: { within: 'main', anyOf: [way] },
      patienceMs: PATIENCE_MS,
    });
  const button = (is: string): Way => ({ role: 'button', name: { is } });

  onPage(
    'finds what is named outright, by what it holds, by another element, by its text, by its label',
    async () => {
      for (const way of [
        button('加一'),
        button('502 待确认'),
        { role: 'radio', name: { is: '三口' } },
        { words: { is: '交上去' } },
        { field: '姓名' },
        { role: 'button', name: { pattern: '^502', flags: '' } },
      ]) {
        expect(await reach(way)).toEqual({ x: expect.any(Number), y: expect.any(Number) });
      }
      const inGroup = {
        within: { within: 'main', anyOf: [{ role: 'radiogroup', name: { is: '住几口人' } }] },
      };
      expect(
        await wire.hand((hand, sought) => hand.has(sought), {
          ...inGroup,
          anyOf: [{ words: { is: '三口' } }],
        }),
      ).toBe(true);
    },
  );

  onPage('scrolls to what lies out of the screen, and from under what lies over it', async () => {
    const { y } = await reach(button('最后'));
    expect(y).toBeLessThan(560);
  });

  onPage('leaves alone what a person could not tap, and says why', async () => {
    const refused: readonly [Way, RegExp][] = [
      [button('没有'), /it is not there/],
      [button('看不见'), /it is not there/],
      [{ words: { is: '看不见' } }, /it is not seen/],
      [button('听不见'), /it is not there/],
      [button('不能按'), /it is off/],
      [button('还不能按'), /it is off/],
      [{ words: { is: '写着' } }, /it is not there/],
    ];
    await Promise.all(refused.map(([way, why]) => expect(reach(way)).rejects.toThrow(why)));
  });

  onPage('does not reach through what lies over the whole screen, nor for what moves', async () => {
    await wire.evaluate(`document.querySelector('#cover').style.top = 0`);
    await expect(reach(button('加一'))).rejects.toThrow(/lies over it/);
    await wire.evaluate(`document.querySelector('#cover').remove();
      let left = 0; (function run() { document.querySelector('#runner').style.left = (left += 1) % 50 + 'px'; requestAnimationFrame(run); })()`);
    await expect(reach(button('走开'))).rejects.toThrow(/it moves/);
  });
});
