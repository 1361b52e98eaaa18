import { createReadStream, statSync } from 'node:fs';
import type { Exchange } from './invoke';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** What a phone forbids fails in the browser too: no foreign origin, no dynamic code. */
const POLICY = [
  `default-src 'self'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: blob:`,
  `connect-src 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

/** A font never changes under its name; everything else is asked for again, and sent when it is another than before. */
const FONTS = '/fonts/';
const KEPT = 'max-age=604800, immutable';
const ASKED_AGAIN = 'no-cache';

/** Serves the built phone, `index.html` at `/`. Answers false when there is no such file. */
export function servePhone(folder: string, pathname: string, { request, response }: Exchange): boolean {
  const root = resolve(folder);
  let path: string;
  try {
    path = resolve(root, `.${decodeURIComponent(pathname)}`);
  } catch {
    return false;
  }
  if (path !== root && !path.startsWith(root + sep)) return false;
  if (pathname.endsWith('/')) path = join(path, 'index.html');
  const file = statSync(path, { throwIfNoEntry: false });
  if (file?.isFile() !== true) return false;
  const etag = `"${file.size}-${file.mtimeMs}"`;
  const headers = {
    etag,
    'content-security-policy': POLICY,
    'cache-control': pathname.startsWith(FONTS) ? KEPT : ASKED_AGAIN,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return true;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'content-length': file.size,
  });
  createReadStream(path).pipe(response);
  return true;
}
