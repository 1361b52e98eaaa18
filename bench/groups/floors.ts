/** The floors of a save, each behind the same face as ours: jobs for the same clients. */
import { fork, type ChildProcess } from 'node:child_process';
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventDocument, HouseholdDocument } from '../../cloudfunctions/repositories/documents';
import { programPath } from '../cloud/build';
import type { BenchCloud } from '../cloud/cloud';
import { BARE_FUNCTION, BENCH_FUNCTIONS } from '../cloud/places';
import { post, type Job } from '../kit/load';
import { mean } from '../kit/statistics';
import { cpuToldBy, end, firstMessage } from '../kit/program';
import type { FreshDoor } from '../street/seats';

type Shifts = readonly (readonly FreshDoor[])[];

/** F1: the small process of its own. */
export class SaveFloor {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
    private readonly file: string,
  ) {}

  static async start(folder: string): Promise<SaveFloor> {
    const file = join(folder, 'floor.sqlite');
    const child = fork(programPath('save-floor'), [file], { execArgv: [] });
    const { url } = await firstMessage<{ url: string }>(child);
    return new SaveFloor(child, url, file);
  }

  jobs(shifts: Shifts): Job[][] {
    const job =
      ({ doorId, form }: FreshDoor) =>
      async () => {
        await post(this.url, JSON.stringify({ id: `${doorId}-${randomUUID()}`, form }));
      };
    return shifts.map((shift) => shift.map(job));
  }

  cpu(): Promise<number> {
    return cpuToldBy(this.child);
  }

  /** Ends the process; answers the size of its file in bytes. */
  async close(): Promise<number> {
    await end(this.child);
    return statSync(this.file).size;
  }
}

export interface Saved {
  readonly household: HouseholdDocument;
  readonly event: EventDocument;
}

const WORKER_SAVES = 6;

/** F2: the function without our code, told once what documents look like. */
export class WireFloor {
  private count = 0;

  constructor(
    private readonly cloud: BenchCloud,
    { household, event }: Saved,
    /** The document that counts calls; any that exists. */
    private readonly limitId: string,
  ) {
    // The jobs that follow a change must find nothing of the floor's to do.
    const done = { ...event, rollState: 'done', linkState: 'linked' };
    const template = JSON.stringify({ household, event: done });
    writeFileSync(join(BENCH_FUNCTIONS, BARE_FUNCTION, 'template.json'), template);
  }

  jobs(shifts: Shifts): Job[][] {
    const job =
      ({ worker, unitId, slot, form }: FreshDoor) =>
      async () => {
        this.count += 1;
        const takesBlock = this.count % WORKER_SAVES === 0;
        const body = JSON.stringify({
          seatId: worker.seatId,
          unitId,
          slot,
          id: randomUUID().replaceAll('-', ''),
          ...(takesBlock ? { limitId: this.limitId } : {}),
          form,
        });
        const text = await post(`${this.cloud.url}/invoke/${BARE_FUNCTION}`, body, {
          'x-wanjia-openid': worker.openid,
        });
        if (!text.includes('"ok":true')) throw new Error(`the bare function answered ${text}`);
      };
    return shifts.map((shift) => shift.map(job));
  }
}

const CIPHERED = 20_000;
/** How a stored text begins that the vault has sealed, and what of it is no text of the person. */
const SEALED = /"v1\.A1\.[^."]+\.[^."]+\.([^."]*)\.[^."]+"/g;

/** F3: CPU seconds of the bare calls that seal what one save stores. */
export function cipherSeconds(saved: Saved): number {
  const bodies = [...JSON.stringify(saved).matchAll(SEALED)].map(([, body = '']) => body);
  const bytes = bodies.map((body) => Buffer.byteLength(body, 'base64url'));
  if (bytes.length === 0) throw new Error('the save has sealed nothing');
  return bytes.length / cipherRate(Math.round(mean(bytes)));
}

/** F3: bare AES-256-GCM calls a second for a value of this many bytes. */
function cipherRate(bytes: number): number {
  const key = randomBytes(32);
  const value = randomBytes(bytes);
  const startedAt = performance.now();
  for (let index = 0; index < CIPHERED; index += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12));
    Buffer.concat([cipher.update(value), cipher.final(), cipher.getAuthTag()]);
  }
  return CIPHERED / ((performance.now() - startedAt) / 1000);
}
