// What stands around the phone in a wide window: whose phone it is, its network, its look, a camera, a way to end the app.
import { find, make } from '../runtime/engine';
import { readMeter } from '../runtime/meter';
import { setNetwork, type NetworkMode } from '../runtime/network';
import { phone } from '../runtime/phone';
import { shareFrom } from '../wx/platform';
import { codeChooser, scan } from './scan';

export interface FrameControls {
  setTheme: (theme: 'light' | 'dark') => void;
  setFontScale: (scale: number) => void;
  /** Starts the app anew; what it stored stays. */
  relaunch: (change?: { as?: string; hash?: string; scene?: number; pc?: boolean }) => void;
}

const NETWORK_WORDS: Readonly<Record<NetworkMode, string>> = {
  online: '有网',
  offline: '没网',
  'answer-lost': '回答丢失',
  slow: '慢 2 秒',
  flapping: '时有时无',
};
const WIDTHS = ['320', '375', '414', '430'];
const FONT_SCALES = ['1', '1.3', '1.5'];

interface Persona {
  openid: string;
  name: string;
  personas?: { role: string; area?: string }[];
}

function choice(
  label: string,
  options: Record<string, string>,
  onChange: (value: string) => void,
): HTMLElement {
  const select = make('select', 'wxp-choice') as HTMLSelectElement;
  for (const [value, words] of Object.entries(options)) select.append(new Option(words, value));
  select.addEventListener('change', () => {
    onChange(select.value);
  });
  return make('label', 'wxp-control', [make('span', '', label), select]);
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
        phone().pages.hideTop();
        phone().pages.showTop();
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
  const control = choice('谁的手机', options, (as) => {
    relaunch({ as });
  });
  find('select', control).setAttribute('data-testid', 'persona');
  (find('select', control) as HTMLSelectElement).value = openid;
  return control;
}

function appearance({ setTheme, setFontScale, relaunch }: FrameControls): HTMLElement[] {
  const { isComputer } = phone();
  const scales = Object.fromEntries(FONT_SCALES.map((scale) => [scale, `${scale} 倍`]));
  const widths = Object.fromEntries(WIDTHS.map((width) => [width, `${width} 像素`]));
  const width = choice('宽度', widths, (value) => {
    find('#app').style.width = `${value}px`;
  });
  (find('select', width) as HTMLSelectElement).value = '375';
  const network = choice('网络', NETWORK_WORDS, (value) => {
    setNetwork(value as NetworkMode);
  });
  return [
    network,
    choice('外观', { light: '浅色', dark: '深色' }, (value) => {
      setTheme(value === 'dark' ? 'dark' : 'light');
    }),
    choice('字号', scales, (value) => {
      setFontScale(Number(value));
    }),
    ...(isComputer ? [] : [width]),
    command(isComputer ? '换成手机' : '换成电脑', () => {
      relaunch({ pc: !isComputer });
    }),
  ];
}

async function outsideScan({ relaunch }: FrameControls): Promise<HTMLElement> {
  const chooser = await codeChooser(({ scene, page }) => {
    if (document.querySelector('.wxp-scanner') !== null) scan(scene);
    else
      relaunch({
        hash: `/${page ?? phone().bundle.pages[0] ?? ''}?scene=${encodeURIComponent(scene)}`,
        scene: 1047,
      });
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
