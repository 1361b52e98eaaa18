// Contrast of the palette, computed again from the sheet that ships: WCAG 2 relative luminance.
import fs from 'node:fs';
import path from 'node:path';

const sheet = fs.readFileSync(path.join(__dirname, '../../miniprogram/styles/tokens.wxss'), 'utf8');

function paletteAfter(selector: string): Record<string, string> {
  const at = sheet.indexOf(selector);
  if (at < 0) throw new Error(`no ${selector} in tokens.wxss`);
  const block = sheet.slice(sheet.indexOf('{', at) + 1, sheet.indexOf('}', at));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[\da-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

const light = paletteAfter("[data-weui-theme='light']");
const dark = { ...light, ...paletteAfter("[data-weui-theme='dark']") };
const darkByPhone = { ...light, ...paletteAfter('page {') };

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(palette: Record<string, string>, text: string, ground: string): number {
  const [one, other] = [text, ground].map((name) => {
    const hex = palette[name];
    if (hex === undefined) throw new Error(`no colour ${name}`);
    return luminance(hex) + 0.05;
  }) as [number, number];
  return Math.max(one, other) / Math.min(one, other);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_name, palette) => {
  it.each([
    ['ink-strong', 'surface', 7],
    ['ink-strong', 'ground', 7],
    ['ink', 'surface', 7],
    ['ink-muted', 'surface', 4.5],
    ['ink-muted', 'ground', 4.5],
    ['brand', 'surface', 4.5],
    ['brand', 'brand-soft', 4.5],
    ['brand-ink', 'brand', 4.5],
    ['ink-strong', 'brand-soft', 7],
    ['ink-muted', 'brand-soft', 4.5],
    ['lamp-ink', 'lamp', 7],
    ['ink-strong', 'lamp-soft', 7],
    ['warn', 'lamp-soft', 4.5],
    ['window-ink', 'window', 7],
    ['ok', 'surface', 4.5],
    ['warn', 'surface', 4.5],
    ['danger', 'surface', 4.5],
  ])('%s on %s is at least %f', (text, ground, least) => {
    expect(contrast(palette, text, ground)).toBeGreaterThanOrEqual(least);
  });
});

it('the dark of the phone is the dark of the switch', () => {
  expect(darkByPhone).toEqual(dark);
});
