/** Closed-loop clients: each sends its next request when the last one is answered. */
import { Agent, request } from 'node:http';
import { quantile } from './statistics';

export interface Driven {
  readonly count: number;
  readonly seconds: number;
  readonly ratePerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export type Job = () => Promise<void>;

/** A client takes a shift, does its jobs one after the other, and takes the next; a job that rejects ends the run. */
export async function drive(clients: number, shifts: readonly (readonly Job[])[]): Promise<Driven> {
  const waiting = [...shifts];
  const latencies: number[] = [];
  const work = async (): Promise<void> => {
    for (let shift = waiting.shift(); shift !== undefined; shift = waiting.shift()) {
      for (const job of shift) {
        const startedAt = performance.now();
        await job();
        latencies.push(performance.now() - startedAt);
      }
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: clients }, work));
  const seconds = (performance.now() - startedAt) / 1000;
  const count = latencies.length;
  return {
    count,
    seconds,
    ratePerSecond: count / seconds,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends JSON text and answers the reply's text; anything but 200 rejects. */
export function post(url: string, body: string, headers: Record<string, string> = {}): Promise<string> {
  const options = {
    method: 'POST',
    agent,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url}: ${response.statusCode ?? 0} ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export function closeConnections(): void {
  agent.destroy();
}
