import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { CloudError } from '../cloud-error';
import type { Limits } from '../limits';
import type { Objects } from '../storage/objects';
import type { Exchange } from './invoke';

/** `/cos/<path>`: PUT with an upload ticket, GET and HEAD with a signed address. */
export async function serveObject(
  objects: Objects,
  limits: Limits,
  { request, response, url }: Exchange & { url: URL },
): Promise<void> {
  const path = decodePath(url.pathname.slice('/cos/'.length));
  if (request.method === 'PUT') {
    const onStored = objects.takeUpload(path, request.headers.authorization);
    if (onStored === undefined) return failure(response, 403, 'AccessDenied');
    try {
      onStored(await objects.put(path, request, limits.objectBytes));
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      return failure(response, 400, 'EntityTooLarge');
    }
    response.writeHead(200).end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return failure(response, 405, 'MethodNotAllowed');
  const { searchParams } = url;
  if (!objects.acceptRead(path, searchParams.get('expires') ?? '', searchParams.get('signature') ?? '')) {
    return failure(response, 403, 'AccessDenied');
  }
  const file = objects.read(path);
  if (file === undefined) return failure(response, 404, 'NoSuchKey');
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

function failure(response: ServerResponse, status: number, code: string): void {
  const id = randomUUID();
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`,
  );
}
