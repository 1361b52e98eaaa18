import { createServer, type Server, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { serveInvoke, serveUpload, type ClientParts, type Exchange } from './client/invoke';
import { serveObject, type ObjectExchange } from './client/objects-route';
import { servePhone } from './client/phone';
import { Refusal, sendJson, sendText } from './client/refusals';
import { CloudError, StartProblem } from './cloud-error';
import { isJson, readBody, refusedBy } from './guards';
import type { Control } from './observe/control';
import type { Admin, Outcome } from './protocol/admin';
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

type Route = (exchange: ObjectExchange, rest: string) => Promise<void> | void;

/** Longer than any caller of one run is silent: a connection that is closed just as it is used again is a lost call. */
const KEEP_ALIVE_MS = 10 * 60_000;
/** A thousand phones may knock in one moment: whoever finds the queue full is sent away, tries again after a second, and may be cut off. */
const KNOCKING_MAX = 4096;
const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;
const CONTROL_BODY_BYTES = 500_000_000;
const TOO_LARGE: Outcome = {
  kind: 'answer',
  body: { code: 'EXCEED_MAX_PAYLOAD_SIZE', message: 'The request is too large.' },
};

/** The one port: the phone, the client's routes, the SDK's route, the object storage and the controls of tests. */
export class LocalServer {
  private readonly server: Server;
  private port = 0;

  constructor(private readonly parts: ServerParts) {
    this.server = createServer((request, response) => {
      this.serve({ request, response }).catch((error: unknown) => this.fail(response, error));
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
      this.server.listen({ port, host: '127.0.0.1', backlog: KNOCKING_MAX }, () => {
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

  private async serve(exchange: Exchange): Promise<void> {
    const { request } = exchange;
    const reason = refusedBy(request, this.port);
    if (reason !== undefined) throw new Refusal('FORBIDDEN', { platform: reason });
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${this.port}`);
    const [area = '', ...parts] = url.pathname.slice(1).split('/');
    const rest = parts.join('/');
    const method = request.method ?? '';
    const route = this.routes.get(`${method} ${area}`) ?? this.routes.get(area);
    if (route !== undefined) await route({ ...exchange, url }, rest);
    else if (method !== 'GET' || !this.servePhone(url, exchange)) throw new Refusal('NOT_FOUND');
  }

  private servePhone({ pathname }: URL, exchange: Exchange): boolean {
    const { phone } = this.parts;
    return phone !== undefined && servePhone(phone, pathname, exchange);
  }

  /** By method and first part of the path, or by that part alone. */
  private readonly routes: ReadonlyMap<string, Route> = new Map(
    Object.entries({
      'POST admin': (exchange) => this.serveAdmin(exchange),
      'POST invoke': (exchange, name) => serveInvoke(this.parts, name, exchange),
      'POST files': (exchange, path) => serveUpload(this.parts, path, exchange),
      cos: (exchange) => serveObject(this.parts.objects, this.parts.limits(), exchange),
      control: (exchange, name) => this.serveControl(name, exchange),
      'GET status': ({ response }) => {
        sendJson(response, 200, { ok: true, pid: process.pid });
      },
      'GET codes': ({ response }) => {
        sendJson(response, 200, this.parts.codes());
      },
      'GET personas': ({ response }) => {
        sendJson(response, 200, this.parts.identities.all());
      },
    }),
  );

  private async serveAdmin({ request, response }: Exchange): Promise<void> {
    const { credentials, admin, limits } = this.parts;
    const requestId = randomUUID();
    const caller = credentials.find(request.headers.authorization);
    if (caller === undefined) {
      sendJson(response, 401, {
        code: 'SIGN_PARAM_INVALID',
        message: 'The credential is not in force.',
        requestId,
      });
      return;
    }
    const { record } = caller;
    const body = await readBody(request, limits().adminBodyBytes);
    const outcome = body === undefined ? TOO_LARGE : await admin.handle(body, caller);
    if (outcome.kind === 'lost') response.destroy();
    if (outcome.kind !== 'answer') return;
    const text = JSON.stringify({ ...outcome.body, requestId });
    if (record !== undefined) record.dbBytesOut += Buffer.byteLength(text);
    sendText(response, 200, text);
  }

  private async serveControl(name: string, { request, response, url }: ObjectExchange): Promise<void> {
    const { control } = this.parts;
    if (control === undefined) throw new Refusal('FORBIDDEN');
    if (request.method !== 'GET' && !isJson(request)) throw new Refusal('VALIDATION');
    const body = await readBody(request, CONTROL_BODY_BYTES);
    if (body === undefined) throw new Refusal('PAYLOAD_TOO_LARGE');
    const parsed = body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as Plain);
    const answer = await control.handle(`${request.method ?? ''} ${name}`, parsed, url.searchParams);
    sendJson(response, 200, answer);
  }

  private fail(response: ServerResponse, error: unknown): void {
    if (response.headersSent || response.destroyed) response.destroy();
    else if (error instanceof Refusal) sendJson(response, error.status, error.body());
    else if (error instanceof CloudError) {
      sendJson(response, 400, { code: error.code, message: error.message });
    } else {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (!isBroken(error)) process.stderr.write(`\u001b[31m${message}\u001b[0m\n`);
      sendJson(response, 500, { code: 'LOCAL_DEFECT', message });
    }
  }
}

/** The other side hung up in the middle of its own request. */
function isBroken(error: unknown): boolean {
  return ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes(
    String((error as NodeJS.ErrnoException).code),
  );
}
