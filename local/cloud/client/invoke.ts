import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../cloud-error';
import { isJson, readBody } from '../guards';
import { isFunction, readFunctionConfig } from '../host/function-config';
import type { Pool } from '../host/pool';
import type { Limits } from '../limits';
import type { Faults } from '../observe/faults';
import type { Meter, RequestRecord } from '../observe/meter';
import type { Objects } from '../storage/objects';
import type { Identities, Identity } from './identities';
import { Refusal, sendJson, sendText } from './refusals';

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

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

interface ClientCall {
  name: string;
  identity: Identity;
  event: string;
  procedure: string;
}

/** The client's side of the platform: `POST /invoke/<function>`, as `wx.cloud.callFunction` reaches it. */
export async function serveInvoke(
  parts: ClientParts,
  name: string,
  { request, response }: Exchange,
): Promise<void> {
  const call = await admit(parts, name, request);
  const record = parts.meter.begin(randomUUID(), name, call.procedure);
  record.bytesIn = Buffer.byteLength(call.event);
  const startedAt = performance.now();
  const outcome = await perform(parts, call, record);
  record.ms = Math.round((performance.now() - startedAt) * 10) / 10;
  const place = { function: name, procedure: call.procedure, action: 'client', collection: undefined };
  if (parts.faults.take({ ...place, index: 'answer' })?.kind === 'client-lost') {
    response.destroy();
    return;
  }
  if (outcome instanceof Refusal) throw outcome;
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
  const identity = identify(parts, request);
  const owner = createHash('sha256').update(identity.openid).digest('hex').slice(0, 16);
  const target = `inbox/${owner}/${path}`;
  try {
    await parts.objects.put(target, request, parts.limits().clientFileBytes);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    if (error.code === 'EXCEED_MAX_PAYLOAD_SIZE') {
      throw new Refusal('PAYLOAD_TOO_LARGE', { platform: error.code });
    }
    throw new Refusal('VALIDATION', { platform: error.code, status: 400 });
  }
  sendJson(response, 200, { fileID: parts.objects.fileId(target) });
}

/** Everything that is checked before a function is woken. */
async function admit(parts: ClientParts, name: string, request: IncomingMessage): Promise<ClientCall> {
  if (!isJson(request)) throw new Refusal('VALIDATION');
  const identity = identify(parts, request);
  if (!isFunction(parts.functions, name)) {
    throw new Refusal('NOT_FOUND', { platform: 'FUNCTIONS_REQUEST_FAIL' });
  }
  if (!readFunctionConfig(parts.functions, name).client) throw new Refusal('FORBIDDEN');
  const body = await readBody(request, parts.limits().clientBodyBytes);
  if (body === undefined) throw new Refusal('PAYLOAD_TOO_LARGE', { platform: 'EXCEED_MAX_PAYLOAD_SIZE' });
  const event = body.length === 0 ? '{}' : body.toString('utf8');
  const procedure = procedureOf(event);
  if (procedure === undefined) throw new Refusal('VALIDATION', { platform: 'INVALID_PARAM', status: 400 });
  return { name, identity, event, procedure };
}

function identify({ identities }: ClientParts, request: IncomingMessage): Identity {
  const identity = identities.find(request.headers['x-wanjia-openid']);
  if (identity === undefined) throw new Refusal('UNAUTHENTICATED');
  return identity;
}

/**
 * Runs the function. After a failure the caller cannot know whether the work was done, and repeats it with the same
 * operation id.
 */
async function perform(
  parts: ClientParts,
  { name, identity, event }: ClientCall,
  record: RequestRecord,
): Promise<string | Refusal> {
  const variables = {
    WX_OPENID: identity.openid,
    WX_APPID: 'wx0000000000000000',
    WX_UNIONID: identity.unionid,
    TCB_SOURCE: 'wx_client',
    LOGINTYPE: 'WECHAT-OPENID',
  };
  try {
    const call = { name, event, identity: variables, record, depth: 0, callIndex: { value: 0 } };
    return await parts.pool.invoke(call);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    parts.say(`[${name}] ${error.code}: ${error.message}`);
    const status = error.code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED' ? 504 : 502;
    return new Refusal('DEPENDENCY_UNAVAILABLE', { platform: error.code, status });
  }
}

/** The procedure an event names, for the meter; `undefined` if the event is not an object in JSON. */
function procedureOf(event: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(event);
  } catch {
    return undefined;
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return undefined;
  const { procedure } = parsed as { procedure?: unknown };
  return typeof procedure === 'string' ? procedure : '';
}
