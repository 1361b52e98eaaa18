import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
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

/** Serves the built phone, `index.html` at `/`. Answers false when there is no such file. */
export function servePhone(folder: string, pathname: string, response: ServerResponse): boolean {
  const root = resolve(folder);
  let path: string;
  try {
    path = resolve(root, `.${decodeURIComponent(pathname)}`);
  } catch {
    return false;
  }
  if (path !== root && !path.startsWith(root + sep)) return false;
  if (pathname.endsWith('/')) path = join(path, 'index.html');
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  response.writeHead(200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'content-length': statSync(path).size,
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  createReadStream(path).pipe(response);
  return true;
}
