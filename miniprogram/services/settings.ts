/** What a person chose for this phone: 大字, light or dark, the language of the form. Kept through a restart, sent nowhere. */
import { isRecord, readStored, writeStored } from './storage';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Settings {
  /** Undefined until the person chose: then 大字 follows the font size of WeChat. */
  large?: boolean;
  theme: Theme;
  /** Undefined is Chinese. */
  language?: string;
}

const KEY = 'settings';
let settings: Settings = { theme: 'system' };
let loading: Promise<Settings> | undefined;

export async function loadSettings(): Promise<Settings> {
  loading ??= readStored(KEY).then((stored) => {
    settings = settingsOf(stored);
    return settings;
  });
  await loading;
  return settings;
}

export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  settings = { ...(await loadSettings()), ...change };
  await writeStored(KEY, settings);
  return settings;
}

function settingsOf(stored: unknown): Settings {
  if (!isRecord(stored)) return { theme: 'system' };
  const theme = THEMES.find((one) => one === stored['theme']) ?? 'system';
  const { large, language } = stored;
  return {
    theme,
    ...(typeof large === 'boolean' ? { large } : {}),
    ...(typeof language === 'string' ? { language } : {}),
  };
}
