/** Whether there is a network, asked of the phone and remembered between its own announcements. */
type Listener = () => void;

const returnListeners = new Set<Listener>();
let isConnected = true;

/** Called once, at launch. */
export function watchNetwork(): void {
  wx.onNetworkStatusChange((status) => {
    const cameBack = status.isConnected && !isConnected;
    isConnected = status.isConnected;
    if (cameBack) for (const listener of returnListeners) listener();
  });
}

/** Call the answer to stop listening. */
export function onNetworkReturn(listener: Listener): () => void {
  returnListeners.add(listener);
  return () => {
    returnListeners.delete(listener);
  };
}

export async function isOffline(): Promise<boolean> {
  const { networkType } = await wx.getNetworkType();
  isConnected = networkType !== 'none';
  return !isConnected;
}
