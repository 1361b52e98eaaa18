import { untilDone } from '../runtime/idle';
import { recordCall } from '../runtime/meter';
import { send } from '../runtime/network';
import { phone } from '../runtime/phone';
import { readFile } from './files';
import { answering, PlatformFailure, text, type InterfaceGroup, type Options } from './interfaces';

/** Codes of the platform for a call that did not reach its function, or came back broken. */
const NO_ANSWER = -1;
const FUNCTION_FAILED = -504002;

function identity(): Record<string, string> {
  return { 'x-wanjia-openid': phone().openid };
}

async function callFunction(options: Options): Promise<object> {
  const name = text(options, 'name');
  const body = JSON.stringify(options['data'] ?? {});
  const headers = { 'content-type': 'application/json', ...identity() };
  const response = await send(`/invoke/${name}`, { method: 'POST', headers, body }).catch(
    (error: unknown) => {
      recordCall({ name, bytesSent: bytes(body), bytesReceived: 0 });
      throw new PlatformFailure(error instanceof Error ? error.message : 'request:fail', NO_ANSWER);
    },
  );
  const answer = await response.text();
  recordCall({ name, bytesSent: bytes(body), bytesReceived: bytes(answer) });
  if (response.status !== 200) {
    throw new PlatformFailure(
      `errCode: ${String(FUNCTION_FAILED)} HTTP ${String(response.status)} ${answer}`,
      FUNCTION_FAILED,
    );
  }
  return { result: JSON.parse(answer) as unknown, requestID: crypto.randomUUID() };
}

async function uploadFile(options: Options): Promise<object> {
  const body = await readFile(text(options, 'filePath'));
  const response = await send(`/files/${text(options, 'cloudPath')}`, {
    method: 'POST',
    headers: identity(),
    body,
  });
  if (!response.ok) throw new PlatformFailure(`HTTP ${String(response.status)}`, FUNCTION_FAILED);
  return { statusCode: response.status, ...((await response.json()) as object) };
}

function bytes(value: string): number {
  return new TextEncoder().encode(value).length;
}

const cloudInterfaces = {
  callFunction: answering('cloud.callFunction', (options) => untilDone(callFunction(options))),
  uploadFile: answering('cloud.uploadFile', (options) => untilDone(uploadFile(options))),
};

export const cloud: InterfaceGroup = {
  plain: {
    cloud: {
      init: () => undefined,
      ...cloudInterfaces,
      database() {
        throw new Error('wx.cloud.database: the database is closed to clients');
      },
    },
  },
};
