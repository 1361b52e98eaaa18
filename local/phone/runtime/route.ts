export interface Address {
  path: string;
  query: Record<string, string>;
}

/** Splits an address. Values stay encoded, as on a phone: decoding is the page's business. */
export function parseAddress(url: string): Address {
  const [path = '', text = ''] = url.replace(/^\//, '').split(/\?(.*)/s);
  const query: Record<string, string> = {};
  for (const pair of text.split('&').filter((part) => part !== '')) {
    const [key = '', value = ''] = pair.split(/=(.*)/s);
    query[key] = value;
  }
  return { path, query };
}

/** An address relative to the page `from`, made absolute. */
export function absoluteAddress(url: string, from: string | undefined): string {
  if (url.startsWith('/') || from === undefined) return url;
  const { pathname, search } = new URL(url, `http://phone/${from}`);
  return pathname + search;
}

export type Listener = (...values: unknown[]) => void;

export class EventChannel {
  private readonly listeners = new Map<string, Listener[]>();

  constructor(events: Record<string, Listener> = {}) {
    for (const [name, listener] of Object.entries(events)) this.on(name, listener);
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  once(name: string, listener: Listener): void {
    const once: Listener = (...values) => {
      this.off(name, once);
      listener(...values);
    };
    this.on(name, once);
  }

  off(name: string, listener?: Listener): void {
    const left = (this.listeners.get(name) ?? []).filter(
      (known) => listener !== undefined && known !== listener,
    );
    this.listeners.set(name, left);
  }

  emit(name: string, ...values: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...values);
  }
}
