import type { IncomingMessage } from 'node:http';

/**
 * Why a request may not pass, or `undefined`. A page of another origin cannot speak to this port: the Host must be ours
 * (which also stops rebinding of names), an Origin must be the same, and nothing answers a preflight.
 */
export function refusedBy(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return 'Host';
  if (origin !== undefined && !hosts.some((name) => origin === `http://${name}`)) return 'Origin';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'Sec-Fetch-Site';
  return request.method === 'OPTIONS' ? 'OPTIONS' : undefined;
}

/** The body of a request, if it is no larger than allowed; `undefined` if it is. */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= bytesMax) chunks.push(chunk);
  }
  return bytes > bytesMax ? undefined : Buffer.concat(chunks);
}

export function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('application/json') === true;
}
