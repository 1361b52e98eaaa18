import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../cloud-error';
import { readBody } from '../guards';
import { checkFunction, readFunctionConfig } from '../host/function-config';
import type { Pool } from '../host/pool';
import type { Limits } from '../limits';
import type { Faults } from '../observe/faults';
import type { Meter, RequestRecord } from '../observe/meter';
import type { Objects } from '../storage/objects';
import type { Identities, Identity } from './identities';
import { refuse, sendJson, sendText } from './refusals';

export interface ClientParts {
  functions: string;
  pool: Pool;
  identities: Identities;
  objects: Objects;
  meter: Meter;
  faults: Faults;
  limits: () => Limits;
  /** Tells the person at the keyboard what functions print and why they fail. */
  say: (line: string) => void;
}

/** The client's side of the platform: `POST /invoke/<function>`, as `wx.cloud.callFunction` reaches it. */
export async function serveInvoke(
  parts: ClientParts,
  name: string,
  { request, response }: Exchange,
): Promise<void> {
  if (request.headers['content-type']?.startsWith('application/json') !== true)
    return refuse(response, 'VALIDATION');
  const identity = parts.identities.find(request.headers['x-wanjia-openid']);
  if (identity === undefined) return refuse(response, 'UNAUTHENTICATED');
  if (!isFunction(parts.functions, name))
    return refuse(response, 'NOT_FOUND', { platform: 'FUNCTIONS_REQUEST_FAIL' });
  if (!readFunctionConfig(parts.functions, name).client) return refuse(response, 'FORBIDDEN');
  const body = await readBody(request, parts.limits().clientBodyBytes);
  if (body === undefined)
    return refuse(response, 'PAYLOAD_TOO_LARGE', { platform: 'EXCEED_MAX_PAYLOAD_SIZE' });
  const event = body.toString('utf8');
  const procedure = procedureOf(event);
  if (procedure === undefined)
    return refuse(response, 'VALIDATION', { platform: 'INVALID_PARAM', status: 400 });

  const record = parts.meter.begin(randomUUID(), name, procedure);
  record.bytesIn = body.length;
  const startedAt = performance.now();
  const outcome = await call(parts, { name, event, identity }, record);
  record.ms = Math.round((performance.now() - startedAt) * 10) / 10;
  const lost = parts.faults.take({
    function: name,
    procedure,
    action: 'client',
    collection: undefined,
    index: 'answer',
  });
  if (lost?.kind === 'client-lost') {
    response.destroy();
    return;
  }
  if (outcome instanceof CloudError) {
    parts.say(`[${name}] ${outcome.code}: ${outcome.message}`);
    return refuseFailure(response, outcome);
  }
  record.bytesOut = Buffer.byteLength(outcome);
  if (record.bytesOut > parts.limits().clientAnswerWarnBytes) record.largeAnswers += 1;
  sendText(response, 200, outcome);
}

/** `POST /files/<path>`: a client's upload, always below its own inbox. */
export async function serveUpload(
  parts: ClientParts,
  path: string,
  { request, response }: Exchange,
): Promise<void> {
  const identity = parts.identities.find(request.headers['x-wanjia-openid']);
  if (identity === undefined) return refuse(response, 'UNAUTHENTICATED');
  const owner = createHash('sha256').update(identity.openid).digest('hex').slice(0, 16);
  const target = `inbox/${owner}/${path}`;
  try {
    await parts.objects.put(target, request, parts.limits().clientFileBytes);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const code = error.code === 'EXCEED_MAX_PAYLOAD_SIZE' ? 'PAYLOAD_TOO_LARGE' : 'VALIDATION';
    return refuse(response, code, { platform: error.code, ...(code === 'VALIDATION' && { status: 400 }) });
  }
  sendJson(response, 200, { fileID: parts.objects.fileId(target) });
}

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

async function call(
  parts: ClientParts,
  { name, event, identity }: { name: string; event: string; identity: Identity },
  record: RequestRecord,
): Promise<string | CloudError> {
  const variables = {
    WX_OPENID: identity.openid,
    WX_APPID: 'wx0000000000000000',
    WX_UNIONID: identity.unionid,
    TCB_SOURCE: 'wx_client',
    LOGINTYPE: 'WECHAT-OPENID',
  };
  try {
    return await parts.pool.invoke({
      name,
      event,
      identity: variables,
      record,
      depth: 0,
      callIndex: { value: 0 },
    });
  } catch (error) {
    if (error instanceof CloudError) return error;
    throw error;
  }
}

/** The caller cannot know whether the work was done, and repeats it with the same operation id. */
function refuseFailure(response: ServerResponse, error: CloudError): void {
  const status = error.code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED' ? 504 : 502;
  refuse(response, 'DEPENDENCY_UNAVAILABLE', { platform: error.code, status });
}

function isFunction(folder: string, name: string): boolean {
  try {
    checkFunction(folder, name);
    return true;
  } catch {
    return false;
  }
}

/** The procedure an event names, for the meter; `undefined` if the event is not an object in JSON. */
function procedureOf(event: string): string | undefined {
  try {
    const parsed = JSON.parse(event === '' ? '{}' : event) as unknown;
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return undefined;
    return String((parsed as { procedure?: unknown }).procedure ?? '');
  } catch {
    return undefined;
  }
}
