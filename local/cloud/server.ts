import { createServer, type Server, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { serveInvoke, serveUpload, type ClientParts, type Exchange } from './client/invoke';
import { serveObject } from './client/objects-route';
import { servePhone } from './client/phone';
import { refuse, sendJson } from './client/refusals';
import { CloudError, StartProblem } from './cloud-error';
import { readBody, refusedBy } from './guards';
import type { Control } from './observe/control';
import type { Admin } from './protocol/admin';
import type { Credentials } from './protocol/caller';
import type { Plain } from './store/key';

export interface ServerParts extends ClientParts {
  admin: Admin;
  credentials: Credentials;
  /** Only where tests asked for it. */
  control: Control | undefined;
  /** Folder of the built phone, if there is one. */
  phone: string | undefined;
  /** What the phone's camera may be pointed at. */
  codes: () => readonly object[];
}

const KEEP_ALIVE_MS = 60_000;
const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;
const CONTROL_BODY_BYTES = 500_000_000;

/** The one port: the phone, the client's routes, the SDK's route, the object storage and the controls of tests. */
export class LocalServer {
  private readonly server: Server;
  private port = 0;

  constructor(private readonly parts: ServerParts) {
    this.server = createServer((request, response) => {
      this.route({ request, response }).catch((error: unknown) => this.fail(response, error));
    });
    this.server.keepAliveTimeout = KEEP_ALIVE_MS;
    this.server.headersTimeout = HEADERS_MS;
    this.server.requestTimeout = REQUEST_MS;
  }

  /** Listens on loopback; port 0 takes a free one. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => {
        reject(
          error.code === 'EADDRINUSE'
            ? new StartProblem(
                `端口 ${port} 已被占用，请关掉占用它的程序，或用 PORT=其它端口 npm start 启动。`,
              )
            : error,
        );
      });
      this.server.listen(port, '127.0.0.1', () => {
        const address = this.server.address();
        this.port = typeof address === 'object' && address !== null ? address.port : port;
        resolve(this.port);
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async route(exchange: Exchange): Promise<void> {
    const { request, response } = exchange;
    const reason = refusedBy(request, this.port);
    if (reason !== undefined) return refuse(response, 'FORBIDDEN', { platform: reason });
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${this.port}`);
    const [, area = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? [];
    const { method } = request;
    if (area === 'admin' && method === 'POST') return this.serveAdmin(exchange);
    if (area === 'invoke' && method === 'POST') return serveInvoke(this.parts, rest, exchange);
    if (area === 'files' && method === 'POST') return serveUpload(this.parts, rest, exchange);
    if (area === 'cos') return serveObject(this.parts.objects, this.parts.limits(), { ...exchange, url });
    if (area === 'control') return this.serveControl(rest, url, exchange);
    if (method !== 'GET') return refuse(response, 'NOT_FOUND');
    if (url.pathname === '/status') return sendJson(response, 200, { ok: true, pid: process.pid });
    if (url.pathname === '/codes') return sendJson(response, 200, this.parts.codes());
    if (url.pathname === '/personas') return sendJson(response, 200, this.parts.identities.all());
    if (this.parts.phone === undefined || !servePhone(this.parts.phone, url.pathname, response))
      refuse(response, 'NOT_FOUND');
  }

  private async serveAdmin({ request, response }: Exchange): Promise<void> {
    const { credentials, admin, limits } = this.parts;
    const requestId = randomUUID();
    const caller = credentials.find(request.headers.authorization);
    if (caller === undefined)
      return sendJson(response, 401, {
        code: 'SIGN_PARAM_INVALID',
        message: 'The credential is not in force.',
        requestId,
      });
    const body = await readBody(request, limits().adminBodyBytes);
    if (body === undefined)
      return sendJson(response, 200, {
        code: 'EXCEED_MAX_PAYLOAD_SIZE',
        message: 'The request is too large.',
        requestId,
      });
    const { record } = caller;
    const outcome = await admin.handle(body, caller);
    if (outcome.kind === 'lost') response.destroy();
    if (outcome.kind !== 'answer') return;
    const text = JSON.stringify({ ...outcome.body, requestId });
    if (record !== undefined) record.dbBytesOut += Buffer.byteLength(text);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(text);
  }

  private async serveControl(name: string, url: URL, { request, response }: Exchange): Promise<void> {
    if (this.parts.control === undefined) return refuse(response, 'FORBIDDEN');
    const hasBody = request.method !== 'GET';
    if (hasBody && request.headers['content-type']?.startsWith('application/json') !== true)
      return refuse(response, 'VALIDATION');
    const body = await readBody(request, CONTROL_BODY_BYTES);
    if (body === undefined) return refuse(response, 'PAYLOAD_TOO_LARGE');
    const parsed = body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as Plain);
    sendJson(
      response,
      200,
      await this.parts.control.handle(`${request.method} ${name}`, parsed, url.searchParams),
    );
  }

  private fail(response: ServerResponse, error: unknown): void {
    const known = error instanceof CloudError;
    const message = error instanceof Error ? (known ? error.message : error.stack) : String(error);
    if (!known && !isBroken(error)) process.stderr.write(`\u001b[31m${message}\u001b[0m\n`);
    if (response.headersSent || response.destroyed) response.destroy();
    else sendJson(response, known ? 400 : 500, { code: known ? error.code : 'LOCAL_DEFECT', message });
  }
}

/** The other side hung up in the middle of its own request. */
function isBroken(error: unknown): boolean {
  return ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes(
    String((error as NodeJS.ErrnoException).code),
  );
}
