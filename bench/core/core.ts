/** Our code without wire: the process of `serve.ts` behind the same face as the floors, jobs for the same clients. */
import { fork, type ChildProcess } from 'node:child_process';
import { programPath } from '../cloud/build';
import { MORNING } from '../cloud/cloud';
import { DATABASE } from '../cloud/places';
import { post, type Job } from '../kit/load';
import { cpuToldBy, end, firstMessage } from '../kit/program';
import type { OpenedStreet } from '../street/bench-street';
import type { FreshDoor } from '../street/seats';
import { saveEnvelope } from '../groups/census';
import type { Saved } from '../groups/floors';
import type { CoreSettings } from './serve';

export class Core {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  static async start({ home, rootKey }: OpenedStreet): Promise<Core> {
    const settings: CoreSettings = { home, rootKey, database: DATABASE, startsAt: MORNING };
    const child = fork(programPath('core'), [JSON.stringify(settings)], {
      execArgv: [],
      // What a function logs is written; nobody reads it.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const { url } = await firstMessage<{ url: string }>(child);
    return new Core(child, url);
  }

  jobs(shifts: readonly (readonly FreshDoor[])[]): Job[][] {
    const job = (door: FreshDoor) => async (): Promise<void> => {
      const { openid, seatId } = door.worker;
      const body = JSON.stringify({ ...saveEnvelope(door), actAs: seatId });
      const text = await post(this.url, body, { 'x-wanjia-openid': openid });
      if (!text.startsWith('{"ok":true')) throw new Error(`core answered ${text.slice(0, 300)}`);
    };
    return shifts.map((shift) => shift.map(job));
  }

  /** Runs the jobs that follow a save until nothing waits. */
  async settle(): Promise<void> {
    await post(`${this.url}/settle`, '');
  }

  /** What the save at a door has left behind. */
  async savedAt({ doorId }: FreshDoor): Promise<Saved> {
    return JSON.parse(await post(`${this.url}/saved/${doorId}`, '')) as Saved;
  }

  /** CPU seconds since it began. */
  cpu(): Promise<number> {
    return cpuToldBy(this.child);
  }

  close(): Promise<void> {
    return end(this.child);
  }
}
