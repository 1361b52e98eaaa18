// The smallest server that can show dist/phone: for tests of the phone itself, without a cloud behind it.
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface StaticServer {
  url: string;
  /** Bodies of the calls that arrived, with the identity they came under. */
  calls: { name: string; openid: string; body: unknown }[];
  close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export type Answer = (name: string, body: unknown) => { status?: number; body: unknown };
export type Documents = Record<string, unknown>;

/** Serves `folder`, the JSON documents by their path, and answers POST /invoke/<name> by `answer`. */
export async function serveFolder(
  folder: string,
  answer: Answer,
  documents: Documents = {},
): Promise<StaticServer> {
  const calls: StaticServer['calls'] = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://phone');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const json = (status: number, value: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      };
      if (pathname.startsWith('/invoke/')) {
        const name = pathname.slice('/invoke/'.length);
        const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
        calls.push({ name, openid: String(request.headers['x-wanjia-openid']), body });
        const { status = 200, body: result } = answer(name, body);
        json(status, result);
      } else if (pathname in documents) json(200, documents[pathname]);
      else sendFile(response, path.join(folder, pathname === '/' ? 'index.html' : pathname));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return { url: `http://127.0.0.1:${String(port)}/`, calls, close };
}

function sendFile(response: http.ServerResponse, file: string): void {
  if (!fs.existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  fs.createReadStream(file).pipe(response);
}
