/** What a page of work listens to as long as it stands: the outbox of this phone, and the network that comes back. */
import { onNetworkReturn } from '../../../services/network';
import { onOutboxChange } from '../../../services/outbox-news';

type Changed = Parameters<typeof onOutboxChange>[0];

/** `returned` asks again what was shown from memory. Call the answer to stop listening. */
export function listenForNews(returned: () => void, changed?: Changed): () => void {
  const stops = [onNetworkReturn(returned), ...(changed === undefined ? [] : [onOutboxChange(changed)])];
  return () => {
    for (const stop of stops) stop();
  };
}
