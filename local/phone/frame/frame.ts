// What stands around the phone in a wide window: whose phone it is, its network, its look, a camera, a way to end the app.
import { currentTheme } from '../runtime/chrome';
import { find, make } from '../runtime/engine';
import { readMeter } from '../runtime/meter';
import { setNetwork, type NetworkMode } from '../runtime/network';
import { phone } from '../runtime/phone';
import { getFontScale } from '../wx/device';
import { shareFrom } from '../wx/platform';
import { codeChooser, scan } from './scan';

export interface FrameControls {
  setTheme: (theme: 'light' | 'dark') => void;
  setFontScale: (scale: number) => void;
  /** Starts the app anew; what it stored stays. */
  relaunch: (change?: { as?: string; hash?: string; scene?: number; pc?: boolean; group?: string }) => void;
}

const NETWORK_WORDS: Readonly<Record<NetworkMode, string>> = {
  online: '有网',
  offline: '没网',
  'answer-lost': '回答丢失',
  slow: '慢 2 秒',
  flapping: '时有时无',
};
const CODE_PAGE = 'pages/census/entry/entry';
const WIDTHS = ['320', '375', '414', '430'];
const FONT_SCALES = ['1', '1.3', '1.5'];

interface Persona {
  openid: string;
  name: string;
  personas?: { role: string; area?: string }[];
}

interface Choice {
  label: string;
  /** Value → words. */
  options: Record<string, string>;
  value: string;
  onChange: (value: string) => void;
}

function choice({ label, options, value, onChange }: Choice): HTMLElement {
  const select = make('select', 'wxp-choice') as HTMLSelectElement;
  for (const [name, words] of Object.entries(options)) select.append(new Option(words, name));
  select.value = value;
  select.setAttribute('aria-label', label);
  select.addEventListener('change', () => {
    onChange(select.value);
  });
  return make('label', 'wxp-control', [make('span', '', label), select]);
}

/** Keeps a setting in the address, so that a new start of the app finds it. */
function remember(name: string, value: string): void {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  window.history.replaceState(null, '', address);
}

function command(label: string, run: () => void): HTMLElement {
  const button = make('button', 'wxp-command', label);
  button.addEventListener('click', run);
  return button;
}

async function personas(): Promise<Persona[]> {
  const response = await fetch('/personas').catch(() => undefined);
  if (response?.ok !== true || !(response.headers.get('content-type') ?? '').includes('json')) return [];
  return (await response.json()) as Persona[];
}

/** Draws the frame, unless the window is narrow or the address says `plain=1`. */
export async function buildFrame(controls: FrameControls): Promise<void> {
  const people = await personas();
  const panel = make('aside', 'wxp-frame', [
    make('h1', '', '万家 · 本机手机'),
    make('p', 'wxp-note', '合成数据，仅供本机'),
    personaChoice(people, controls),
    ...appearance(controls),
    make('div', 'wxp-commands', [
      command('分享这一页', () => void shareFrom('menu')),
      command('切到后台', () => {
        phone().leave();
        phone().comeBack();
      }),
      command('结束并重开', () => {
        controls.relaunch();
      }),
    ]),
    await outsideScan(controls),
    meterPanel(),
  ]);
  document.body.append(panel);
}

function personaChoice(people: readonly Persona[], { relaunch }: FrameControls): HTMLElement {
  const words = (person: Persona): string =>
    [person.name, ...(person.personas ?? []).map(({ role }) => role)].join(' · ');
  const { openid } = phone();
  const options = Object.fromEntries([
    ...(people.some((person) => person.openid === openid) ? [] : [[openid, openid]]),
    ...people.map((person) => [person.openid, words(person)]),
  ]) as Record<string, string>;
  return choice({
    label: '谁的手机',
    options,
    value: openid,
    onChange: (as) => {
      relaunch({ as });
    },
  });
}

function appearance({ setTheme, setFontScale, relaunch }: FrameControls): HTMLElement[] {
  const { isComputer } = phone();
  const network = choice({
    label: '网络',
    options: NETWORK_WORDS,
    value: 'online',
    onChange: (value) => {
      setNetwork(value as NetworkMode);
    },
  });
  const theme = choice({
    label: '外观',
    options: { light: '浅色', dark: '深色' },
    value: currentTheme(),
    onChange: (value) => {
      remember('dark', value === 'dark' ? '1' : '0');
      setTheme(value === 'dark' ? 'dark' : 'light');
    },
  });
  const fontScale = choice({
    label: '字号',
    options: Object.fromEntries(FONT_SCALES.map((scale) => [scale, `${scale} 倍`])),
    value: String(getFontScale()),
    onChange: (value) => {
      remember('fontScale', value);
      setFontScale(Number(value));
      // The size of type is set in WeChat, away from the app: its page hears of it when it is shown again.
      phone().leave();
      phone().comeBack();
    },
  });
  const width = choice({
    label: '宽度',
    options: Object.fromEntries(WIDTHS.map((value) => [value, `${value} 像素`])),
    value: '375',
    onChange: (value) => {
      find('.wxp-phone').style.width = `${value}px`;
    },
  });
  const change = command(isComputer ? '换成手机' : '换成电脑', () => {
    relaunch({ pc: !isComputer });
  });
  return [network, theme, fontScale, ...(isComputer ? [] : [width]), change];
}

/** A code is made for one page of the package; a package without it opens its first. */
function codePage(): string {
  const { pages } = phone().bundle;
  return pages.includes(CODE_PAGE) ? CODE_PAGE : (pages[0] ?? '');
}

async function outsideScan({ relaunch }: FrameControls): Promise<HTMLElement> {
  const chooser = await codeChooser(({ scene, page }) => {
    if (document.querySelector('.wxp-scanner') !== null) scan(scene);
    else {
      relaunch({
        hash: `/${page ?? codePage()}?scene=${encodeURIComponent(scene)}`,
        scene: 1047,
      });
    }
  });
  return make('details', 'wxp-scan', [make('summary', '', '用微信扫码'), chooser]);
}

function meterPanel(): HTMLElement {
  const output = make('pre', 'wxp-meter');
  const details = make('details', '', [make('summary', '', '用量'), output]);
  const refresh = (): void => {
    const { setData, calls, taps, notImitated, errors } = readMeter();
    const bytes = setData.reduce((sum, record) => sum + record.bytes, 0);
    output.textContent = [
      `setData ${String(setData.length)} 次 ${String(bytes)} 字节`,
      `调用 ${String(calls.length)} 次，点按 ${String(taps.length)} 次`,
      ...notImitated.map((name) => `未模仿 wx.${name}`),
      ...errors.slice(-3),
    ].join('\n');
  };
  details.addEventListener('toggle', refresh);
  for (const name of ['click', 'keyup']) addEventListener(name, () => setTimeout(refresh, 300));
  return details;
}
