import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { CloudError } from '../cloud-error';
import type { Limits } from '../limits';
import type { Objects } from '../storage/objects';
import type { Exchange } from './invoke';

export interface ObjectExchange extends Exchange {
  url: URL;
}

/** `/cos/<path>`: PUT with an upload ticket, GET and HEAD with a signed address. */
export async function serveObject(objects: Objects, limits: Limits, exchange: ObjectExchange): Promise<void> {
  const path = decodePath(exchange.url.pathname.slice('/cos/'.length));
  const { request, response } = exchange;
  if (request.method === 'PUT') {
    const onStored = objects.takeUpload(path, request.headers.authorization);
    const failed =
      onStored === undefined ? 'AccessDenied' : await store(objects, path, { request, limits, onStored });
    if (failed === undefined) response.writeHead(200).end();
    else sendFailure(response, failed);
  } else if (request.method === 'GET' || request.method === 'HEAD') {
    serveRead(objects, path, exchange);
  } else {
    sendFailure(response, 'MethodNotAllowed');
  }
}

interface Upload {
  request: Exchange['request'];
  limits: Limits;
  onStored: (bytes: number) => void;
}

async function store(objects: Objects, path: string, upload: Upload): Promise<'EntityTooLarge' | undefined> {
  try {
    upload.onStored(await objects.put(path, upload.request, upload.limits.objectBytes));
    return undefined;
  } catch (error) {
    if (error instanceof CloudError) return 'EntityTooLarge';
    throw error;
  }
}

function serveRead(
  objects: Objects,
  path: string,
  { request, response, url: { searchParams } }: ObjectExchange,
): void {
  const accepted = objects.acceptRead(
    path,
    searchParams.get('expires') ?? '',
    searchParams.get('signature') ?? '',
  );
  const file = accepted ? objects.read(path) : undefined;
  if (file === undefined) {
    sendFailure(response, accepted ? 'NoSuchKey' : 'AccessDenied');
    return;
  }
  response.writeHead(200, {
    'content-length': file.size,
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else file.stream().pipe(response);
}

function decodePath(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return '';
  }
}

const STATUS = { AccessDenied: 403, EntityTooLarge: 400, MethodNotAllowed: 405, NoSuchKey: 404 };

/** The form in which the object storage refuses; the SDK reads every one of these fields. */
function sendFailure(response: ServerResponse, code: keyof typeof STATUS): void {
  const id = randomUUID();
  const fields = `<Code>${code}</Code><Message>${code}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId>`;
  response.writeHead(STATUS[code], { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error>${fields}</Error>`);
}
