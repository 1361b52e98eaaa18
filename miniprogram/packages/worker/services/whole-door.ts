/** A door with all that lies behind it: what one answer does not hold comes with the next ones, before anything is shown. */
import { census } from '../../../services/census';

type Reply = Awaited<ReturnType<typeof census.readDoor>>;

export async function readWholeDoor(doorId: string): Promise<Reply> {
  let reply = await census.readDoor({ doorId });
  while (reply.ok && reply.data.next !== undefined) {
    const { waiting, households, next: cursor } = reply.data;
    const more = await census.readDoor({ doorId, cursor });
    if (!more.ok) return more;
    const both = {
      waiting: [...waiting, ...more.data.waiting],
      households: [...households, ...more.data.households],
    };
    reply = { ...more, data: { ...more.data, ...both } };
  }
  return reply;
}
