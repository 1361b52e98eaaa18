/**
 * online · offline: nothing leaves · answer-lost: the function ran, its answer does not arrive · slow: 2 s later ·
 * flapping: every second call fails.
 */
export type NetworkMode = 'online' | 'offline' | 'answer-lost' | 'slow' | 'flapping';

type Listener = (state: { isConnected: boolean; networkType: string }) => void;

let mode: NetworkMode = 'online';
let calls = 0;
const listeners = new Set<Listener>();

export function networkState(): { isConnected: boolean; networkType: string } {
  return mode === 'offline'
    ? { isConnected: false, networkType: 'none' }
    : { isConnected: true, networkType: 'wifi' };
}

export function setNetwork(next: NetworkMode): void {
  const before = networkState().networkType;
  mode = next;
  if (networkState().networkType !== before) for (const listener of listeners) listener(networkState());
}

export const networkListeners = listeners;

/** Sends as the network of the moment allows. What fails rejects as a phone without signal does. */
export async function send(url: string, init: RequestInit): Promise<Response> {
  calls += 1;
  if (mode === 'offline' || (mode === 'flapping' && calls % 2 === 1)) {
    throw new Error('request:fail no network');
  }
  if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, 2000));
  const response = await fetch(url, init);
  if (networkLosesAnswers()) throw new Error('request:fail timeout');
  return response;
}

function networkLosesAnswers(): boolean {
  return mode === 'answer-lost';
}
